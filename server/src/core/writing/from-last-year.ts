import { cellKey, type ReportSummary } from '../collection/summary';
import type { Report } from '../model/report';
import { cellOf, rowOf, tableOf } from '../model/report';
import { format } from '../text/decimal';
import { applyEdits, type TextEdit } from '../text/span';

/** What last year's report of a body gives to a new one. */
export interface Inheritance {
  readonly cells: ReportSummary['cells'];
  /** Last year's report itself, where it could be read. */
  readonly report: Report | undefined;
}

/**
 * The text of a new report with what was carried over last year as carried in, and the body's own preamble of last year
 * in place of the usual one.
 */
export function inherit(fresh: Report, { cells, report }: Inheritance): string {
  const edits: TextEdit[] = [];
  const table = tableOf(fresh, 'requests');
  const row = table && rowOf(table, 'carried-in');
  for (const { id } of row?.columns ?? []) {
    const last = cells.get(cellKey('requests', 'carried-out', id));
    const cell = cellOf(row!, id);
    if (last !== undefined && cell !== undefined) edits.push({ span: cell.span, newText: format(last.amount) });
  }
  const own = preambleIn(fresh);
  const preamble = report === undefined ? undefined : nextYears(report);
  if (own !== undefined && preamble !== undefined) edits.push({ span: own, newText: preamble });
  return applyEdits(fresh.text, edits);
}

/** The text between title and first section. */
function preambleIn({ title, sections, text, lines }: Report): { start: number; end: number } | undefined {
  const [first] = sections;
  if (title === undefined || first === undefined) return undefined;
  const between = text.slice(title.span.end, lines.start(lines.lineAt(first.heading.start)));
  const start = title.span.end + between.length - between.trimStart().length;
  return { start, end: start + between.trim().length };
}

/** More than this is hardly a preamble. */
const LONGEST = 1_000;

/** Last year's preamble as it would be written a year later; `undefined` where there is none. */
function nextYears(report: Report): string | undefined {
  const span = preambleIn(report);
  const words = span === undefined ? '' : report.text.slice(span.start, span.end);
  const year = report.title?.year?.value;
  if (year === undefined || words.length > LONGEST || !/信息公开/.test(words)) return undefined;
  // A law that was revised in that year stays revised in it.
  return words
    .replace(/\r\n?/g, '\n')
    .replace(new RegExp(`(?<!\\d)${year}(?=\\s*年(?!\\s*(?:修订|修正|[^。，；]{0,12}号令)))`, 'g'), String(year + 1));
}
