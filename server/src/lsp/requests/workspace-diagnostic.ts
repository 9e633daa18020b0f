import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type PreviousResultId,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  ResponseError,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { wordsIn } from '../../core/index';
import { showProgress } from '../progress';
import { toFailureDiagnostic, TOP } from '../to-protocol';
import { throwIfCancelled, type Session, unlessCancelled } from '../session';
import { canonicalUri } from '../../folder/uri';
import { diagnostic, diagnosticsOf } from './diagnostic';

const CHECKING = { zh: '年报：正在检查文件夹', en: 'Annual reports: checking the folder' };

/** How many files are told of at once to a client that takes its answer in pieces. */
const CHUNK = 16;

/** workspace/diagnostic: the reports of the folders whose setting says so, open or not. */
export async function workspaceDiagnostic(
  session: Session,
  { previousResultIds }: WorkspaceDiagnosticParams,
  token: CancellationToken,
  _: unknown,
  partial: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
): Promise<WorkspaceDiagnosticReport> {
  let items: WorkspaceDocumentDiagnosticReport[] = [];
  for await (const report of reportsOfFiles(session, previousResultIds, token)) {
    items.push(report);
    if (partial === undefined || items.length < CHUNK) continue;
    partial.report({ items });
    items = [];
  }
  return { items };
}

/**
 * A file a turn, so that no key press waits; what was told before and still holds costs nothing, what no longer belongs
 * here is taken back.
 */
export async function* reportsOfFiles(
  session: Session,
  previousResultIds: readonly PreviousResultId[],
  token: CancellationToken,
): AsyncGenerator<WorkspaceDocumentDiagnosticReport> {
  const previous = new Map(previousResultIds.map(({ uri, value }) => [canonicalUri(uri), { uri, value }]));
  if (await session.checksStored()) {
    await unlessCancelled(token, session.workspace.ready);
    const open = session.openUris().filter((uri) => session.workspace.contains(uri));
    const openFiles = new Set(open.map(canonicalUri));
    const others = session.workspace.reportFiles().filter((uri) => !openFiles.has(canonicalUri(uri)));
    const all = [...open, ...others];
    // As long as they were never told, a list without problems says nothing.
    const unknown = all.filter((uri) => !previous.has(canonicalUri(uri))).length;
    const progress = showProgress(session.client, unknown, wordsIn(CHECKING, session.locale), 1);
    let done = 0;
    try {
      for (const uri of all) {
        throwIfCancelled(token);
        const key = canonicalUri(uri);
        const report = await reportOf(session, uri, previous.get(key)?.value, token).catch((error: unknown) =>
          failed(session, uri, error),
        );
        if (!previous.has(key)) progress.report(++done);
        if (report === undefined) continue;
        previous.delete(key);
        yield report;
      }
    } finally {
      progress.done();
    }
  }
  throwIfCancelled(token);
  for (const { uri } of previous.values())
    if (!session.isOpen(uri)) yield { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] };
}

async function reportOf(
  session: Session,
  uri: string,
  previousResultId: string | undefined,
  token: CancellationToken,
): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
  const settings = await session.settings.ofStored(uri);
  if (settings.scope !== 'workspace') return undefined;
  const version = session.documents.get(uri)?.version;
  if (version !== undefined) {
    const report = await diagnostic(
      session,
      { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) },
      token,
    );
    return { ...report, uri, version };
  }
  const resultId = `${session.run}.stored.${session.stateOfStored(uri, settings)}`;
  if (previousResultId === resultId)
    return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId };
  await session.runtime.nextTurn();
  const file = await session.stored(uri);
  if (file === undefined) return undefined;
  const items = await diagnosticsOf(session, file, token);
  // What could not be read is tried again whenever it is asked for.
  return {
    kind: DocumentDiagnosticReportKind.Full,
    uri,
    version: null,
    resultId: file.failed ? `${resultId}.failed` : resultId,
    items,
  };
}

/** One file that cannot be checked takes nothing from the others. */
function failed(session: Session, uri: string, error: unknown): WorkspaceDocumentDiagnosticReport {
  if (error instanceof ResponseError) throw error;
  session.client.logFailure(error);
  return {
    kind: DocumentDiagnosticReportKind.Full,
    uri,
    version: null,
    items: [toFailureDiagnostic(TOP, undefined, session.locale)],
  };
}
