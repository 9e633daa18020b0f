import { Disposable, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { KeptState } from '../../preview/messages';
import { REPORT } from '../language';
import { isOwnFile } from '../own-file';
import { type Beginning, PreviewPanel, type Surroundings } from './preview-panel';

const VIEW_TYPE = 'nianbao.preview';

/** The preview of the window: there is one, which goes with the active report. */
export class Previews implements Disposable {
  private shown: PreviewPanel | undefined;
  private readonly listeners: Disposable;

  constructor(private readonly surroundings: Surroundings) {
    this.listeners = Disposable.from(
      window.registerWebviewPanelSerializer(VIEW_TYPE, {
        deserializeWebviewPanel: async (panel, state: KeptState | undefined) => this.restore(panel, state),
      }),
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor?.document.languageId === REPORT && isOwnFile(editor.document))
          this.shown?.follow(editor.document.uri, editor.selection.active.line);
      }),
    );
  }

  dispose(): void {
    this.listeners.dispose();
    this.shown?.dispose();
  }

  /** Beside the text the focus stays in the text. */
  open(uri: Uri, line: number, where: 'here' | 'beside'): void {
    const column = where === 'here' ? ViewColumn.Active : ViewColumn.Beside;
    if (this.shown !== undefined) {
      this.shown.follow(uri, line);
      this.shown.reveal(column, where === 'beside');
      return;
    }
    const panel = window.createWebviewPanel(
      VIEW_TYPE,
      '',
      { viewColumn: column, preserveFocus: where === 'beside' },
      { enableFindWidget: true },
    );
    this.take(panel, { uri, line, wantsLastYear: false });
  }

  private restore(panel: WebviewPanel, state: KeptState | undefined): void {
    if (state === undefined) panel.dispose();
    else this.take(panel, { ...state, uri: Uri.parse(state.uri) });
  }

  private take(panel: WebviewPanel, beginning: Beginning): void {
    this.shown?.dispose();
    const taken = new PreviewPanel(panel, this.surroundings, beginning);
    this.shown = taken;
    taken.onDidDispose(() => {
      if (this.shown === taken) this.shown = undefined;
    });
  }
}
