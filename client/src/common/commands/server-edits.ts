import {
  l10n,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  window,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { readDocument } from '../../../../server/src/core/reading/document';
import type { EditParams, EditResult, ProtocolRange } from '../../../../server/src/lsp/protocol';
import { activeReport } from '../active-report';
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
export async function applyEdits(document: TextDocument, { version, edits }: EditResult): Promise<void> {
  if (document.version !== version) throw new Notice(l10n.t('The text has changed in the meantime. Please try again.'));
  const editor = editorOf(document);
  if (editor === undefined) {
    const change = new WorkspaceEdit();
    for (const { range, newText } of edits) change.replace(document.uri, toRange(range), newText);
    if (!(await workspace.applyEdit(change))) throw unchanged();
    return;
  }
  const restore = keepCaret(editor);
  // An editor that is read-only says that it has done it, and has not.
  await editor.edit((builder) => edits.forEach(({ range, newText }) => builder.replace(toRange(range), newText)));
  if (document.version === version) throw unchanged();
  restore();
}

export const unchanged = (): Notice => new Notice(l10n.t('The file could not be changed. Is it read-only?'));

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
