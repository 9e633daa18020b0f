import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import {
  type Preview,
  type PreviewParams,
  PreviewRequest,
  type PreviewResult,
  type SetCellsParams,
  SetCellsRequest,
  type SetCellsResult,
} from '../../../../server/src/lsp/protocol';
import type { FromPage, ToPage } from '../../preview/messages';
import { applyEdits } from '../commands/server-edits';
import type { Server } from '../server';
import { Notice } from '../tell';
import { newNonce, pageOf } from './page';
import { repairAt } from './repairs';
import { readOnlyReason, Source } from './source';
import { pageWords } from './words';

export interface Surroundings {
  readonly server: Server;
  readonly extensionUri: Uri;
  /** Tells the user why something did not work. */
  readonly fail: (error: unknown) => void;
}

/** What a preview begins with. */
export interface Beginning {
  readonly uri: Uri;
  /** The line whose report is shown until a caret says otherwise. */
  readonly line: number;
  readonly wantsLastYear: boolean;
}

/** One preview: shows the report at the caret of a text, as it is now, and brings back what is done in it. */
export class PreviewPanel implements Disposable {
  private readonly disposed = new EventEmitter<void>();
  readonly onDidDispose = this.disposed.event;
  private readonly listeners: Disposable;
  private source: Source;
  private line: number;
  private wantsLastYear: boolean;
  private preview: Preview | undefined;
  /** Why values cannot be typed; empty where they can, `undefined` where nobody has looked yet. */
  private readOnly: string | undefined;
  private isReady = false;
  private isDisposed = false;
  /** What the page shows, or shall show when it is ready. */
  private shown: Extract<ToPage, { kind: 'shown' | 'unavailable' }> | undefined;
  private isAsking = false;
  private isStale = false;
  /** Aborted where nobody waits for the answer any more. */
  private asking = new AbortController();
  /** The line that the page has brought to the top: what the editor tells of that is no news. */
  private scrolledTo: number | undefined;
  /** Values are written one after the other, each into what the one before it left. */
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly panel: WebviewPanel,
    private readonly surroundings: Surroundings,
    { uri, line, wantsLastYear }: Beginning,
  ) {
    this.source = new Source(uri);
    this.line = line;
    this.wantsLastYear = wantsLastYear;
    const { webview } = panel;
    const dist = Uri.joinPath(surroundings.extensionUri, 'dist');
    webview.options = { enableScripts: true, localResourceRoots: [] };
    this.listeners = Disposable.from(
      this.disposed,
      panel.onDidDispose(() => this.dispose()),
      webview.onDidReceiveMessage((message: FromPage) => void this.received(message).catch(surroundings.fail)),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (this.source.isOf(document)) void this.refresh();
      }),
      // A text also opens anew when its language becomes ours.
      workspace.onDidOpenTextDocument((document) => {
        if (this.source.isOf(document)) this.begin();
      }),
      workspace.onDidSaveTextDocument((document) => {
        if (this.source.isOf(document)) void this.lookAgain();
      }),
      panel.onDidChangeViewState(() => void (panel.active && this.lookAgain())),
      surroundings.server.onDidCheck((checked) => {
        if (checked.toString() === this.source.uri.toString()) void this.refresh();
      }),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === this.source.editor) this.caretMoved();
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if (textEditor === this.source.editor) this.sourceScrolled();
      }),
    );
    this.name();
    this.draw(dist).catch(surroundings.fail);
    // By the time that the page can show something, it is there.
    void this.refresh();
  }

  private async draw(dist: Uri): Promise<void> {
    const [script, style] = await Promise.all(
      ['preview.js', 'preview.css'].map(async (name) =>
        new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(dist, name))),
      ),
    );
    if (this.isDisposed) return;
    this.panel.webview.html = pageOf({
      language: 'zh-CN',
      title: this.panel.title,
      script: script!,
      style: style!,
      nonce: newNonce(),
      words: pageWords(),
    });
  }

  dispose(): void {
    this.isDisposed = true;
    this.asking.abort();
    this.disposed.fire();
    this.listeners.dispose();
    this.panel.dispose();
  }

  /** Shows another text, or the same one. */
  follow(uri: Uri, line: number): void {
    this.line = line;
    if (uri.toString() !== this.source.uri.toString()) {
      this.asking.abort();
      this.shown = undefined;
      this.source = new Source(uri);
      this.preview = undefined;
      this.readOnly = undefined;
      this.name();
    }
    void this.refresh();
  }

  /** Shows the text from its first word on, with nothing known of it. */
  private begin(): void {
    this.preview = undefined;
    this.readOnly = undefined;
    void this.refresh();
  }

  reveal(column: ViewColumn, preserveFocus: boolean): void {
    this.panel.reveal(column, preserveFocus);
  }

  private name(): void {
    const { path } = this.source.uri;
    this.panel.title = l10n.t('Preview {0}', path.slice(path.lastIndexOf('/') + 1));
  }

  private post(message: ToPage): void {
    if (message.kind === 'shown' || message.kind === 'unavailable') this.shown = message;
    if (this.isReady && !this.isDisposed) void this.panel.webview.postMessage(message);
  }

  /** One question at a time; what has changed meanwhile is asked again. */
  private async refresh(): Promise<void> {
    this.isStale = true;
    if (this.isAsking) return;
    this.isAsking = true;
    try {
      while (this.isStale) {
        this.isStale = false;
        const { signal } = (this.asking = new AbortController());
        await this.ask(signal).catch((error: unknown) => {
          if (!signal.aborted) throw error;
        });
      }
    } catch {
      // The reason is in the log.
      this.post({ kind: 'unavailable', reason: l10n.t('The report cannot be shown now; the log tells why.') });
    } finally {
      this.isAsking = false;
    }
  }

  private async ask(signal: AbortSignal): Promise<void> {
    const { source, wantsLastYear } = this;
    const document = await source.load();
    if (signal.aborted) return;
    if (document === undefined)
      return this.post({ kind: 'unavailable', reason: l10n.t('The file is no longer there.') });
    const { editor } = source;
    if (editor !== undefined) this.line = editor.selection.active.line;
    const params: PreviewParams = {
      uri: source.uri.toString(),
      line: Math.min(this.line, document.lineCount - 1),
      lastYear: wantsLastYear,
      ...(this.preview && { known: this.preview.state }),
    };
    // The file's own state is asked of the window, which takes longer than all else: not with every key.
    const [result, readOnly] = await Promise.all([
      this.surroundings.server.ask<PreviewResult>(PreviewRequest, params, signal),
      this.readOnly ?? readOnlyReason(document),
    ]);
    if (signal.aborted) return;
    this.readOnly = readOnly;
    if (result === null)
      return this.post({ kind: 'unavailable', reason: l10n.t('The text is not treated as an annual report.') });
    if ('unchanged' in result) return;
    this.preview = result;
    const caret = this.caret();
    this.post({
      kind: 'shown',
      uri: source.uri.toString(),
      preview: result,
      wantsLastYear,
      readOnly,
      ...(caret !== undefined && { caret }),
    });
    // The caret may have gone on to another report meanwhile.
    const line = source.editor?.selection.active.line ?? this.line;
    if (line !== this.line && !isWithin(result, line)) this.isStale = true;
  }

  /** Whether values can be typed may be another answer now. */
  private async lookAgain(): Promise<void> {
    const { source, readOnly } = this;
    const now = source.document && (await readOnlyReason(source.document));
    if (source !== this.source || readOnly === undefined || now === undefined || now === readOnly) return;
    this.begin();
  }

  private caretMoved(): void {
    const { editor } = this.source;
    if (editor === undefined) return;
    // What follows from a key is on its way, and brings the caret along.
    if (this.isAsking && this.preview?.version !== editor.document.version) return;
    if (this.preview === undefined || !isWithin(this.preview, editor.selection.active.line)) return void this.refresh();
    const offset = this.caret();
    if (offset !== undefined) this.post({ kind: 'caret', offset });
  }

  private caret(): number | undefined {
    const { editor } = this.source;
    return editor?.document.offsetAt(editor.selection.active);
  }

  private sourceScrolled(): void {
    const { editor } = this.source;
    const top = editor?.visibleRanges[0]?.start;
    if (editor === undefined || top === undefined) return;
    const isOurs = this.scrolledTo !== undefined;
    this.scrolledTo = undefined;
    if (!isOurs) this.post({ kind: 'top', offset: editor.document.offsetAt(top) });
  }

  private async received(message: FromPage): Promise<void> {
    if (message.kind === 'ready') {
      // A page that was hidden begins anew.
      this.isReady = true;
      if (this.shown === undefined) return;
      this.post(this.shown);
      return this.caretMoved();
    }
    if (message.kind === 'lastYear') {
      this.wantsLastYear = message.wanted;
      return this.refresh();
    }
    if (message.kind === 'select') return this.source.select(message.at);
    if (message.kind === 'top') {
      this.scrolledTo = this.source.scrollTo(message.offset);
      return;
    }
    const document = await this.source.load();
    if (document === undefined) throw new Notice(l10n.t('The file is no longer there.'));
    if (message.kind === 'go') return this.source.go(document, message.at, this.panel.viewColumn ?? ViewColumn.One);
    if (message.kind === 'repair')
      return repairAt(this.surroundings.server, document, message.at, () => this.source.beside(document));
    if (message.kind === 'set') {
      this.turn = this.turn.then(() => this.set(message)).catch(this.surroundings.fail);
      return this.turn;
    }
    return this.takeBack(message.kind);
  }

  private async set({ cell, text }: Extract<FromPage, { kind: 'set' }>): Promise<void> {
    const { source } = this;
    const document = await source.load();
    if (document === undefined) return;
    const params: SetCellsParams = {
      uri: source.uri.toString(),
      ...cell,
      text,
      totals: workspace.getConfiguration('nianbao', document).get<boolean>('totals.onType') === true,
    };
    let refusal = l10n.t('This did not work, and nothing was changed. Please try again; the log tells the reason.');
    try {
      const result = await this.surroundings.server.request<SetCellsResult>(SetCellsRequest, params);
      refusal = result.refusal ?? '';
      if (result.edits.length > 0) await applyEdits(document, result, await source.beside(document));
    } catch (error) {
      if (error instanceof Notice) refusal = error.message;
    }
    this.post({ kind: 'told', cell, refusal });
  }

  /** Undo is the editor's, and works in the one that has the focus. */
  private async takeBack(kind: 'undo' | 'redo'): Promise<void> {
    const { editor } = this.source;
    if (editor === undefined) return;
    const { viewColumn = ViewColumn.One } = this.panel;
    await window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? ViewColumn.One });
    await commands.executeCommand(kind);
    this.panel.reveal(viewColumn, false);
  }
}

const isWithin = ({ lines: [first, end] }: Preview, line: number): boolean => first <= line && line < end;
