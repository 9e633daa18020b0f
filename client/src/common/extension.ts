import { type ExtensionContext, window, workspace } from 'vscode';
import { registerCommands } from './commands/index';
import { Exchange, type StartThread } from './exchange';
import { REPORT } from './language';
import { Previews } from './preview/previews';
import { recogniseReports } from './recognition/recognise';
import { type CreateClient, Server } from './server';
import { provideCompared } from './reviewing/compared';
import { ReviewView } from './reviewing/review-view';
import { StatusBar } from './status/status-bar';
import { tellFailure, tellServerUnavailable } from './tell';
import { dropFiles } from './drop-files';
import { Cursor } from './typing/cursor';
import { pasteCells } from './typing/paste';
import { TableKeys } from './typing/table-keys';
import { Totals } from './typing/totals';

let server: Server | undefined;

/** Sets up what works without a server, and starts one as soon as a report is open. */
export function start(context: ExtensionContext, createClient: CreateClient, startThread: StartThread): void {
  const log = window.createOutputChannel('年报 Nianbao', { log: true });
  const exchange = new Exchange(startThread);
  const running = new Server(createClient, context.extensionUri, exchange, log);
  server = running;
  const startForReport = ({ languageId }: { readonly languageId: string }): void => {
    // A failure is told through `onDidFail`.
    if (languageId === REPORT) running.start().catch(() => undefined);
  };
  const recognition = recogniseReports(context.workspaceState);
  const keys = new TableKeys((document) => recognition.isReport(document));
  const review = new ReviewView(running, context.workspaceState, log);
  const previews = new Previews({
    server: running,
    extensionUri: context.extensionUri,
    fail: (error) => void tellFailure(error, log),
  });
  context.subscriptions.push(
    log,
    running,
    running.onDidFail(() => void tellServerUnavailable(log)),
    recognition,
    new StatusBar(running),
    review,
    provideCompared(running),
    new Cursor(running),
    keys,
    previews,
    new Totals(running, keys),
    pasteCells(exchange),
    dropFiles(exchange),
    registerCommands({ context, server: running, log, recognition, keys, exchange, review, previews }),
    workspace.onDidOpenTextDocument(startForReport),
  );
  workspace.textDocuments.forEach(startForReport);
  // Problems of a whole folder are there before a report of it is opened.
  const startForFolders = (): void => void (checksFolders() && running.start().catch(() => undefined));
  context.subscriptions.push(workspace.onDidChangeConfiguration(startForFolders));
  startForFolders();
  void keys.start();
}

const checksFolders = (): boolean =>
  (workspace.workspaceFolders ?? []).some(
    ({ uri }) => workspace.getConfiguration(REPORT, uri).get('diagnostics.scope') === 'workspace',
  );

export async function deactivate(): Promise<void> {
  await server?.stop();
}
