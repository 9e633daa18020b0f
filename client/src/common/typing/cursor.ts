import { type Disposable, type TextEditor, window, workspace } from 'vscode';
import { type CursorParams, CursorRequest, type CursorResult } from '../../../../server/src/lsp/protocol';
import { REPORT } from '../language';
import type { Server } from '../server';

/** Tells the server where in a report the cursor is: hints follow it. */
export class Cursor implements Disposable {
  private readonly listeners: readonly Disposable[];
  /** What was told last: editor, place and version of the text. */
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
        await this.ask(window.activeTextEditor);
      }
    } finally {
      this.isTelling = false;
    }
  }

  private async ask(editor: TextEditor | undefined): Promise<void> {
    if (editor?.document.languageId !== REPORT) return;
    const { line, character } = editor.selection.active;
    const params: CursorParams = { uri: editor.document.uri.toString(), line, character };
    // Without an answer the hints stay where they are; the reason is in the log.
    await this.server.request<CursorResult>(CursorRequest, params).catch(() => undefined);
  }
}

function placeOf(editor: TextEditor | undefined): string {
  if (editor?.document.languageId !== REPORT) return '';
  const { line, character } = editor.selection.active;
  return `${editor.document.version} ${line}:${character} ${editor.document.uri.toString()}`;
}
