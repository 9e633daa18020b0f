import type { CancellationToken } from 'vscode-languageserver';
import {
  arrivalsOf,
  bodiesInText,
  overviewOf,
  yearInFileName,
  type OverviewReport,
  type Received,
} from '../../core/index';
import { folderOf, folderThatHolds, nameOf } from '../../folder/uri';
import type {
  ArrivalsOfList,
  ArrivalsParams,
  ArrivalsResult,
  ExportedOverviewParams,
  ExportedOverviewResult,
} from '../protocol';
import type { Session } from '../session';
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
export async function arrivals(session: Session, { received }: ArrivalsParams): Promise<ArrivalsResult> {
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
    const bodies = await namesIn(session, config, list.bodies);
    const found = arrivalsOf(bodies ?? [], list.received);
    const problem = bodies === undefined ? nameOf(list.bodies as string) : null;
    all.push({ ...found, ...(bodies === undefined ? { unexpected: [] } : {}), config, problem });
  }
  return { lists: all };
}

/** A workbook is read by the command line and by the command that takes a list over, not here. */
async function namesIn(
  session: Session,
  config: string,
  bodies: readonly string[] | string,
): Promise<readonly string[] | undefined> {
  if (typeof bodies !== 'string') return bodies;
  const file = `${folderOf(config)}/${bodies.split('/').map(encodeURIComponent).join('/')}`;
  const text = await session.files.read(file).catch((error: unknown) => session.client.logFailure(error));
  const names = text === undefined || text.startsWith('PK') ? [] : bodiesInText(text);
  return names.length === 0 ? undefined : names;
}
