import {
  FilePermission,
  l10n,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  window,
  workspace,
} from 'vscode';
import { readDocument } from '../../../../server/src/core/reading/document';
import type { EditParams, EditResult, ProtocolRange } from '../../../../server/src/lsp/protocol';
import { activeReport } from '../active-report';
import { isOwnFile } from '../own-file';
import type { Server } from '../server';
import { Notice } from '../tell';
import { offsetOf, placeOf } from '../typing/place';

/** The report in the active editor; ends the command where there is none. */
export function requireReport(): TextDocument {
  const document = activeReport();
  if (document === undefined) throw new Notice(l10n.t('Please open an annual report first.'));
  return document;
}

export const requestEdits = (server: Server, method: string, { uri }: TextDocument): Promise<EditResult> =>
  server.request<EditResult>(method, { uri: uri.toString() } satisfies EditParams);

/** Applies the server's edits as one step that can be undone; the caret stays in its cell, and in view. */
export async function applyEdits(
  document: TextDocument,
  { version, edits }: EditResult,
  shownIn?: TextEditor,
): Promise<void> {
  if (document.version !== version) throw new Notice(l10n.t('The text has changed in the meantime. Please try again.'));
  if (document.isClosed) throw new Notice(l10n.t('The file was closed in the meantime; nothing was changed.'));
  // Only an editor knows whether it may be written in: what goes past it does not ask.
  const editor = shownIn ?? editorOf(document) ?? (await window.showTextDocument(document));
  const restore = keepCaret(editor);
  // An editor that is read-only says that it has done it, and has not.
  await editor.edit((builder) => edits.forEach(({ range, newText }) => builder.replace(toRange(range), newText)));
  if (document.version === version) throw await unchanged(document);
  restore();
}

/**
 * The report in the active editor, where it is one and can be changed as far as is known; ends the command where not.
 */
export function requireEditable(): TextDocument {
  const document = requireReport();
  if (!isOwnFile(document)) throw aboutView();
  if (!holdsReport(document.getText())) throw new Notice(l10n.t('No annual report was recognised in this file.'));
  return document;
}

/** What is very long is not read only to be sure. */
const holdsReport = (text: string): boolean =>
  text.length > LONGEST_READ || readDocument(text).segments.some(({ report }) => report.recognised);

const aboutView = (): Notice =>
  new Notice(l10n.t('This view of the file is read-only, so nothing was changed. Please open the file itself.'));

/** Why an edit was not taken. */
export async function unchanged(document: TextDocument): Promise<Notice> {
  if (!isOwnFile(document)) return aboutView();
  const stat = await workspace.fs.stat(document.uri).then(undefined, () => undefined);
  if (stat?.permissions === FilePermission.Readonly)
    return new Notice(l10n.t('The file is write-protected, so nothing was changed.'));
  return new Notice(l10n.t('This editor is set to read-only, so nothing was changed.'));
}

const editorOf = (document: TextDocument): TextEditor | undefined =>
  [window.activeTextEditor, ...window.visibleTextEditors].find((editor) => editor?.document === document);

/** To read more than this twice takes longer than a caret is worth. */
const LONGEST_READ = 200_000;

/** Remembers the cell in which the caret stands, and gives what puts it there again. */
function keepCaret(editor: TextEditor): () => void {
  const { document } = editor;
  const place =
    document.getText().length > LONGEST_READ
      ? undefined
      : placeOf(readDocument(document.getText()), document.offsetAt(editor.selection.active));
  return () => {
    const offset = place && offsetOf(readDocument(document.getText()), place);
    if (offset !== undefined) {
      const caret = document.positionAt(offset);
      editor.selection = new Selection(caret, caret);
    }
    const { active } = editor.selection;
    editor.revealRange(new Range(active, active), TextEditorRevealType.InCenterIfOutsideViewport);
  };
}

export const toRange = ({ start, end }: ProtocolRange): Range =>
  new Range(start.line, start.character, end.line, end.character);
