import type { CancellationToken } from 'vscode-languageserver';
import { say, wordsIn, type Judged, type Locale, type Segment } from '../../core/index';
import { canonicalUri } from '../../folder/uri';
import type { FileOverview, FindingOverview, OverviewParams, OverviewResult, ReportOverview } from '../protocol';
import type { ReadText } from '../reading';
import { ahead } from '../ahead';
import { type Session, unlessCancelled } from '../session';
import { toRange } from '../to-protocol';
import { isChecked } from './diagnostic';

/**
 * How many files are judged for one answer: what is known by then can be shown. For each answer all that the client
 * knows is gone through, so that pages grow with it: the cost of all of them grows with the files, not with its square.
 */
export const pageAfter = (known: number): number => Math.max(FIRST_PAGE, Math.floor(known / 8));
const FIRST_PAGE = 32;

/**
 * nianbao/overview: the verdict on every report of the open folders, whatever the settings say about problems of files
 * that are not open. What the client knows and still holds costs nothing; a file a turn, so that no key press waits.
 * What is cancelled while files are judged is answered with those that were: they need not be judged again.
 */
export async function overview(
  session: Session,
  { known }: OverviewParams,
  token: CancellationToken,
): Promise<OverviewResult> {
  session.overviewAsked = true;
  await unlessCancelled(token, session.workspace.ready);
  const open = session.openUris().filter((uri) => session.workspace.contains(uri));
  const openFiles = new Set(open.map(canonicalUri));
  const stored = session.workspace.reportFiles().filter((uri) => !openFiles.has(canonicalUri(uri)));
  const states = new Map(known.map(({ uri, state }) => [uri, state]));
  const stale: StaleFile[] = [];
  for (const uri of [...open, ...stored]) {
    const before = states.get(uri);
    states.delete(uri);
    const state = await stateOf(session, uri);
    if (state !== undefined && before !== state && before !== failedState(state)) stale.push({ uri, state });
  }
  const files: FileOverview[] = [];
  const page = ahead(
    stale.slice(0, pageAfter(known.length)),
    async ({ uri }) => (await session.open(uri)) ?? (await session.stored(uri)),
    () => !token.isCancellationRequested,
  );
  for await (const [file, read] of page) files.push(await overviewOf(session, file, await read));
  return { files, left: stale.length - files.length, gone: [...states.keys()] };
}

/** A file whose verdict the client does not know. */
type StaleFile = Pick<FileOverview, 'uri' | 'state'>;

/** Is told again to a client that does not say it: then what failed is tried again. */
const failedState = (state: string): string => `${state}.failed`;

/** Changes when the verdict on a file may have changed; nothing where it is no longer open. */
async function stateOf(session: Session, uri: string): Promise<string | undefined> {
  if (session.documents.get(uri) === undefined)
    return `${session.run}.${session.stateOfStored(uri, await session.settings.ofStored(uri))}`;
  const open = await session.open(uri);
  return open === undefined ? undefined : `${session.run}.open.${session.stateOf(open)}`;
}

async function overviewOf(
  session: Session,
  { uri, state }: StaleFile,
  read: ReadText | undefined,
): Promise<FileOverview> {
  await session.runtime.nextTurn();
  if (read === undefined) return { uri, state, failed: false, reports: [] };
  const failed = !isChecked(session, read);
  const config = (await session.workspace.configs.of(uri)).uri ?? '';
  const recognised = failed ? [] : read.document.segments.filter(({ report }) => report.recognised);
  return {
    uri,
    state: failed ? failedState(state) : state,
    failed,
    reports: recognised.map((segment) => reportOverview(session, read, segment, config)),
  };
}

function reportOverview(session: Session, read: ReadText, segment: Segment, config: string): ReportOverview {
  const { locale } = read.settings;
  const { body, year, edition, layout, title, lines } = segment.report;
  return {
    body: body?.text ?? null,
    year: year?.value ?? null,
    edition: edition.id,
    layout,
    range: toRange(segment, title?.span ?? lines.span(0)),
    lastYear: session.workspace.lastYearOf(read.uri, read.document, segment)?.file ?? null,
    findings: session.verdicts.findings(read, segment).map((finding) => findingOverview(segment, finding, locale)),
    entries: session.verdicts.entries(read, segment),
    setAside: session.verdicts
      .setAside(read, segment)
      .map(({ finding, ignore }) => ({ finding: findingOverview(segment, finding, locale), ignore, file: config })),
  };
}

const findingOverview = (
  segment: Segment,
  { rule, severity, message, span }: Judged,
  locale: Locale,
): FindingOverview => ({
  rule: rule.id,
  name: wordsIn(rule.name, locale),
  severity,
  message: say(message, locale),
  range: toRange(segment, span),
});
