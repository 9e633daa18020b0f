import { type Disposable, type TextDocument, type TextDocumentChangeEvent, window, workspace } from 'vscode';
import { type EditResult, type TotalsParams, TotalsRequest } from '../../../../server/src/lsp/protocol';
import { activeReport } from '../active-report';
import { toRange } from '../commands/server-edits';
import { REPORT } from '../language';
import type { Server } from '../server';
import type { TableKeys } from './table-keys';

/** With `nianbao.totals.onType`, keeps totals that are right so while the counts they add up are typed. */
export class Totals implements Disposable {
  private readonly listeners: readonly Disposable[];
  private isApplying = false;
  private isBehind = false;
  /** Requests are answered in turn, for each counts from where the one before it ended. */
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly server: Server,
    private readonly keys: TableKeys,
  ) {
    this.listeners = [
      keys.onDidSettle((document) => this.placed(document)),
      workspace.onDidChangeTextDocument((change) => this.changed(change)),
      window.onDidChangeActiveTextEditor(() => this.settle(activeReport())),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('nianbao.totals')) this.settle(activeReport());
      }),
    ];
    this.settle(activeReport());
  }

  dispose(): void {
    this.listeners.forEach((listener) => listener.dispose());
  }

  private changed(change: TextDocumentChangeEvent): void {
    const { document, contentChanges } = change;
    if (contentChanges.length === 0 || this.isApplying || !isOn(document)) return;
    // What is not in its place yet is followed once it is there.
    if (this.keys.isBusy(document)) {
      this.isBehind = true;
      return;
    }
    if (isTyped(change)) this.enqueue(() => this.follow(document));
    else this.settle(document);
  }

  private placed(document: TextDocument): void {
    if (this.isBehind && isOn(document)) this.enqueue(() => this.follow(document));
    this.isBehind = false;
  }

  private settle(document: TextDocument | undefined): void {
    if (document !== undefined && isOn(document)) this.enqueue(async () => void (await this.ask(document, true)));
  }

  private async follow(document: TextDocument): Promise<void> {
    const { version, edits } = await this.ask(document, false);
    const editor = window.activeTextEditor;
    // Where the text has changed meanwhile, the next question is on its way.
    if (
      edits.length === 0 ||
      editor?.document !== document ||
      document.version !== version ||
      this.keys.isBusy(document)
    )
      return;
    this.isApplying = true;
    try {
      // One step with what was typed, for whoever undoes it.
      await editor.edit((builder) => edits.forEach(({ range, newText }) => builder.replace(toRange(range), newText)), {
        undoStopBefore: false,
        undoStopAfter: false,
      });
    } finally {
      this.isApplying = false;
    }
    await this.ask(document, true);
  }

  private ask(document: TextDocument, settled: boolean): Promise<EditResult> {
    return this.server.request<EditResult>(TotalsRequest, {
      uri: document.uri.toString(),
      settled,
    } satisfies TotalsParams);
  }

  private enqueue(work: () => Promise<void>): void {
    // What the server cannot answer leaves the totals as they are; the reason is in the log.
    this.turn = this.turn.then(work).catch(() => undefined);
  }
}

const isOn = (document: TextDocument): boolean =>
  document.languageId === REPORT &&
  workspace.getConfiguration('nianbao', document).get<boolean>('totals.onType') === true;

/**
 * A change on the cursor's line, within it. What is undone, pasted over lines or changed from elsewhere is meant as it
 * stands.
 */
function isTyped({ document, contentChanges, reason }: TextDocumentChangeEvent): boolean {
  const editor = window.activeTextEditor;
  const [change, another] = contentChanges;
  if (reason !== undefined || change === undefined || another !== undefined || editor?.document !== document)
    return false;
  return (
    change.range.isSingleLine && change.range.start.line === editor.selection.active.line && !/[\r\n]/.test(change.text)
  );
}
