import type { AnnotatedTextEdit, ClientCapabilities, CodeAction, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { message, say, wordsIn, type Locale } from '../core/index';
import { toWorkspaceEdit } from './to-protocol';

/** Clients put edits under the heading of the annotation that they name. */
export const ANNOTATION = 'nianbao';

const editsAreVersioned = ({ workspace }: ClientCapabilities): boolean =>
  workspace?.workspaceEdit?.documentChanges === true;

export const editsAreAnnotated = (capabilities: ClientCapabilities): boolean =>
  editsAreVersioned(capabilities) && capabilities.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;

/**
 * Edits of one document, bound to the version they were made for where the client can check that. Edits in several
 * places say what they are for where the client can show it.
 */
export function workspaceEdit(
  capabilities: ClientCapabilities,
  { uri, version }: { readonly uri: string; readonly version: number },
  edits: TextEdit[],
  label: string,
): WorkspaceEdit {
  if (edits.length < 2 || !editsAreAnnotated(capabilities))
    return toWorkspaceEdit(uri, version, edits, editsAreVersioned(capabilities));
  const annotated = edits.map((edit): AnnotatedTextEdit => ({ ...edit, annotationId: ANNOTATION }));
  return {
    documentChanges: [{ textDocument: { uri, version }, edits: annotated }],
    changeAnnotations: { [ANNOTATION]: { label, needsConfirmation: false } },
  };
}

/**
 * Beside an action that changes what cannot be seen at a glance, the same one with a look at it first. Clients leave
 * unticked what is to be confirmed, and whoever then applies gets nothing: so it is an edit of nothing that asks for
 * the look, and all others are ticked. `edit` is left to be resolved where it is not there yet.
 */
export function withPreview(
  capabilities: ClientCapabilities,
  open: { readonly uri: string; readonly version: number; readonly settings: { readonly locale: Locale } },
  action: CodeAction,
): CodeAction[] {
  if (!editsAreAnnotated(capabilities)) return [action];
  const title = say(message(LOOK_FIRST, { title: action.title }), open.settings.locale);
  const preferred = action.isPreferred === undefined ? {} : { isPreferred: false };
  return [action, { ...action, ...preferred, title, ...(action.edit && { edit: previewed(open, action.edit) }) }];
}

export function previewed(
  {
    uri,
    version,
    settings,
  }: { readonly uri: string; readonly version: number; readonly settings: { readonly locale: Locale } },
  edit: WorkspaceEdit,
): WorkspaceEdit {
  const top = { line: 0, character: 0 };
  const nothing = { range: { start: top, end: top }, newText: '', annotationId: PREVIEW };
  return {
    documentChanges: [{ textDocument: { uri, version }, edits: [nothing] }, ...(edit.documentChanges ?? [])],
    changeAnnotations: {
      ...edit.changeAnnotations,
      [PREVIEW]: { label: wordsIn(ONLY_LOOK, settings.locale), needsConfirmation: true },
    },
  };
}

const PREVIEW = 'nianbao.preview';
const LOOK_FIRST = { zh: '{title}（先预览）', en: '{title} (preview first)' };
const ONLY_LOOK = { zh: '（预览用，勾选与否都不改动）', en: '(opens this preview; changes nothing, ticked or not)' };
