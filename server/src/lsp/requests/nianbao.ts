import {
  contextOf,
  convertTables,
  editionById,
  editionOfYear,
  inherit,
  insertMissingSections,
  isGarbled,
  lineEndOf,
  message,
  readDocument,
  reportTemplate,
  rowsOf,
  say,
  toSnippet,
  UNJUDGED,
  wordsIn,
  type Report,
} from '../../core/index';
import { toTextEdit } from '../to-protocol';
import type {
  ConvertParams,
  ConvertResult,
  EditParams,
  EditResult,
  ReportStatus,
  StatusParams,
  StatusResult,
  TemplateParams,
  TemplateResult,
} from '../protocol';
import type { Session } from '../session';
import { fixAllEdits } from './code-action';
import { inTime } from '../patience';
import { isChecked } from './diagnostic';

/** nianbao/status */
export async function status(session: Session, { uri }: StatusParams): Promise<StatusResult | null> {
  const open = await session.open(uri);
  if (open === undefined) return null;
  const all = open.document.segments.map(({ report }) => report);
  const reports = all.filter((report) => report.recognised);
  const unjudged = reports.length > 0 ? undefined : all[0]?.unjudged;
  return {
    recognised: reports.length > 0,
    reason: unjudged === undefined ? null : wordsIn(UNJUDGED[unjudged], open.settings.locale),
    garbled: isGarbled(open.document.text),
    failed: !isChecked(session, open),
    reports: reports.map(reportStatus),
  };
}

function reportStatus({ text, year, body, edition, layout, tables }: Report): ReportStatus {
  return {
    body: body?.text ?? null,
    year: year?.value ?? null,
    edition: edition.id,
    layout,
    evidence: tables.flatMap(({ evidence: [first] }) =>
      first === undefined ? [] : [text.slice(first.span.start, first.span.end)],
    ),
    rowsRead: tables.flatMap((table) => table.rows).filter((row) => row.cells.length > 0).length,
    rowsOfForm: Object.values(edition.tables).flatMap(rowsOf).length,
  };
}

/** nianbao/template: on the edition of the year, else of the settings, else the newest. */
export async function template(session: Session, params: TemplateParams): Promise<TemplateResult> {
  const settings = await session.settings.of('');
  const edition =
    settings.edition !== 'auto' ? editionById(settings.edition) : editionOfYear(params.year ?? Number.MAX_SAFE_INTEGER);
  const values = {
    ...(params.body === undefined ? {} : { body: params.body }),
    ...(params.year === undefined ? {} : { year: params.year }),
  };
  const text = reportTemplate(edition, params.layout ?? settings.layout, values);
  const document = readDocument(text);
  const [fresh] = document.segments;
  await patiently(session, session.workspace.ready);
  const last = fresh && session.workspace.lastYearOf('', document, fresh);
  if (fresh === undefined || last === undefined)
    return { text: params.snippet ? toSnippet(text) : text, lastYear: null };
  const stored = await session.stored(last.file).catch(() => undefined);
  const report = stored?.document.segments.find(
    ({ report: { title } }) => title?.year?.value === last.summary.year,
  )?.report;
  const inherited = inherit(fresh.report, { cells: last.summary.cells, report });
  return { text: params.snippet ? toSnippet(inherited) : inherited, lastYear: last.file };
}

/** Waits for work that is under way, but not for ever. */
const patiently = (session: Session, work: Promise<unknown>): Promise<unknown> =>
  inTime(work, session.runtime.later, PATIENCE).catch(() => undefined);

const PATIENCE = 3_000;

/** nianbao/missingSections */
export async function missingSections(session: Session, { uri }: EditParams): Promise<EditResult | null> {
  const open = await session.open(uri);
  if (open === undefined) return null;
  const edits = open.document.segments
    .filter(({ report }) => report.recognised)
    .flatMap((segment) =>
      insertMissingSections(contextOf(segment.report, open.settings)).map((edit) => toTextEdit(segment, edit)),
    );
  return { version: open.version, edits };
}

/** nianbao/fixAll */
export async function fixAll(session: Session, { uri }: EditParams): Promise<EditResult | null> {
  const open = await session.open(uri);
  return open === undefined ? null : { version: open.version, edits: fixAllEdits(session, open) };
}

const REFUSED = { zh: '“{table}”：{reason}', en: '“{table}”: {reason}' };

/** nianbao/convert: all tables of a document, each left as it is where converting would lose something. */
export async function convert(session: Session, { uri, layout }: ConvertParams): Promise<ConvertResult | null> {
  const open = await session.open(uri);
  if (open === undefined) return null;
  const { document, settings } = open;
  const edits: EditResult['edits'][number][] = [];
  const refused: string[] = [];
  for (const segment of document.segments) {
    const converted = convertTables(segment.report, layout, lineEndOf(document.text), settings.cjkWidth);
    edits.push(...converted.edits.map((edit) => toTextEdit(segment, edit)));
    for (const { table, reason } of converted.refused)
      refused.push(say(message(REFUSED, { table, reason }), settings.locale));
  }
  return { version: open.version, edits, refused };
}
