import { commands, type Disposable, type TextEditor, window, workspace } from 'vscode';
import { type CursorParams, CursorRequest, type CursorResult } from '../../../../server/src/lsp/protocol';
import { REPORT } from '../language';
import type { Server } from '../server';

/** The key that Tab and Enter are bound by. */
const IN_TABLE = 'nianbao.inTable';

/** Tells the server on which line of a report the cursor is, and the editor whether a row of a table stands there. */
export class Cursor implements Disposable {
  private readonly listeners: readonly Disposable[];
  private inTable = false;
  /** What was told last: editor, line and version of the text. */
  private told = '';
  private isTelling = false;

  constructor(private readonly server: Server) {
    this.listeners = [
      window.onDidChangeActiveTextEditor(() => void this.tell()),
      window.onDidChangeTextEditorSelection(
        ({ textEditor }) => void (textEditor === window.activeTextEditor && this.tell()),
      ),
      workspace.onDidChangeTextDocument(
        ({ document }) => void (document === window.activeTextEditor?.document && this.tell()),
      ),
      workspace.onDidOpenTextDocument(() => void this.tell()),
    ];
    void this.tell();
  }

  dispose(): void {
    this.listeners.forEach((listener) => listener.dispose());
  }

  /** One question at a time; where the cursor has moved on meanwhile, the next one follows. */
  private async tell(): Promise<void> {
    if (this.isTelling) return;
    this.isTelling = true;
    try {
      for (let now = placeOf(window.activeTextEditor); now !== this.told; now = placeOf(window.activeTextEditor)) {
        this.told = now;
        await this.keep(await this.ask(window.activeTextEditor));
      }
    } finally {
      this.isTelling = false;
    }
  }

  private async ask(editor: TextEditor | undefined): Promise<boolean> {
    if (editor?.document.languageId !== REPORT) return false;
    const params: CursorParams = { uri: editor.document.uri.toString(), line: editor.selection.active.line };
    // Without an answer the keys do what they always do; the reason is in the log.
    return this.server.request<CursorResult>(CursorRequest, params).then(
      ({ inTable }) => inTable,
      () => false,
    );
  }

  private async keep(inTable: boolean): Promise<void> {
    if (inTable === this.inTable) return;
    this.inTable = inTable;
    await commands.executeCommand('setContext', IN_TABLE, inTable);
  }
}

function placeOf(editor: TextEditor | undefined): string {
  if (editor?.document.languageId !== REPORT) return '';
  return `${editor.document.version} ${editor.selection.active.line} ${editor.document.uri.toString()}`;
}
