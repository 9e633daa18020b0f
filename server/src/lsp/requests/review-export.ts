import type { CancellationToken } from 'vscode-languageserver';
import {
  arrivalsOf,
  lapsedEntries,
  lapsedLine,
  Lines,
  overviewOf,
  placeOfIgnore,
  ruleById,
  wordsIn,
  yearInFileName,
  type Ignore,
  type LapsedEntry,
  type Locale,
  type OverviewReport,
  type Received,
  type ReportOfEntries,
} from '../../core/index';
import { listedBodies, type ListedBodies } from '../../folder/listed-bodies';
import { folderOf, folderThatHolds, nameOf } from '../../folder/uri';
import type {
  ArrivalsOfList,
  ArrivalsParams,
  ArrivalsResult,
  ExportedOverviewParams,
  ExportedOverviewResult,
  LapsedOfConfig,
  LapsedOverview,
  LapsedParams,
  LapsedResult,
} from '../protocol';
import { importing } from '../client-files';
import { throwIfCancelled, type Session } from '../session';
import { isChecked } from './diagnostic';
import { readAll } from './reviewing';

/** nianbao/exportedOverview: what the overview of the command line says of reports, open or stored. */
export async function exportedOverview(
  session: Session,
  { uris }: ExportedOverviewParams,
  token: CancellationToken,
): Promise<ExportedOverviewResult> {
  const { locale } = session;
  const reports: OverviewReport[] = [];
  const failed: string[] = [];
  if (uris.length === 0) return { locale, reports, failed };
  for await (const { uri, read } of readAll(session, uris, token)) {
    if (read === undefined || !isChecked(session, read)) {
      failed.push(pathOf(session, uri));
      continue;
    }
    for (const segment of read.document.segments.filter(({ report }) => report.recognised)) {
      const findings = session.verdicts.findings(read, segment);
      const setAside = session.verdicts.setAside(read, segment);
      const lastYear = session.workspace.lastYearOf(read.uri, read.document, segment);
      reports.push(overviewOf({ path: pathOf(session, uri), segment, findings, setAside, lastYear }, locale));
    }
  }
  return { locale, reports, failed };
}

/** The way from the folder that is open; people know files by it. */
function pathOf({ workspace }: Session, uri: string): string {
  const folder = folderThatHolds(uri, workspace.folders);
  if (folder === undefined) return nameOf(uri);
  return uri.split('/').slice(folder.split('/').length).map(nameOf).join('/');
}

/** nianbao/arrivals: what came and what did not, a list of a configuration after the other. */
export async function arrivals(
  session: Session,
  { received }: ArrivalsParams,
  token: CancellationToken,
): Promise<ArrivalsResult> {
  const lists = new Map<string, { readonly bodies: readonly string[] | string; readonly received: Received[] }>();
  for (const { uri, body, year } of received) {
    const { config, uri: file } = await session.workspace.configs.of(uri);
    if (file === undefined || config.bodies === undefined) continue;
    const list = lists.get(file) ?? { bodies: config.bodies, received: [] };
    lists.set(file, list);
    const ofReport = { body: body ?? undefined, year: year ?? yearInFileName(nameOf(uri)) };
    list.received.push({ file: uri, ...ofReport });
  }
  const all: ArrivalsOfList[] = [];
  for (const [config, list] of lists) {
    const listed =
      typeof list.bodies === 'string' ? await bodiesIn(session, config, list.bodies, token) : { names: list.bodies };
    throwIfCancelled(token);
    const problem = 'problem' in listed ? `${list.bodies as string}：${wordsIn(listed.problem, session.locale)}` : null;
    const names = 'names' in listed ? listed.names : [];
    // Of a list that nobody can read no report is missing, and none is beside it.
    const found = arrivalsOf(names, problem === null ? list.received : []);
    all.push({ ...found, config, problem });
  }
  return { lists: all };
}

/** The bodies that the file lists which a configuration names. */
function bodiesIn(
  { client, files, workspace }: Session,
  config: string,
  name: string,
  token: CancellationToken,
): Promise<ListedBodies> {
  const uri = `${folderOf(config)}/${name.split('/').map(encodeURIComponent).join('/')}`;
  workspace.watchList(uri);
  const both = { read: files.read, imported: importing(client, token) };
  return listedBodies(both, uri, (error) => client.logFailure(error, `${uri}: `));
}

/** nianbao/lapsedEntries: what configurations say of findings that are no longer there, one after the other. */
export async function lapsed(session: Session, { reports, isWhole }: LapsedParams): Promise<LapsedResult> {
  const byConfig = new Map<string, { readonly ignores: readonly Ignore[]; readonly reports: ReportOfEntries[] }>();
  for (const { uri, body, year, entries } of reports) {
    const { config, uri: file } = await session.workspace.configs.of(uri);
    if (file === undefined || config.ignores === undefined) continue;
    const own = byConfig.get(file) ?? { ignores: config.ignores, reports: [] };
    byConfig.set(file, own);
    own.reports.push({ body: body ?? undefined, year: year ?? undefined, entries });
  }
  const all: LapsedOfConfig[] = [];
  for (const [config, own] of byConfig) {
    // Above the open folders a configuration holds for reports that nobody sees here.
    const entries = lapsedEntries(own.ignores, own.reports, isWhole && session.workspace.contains(config));
    if (entries.length === 0) continue;
    const text = await session.configEdits.textOf(config);
    all.push({ config, entries: entries.map((one) => lapsedOverview(one, text, session.locale)) });
  }
  return { lapsed: all };
}

const lapsedOverview = (entry: LapsedEntry, config: string, locale: Locale): LapsedOverview => ({
  ...entry,
  range: rangeOfIgnore(config, entry.ignore),
  name: wordsIn(ruleById(entry.ignore.rule)!.name, locale),
  line: lapsedLine(entry, locale),
});

function rangeOfIgnore(config: string, ignore: Ignore): LapsedOverview['range'] {
  const place = placeOfIgnore(config, ignore);
  return place === undefined ? null : Lines.of(config).range(place);
}
