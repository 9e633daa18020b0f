import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  ClientCapabilities,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { toWorkspaceEdit } from './to-protocol';

/** Clients put edits under the heading of the annotation that they name. */
export const ANNOTATION = 'nianbao';

const editsAreVersioned = ({ workspace }: ClientCapabilities): boolean =>
  workspace?.workspaceEdit?.documentChanges === true;

export const editsAreAnnotated = (capabilities: ClientCapabilities): boolean =>
  editsAreVersioned(capabilities) && capabilities.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;

/**
 * Edits of one document, bound to the version they were made for where the client can check that. Edits in several
 * places, and those that are to be confirmed, say what they are for where the client can show it.
 */
export function workspaceEdit(
  capabilities: ClientCapabilities,
  { uri, version }: { readonly uri: string; readonly version: number },
  edits: TextEdit[],
  annotation: ChangeAnnotation,
): WorkspaceEdit {
  const isPlain = edits.length < 2 && annotation.needsConfirmation !== true;
  if (isPlain || !editsAreAnnotated(capabilities))
    return toWorkspaceEdit(uri, version, edits, editsAreVersioned(capabilities));
  const annotated = edits.map((edit): AnnotatedTextEdit => ({ ...edit, annotationId: ANNOTATION }));
  return {
    documentChanges: [{ textDocument: { uri, version }, edits: annotated }],
    changeAnnotations: { [ANNOTATION]: annotation },
  };
}
