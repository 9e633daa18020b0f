import {
  FilePermission,
  l10n,
  Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  TabInputText,
  type Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { PreviewPlace } from '../../../../server/src/lsp/protocol';
import { isOwnFile } from '../own-file';

/** The text behind a preview: a document that may or may not be open in an editor. */
export class Source {
  constructor(readonly uri: Uri) {}

  get document(): TextDocument | undefined {
    return workspace.textDocuments.find(({ uri }) => uri.toString() === this.uri.toString());
  }

  /** The editor that shows it; of several the one that has the focus. */
  get editor(): TextEditor | undefined {
    return [window.activeTextEditor, ...window.visibleTextEditors].find((editor) => editor?.document === this.document);
  }

  isOf({ uri }: TextDocument): boolean {
    return uri.toString() === this.uri.toString();
  }

  /** Opens it where it is not open; a text that was never stored cannot be had again. */
  async load(): Promise<TextDocument | undefined> {
    if (this.document !== undefined || this.uri.scheme === 'untitled') return this.document;
    return workspace.openTextDocument(this.uri).then(undefined, () => undefined);
  }

  /** An editor with it: the one it is in, else a new one beside the preview, which keeps the focus. */
  async beside(document: TextDocument): Promise<TextEditor> {
    return this.editor ?? window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: true });
  }

  /** Shows a place with the focus, in the group where its tab is, else in `column`. */
  async go(document: TextDocument, [start, end]: PreviewPlace, column: ViewColumn): Promise<void> {
    const at = document.positionAt(start);
    const selection = new Range(at, document.positionAt(end).line === at.line ? document.positionAt(end) : at);
    const viewColumn = this.editor?.viewColumn ?? this.tabColumn() ?? column;
    await window.showTextDocument(document, { viewColumn, selection });
  }

  /** Puts the caret behind what stands at a place, and brings it into view. */
  select([, end]: PreviewPlace): void {
    const { editor } = this;
    if (editor === undefined) return;
    const caret = editor.document.positionAt(end);
    if (editor.selection.active.isEqual(caret) && editor.selection.isEmpty) return;
    editor.selection = new Selection(caret, caret);
    editor.revealRange(new Range(caret, caret), TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** The line that is then at the top; `undefined` without an editor. */
  scrollTo(offset: number): number | undefined {
    const { editor } = this;
    if (editor === undefined) return undefined;
    const { line } = editor.document.positionAt(offset);
    editor.revealRange(new Range(new Position(line, 0), new Position(line, 0)), TextEditorRevealType.AtTop);
    return line;
  }

  private tabColumn(): ViewColumn | undefined {
    return window.tabGroups.all.find(({ tabs }) =>
      tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === this.uri.toString()),
    )?.viewColumn;
  }
}

/** Why a document cannot be changed, as far as is known before trying; empty where it can. */
export async function readOnlyReason(document: TextDocument): Promise<string> {
  if (!isOwnFile(document)) return l10n.t('This view of the file is read-only: values can only be looked at.');
  if (document.isUntitled) return '';
  const stat = await workspace.fs.stat(document.uri).then(undefined, () => undefined);
  return stat?.permissions === FilePermission.Readonly
    ? l10n.t('The file is write-protected: values can only be looked at.')
    : '';
}
