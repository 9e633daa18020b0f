import { CancellationToken, DocumentDiagnosticReportKind, type PreviousResultId } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isConfiguration } from '../folder/configurations';
import { diagnosticsOf } from './requests/diagnostic';
import { reportsOfFiles } from './requests/workspace-diagnostic';
import type { Session } from './session';
import { canonicalUri } from '../folder/uri';

/** How long a document rests before its findings are published, in milliseconds. */
const QUIET = 200;

/**
 * For clients that do not ask for diagnostics: publishes them when a document was opened or has rested after a change.
 */
export function publishOnChange(session: Session): void {
  const waiting = new Map<string, () => void>();
  /** What the last publication of each document went by. */
  const states = new Map<string, string>();
  const cancel = (uri: string): void => {
    waiting.get(uri)?.();
    waiting.delete(uri);
  };
  const publish = async (uri: string): Promise<void> => {
    waiting.delete(uri);
    const open = await session.open(uri);
    if (open === undefined) return;
    const state = `${open.version}.${session.stateOf(open)}`;
    if (states.get(uri) === state) return;
    const diagnostics = await diagnosticsOf(session, open);
    // A newer version has its own publication under way.
    if (session.documents.get(uri)?.version !== open.version) return;
    states.set(uri, state);
    session.client.tell((connection) => connection.sendDiagnostics({ uri, version: open.version, diagnostics }));
  };
  const schedule = ({ uri, version }: TextDocument): void => {
    cancel(uri);
    const delay = version <= 1 ? 0 : QUIET;
    const run = (): void => session.client.inBackground(() => publish(uri));
    waiting.set(uri, session.runtime.later(run, delay));
  };
  session.documents.onDidChangeContent(({ document }) => schedule(document));
  session.documents.onDidClose(({ document: { uri } }) => {
    cancel(uri);
    states.delete(uri);
    // Of a configuration we publish what is wrong with it, open or not.
    if (!isConfiguration(uri)) session.publish(uri, []);
  });
  session.onRefresh(() => session.documents.all().forEach(schedule));
  publishStored(session);
}

/**
 * Likewise for files that are not open, where a setting asks for them: after anything that they hang on has changed.
 */
function publishStored(session: Session): void {
  const published = new Map<string, PreviousResultId>();
  let running = false;
  let isStale = false;
  const publishAll = async (): Promise<void> => {
    for await (const { uri, version, ...report } of reportsOfFiles(
      session,
      [...published.values()],
      CancellationToken.None,
    )) {
      if (version !== null || report.kind === DocumentDiagnosticReportKind.Unchanged || session.isOpen(uri)) continue;
      if (report.resultId === undefined) published.delete(canonicalUri(uri));
      else published.set(canonicalUri(uri), { uri, value: report.resultId });
      session.publish(uri, report.items);
    }
  };
  const update = async (): Promise<void> => {
    isStale = true;
    if (running) return;
    running = true;
    while (isStale) {
      isStale = false;
      await publishAll().catch((error: unknown) => session.client.logFailure(error));
    }
    running = false;
  };
  // What is open has its own publications, which are taken back when it is closed.
  session.documents.onDidClose(({ document }) => published.delete(canonicalUri(document.uri)));
  session.onRefresh(() => session.client.inBackground(update));
}
