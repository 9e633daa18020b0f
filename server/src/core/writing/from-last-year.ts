import { cellKey, type ReportSummary } from '../collection/summary';
import type { Report } from '../model/report';
import { format } from '../text/decimal';
import { applyEdits, type TextEdit } from '../text/span';

/** What last year's report of a body gives to a new one. */
export interface Inheritance {
  readonly cells: ReportSummary['cells'];
  /** Last year's report itself, where it could be read. */
  readonly report: Report | undefined;
}

/**
 * The text of a new report with what was carried over last year as carried in, what was in force as still in force, and
 * the body's own preamble of last year in place of the usual one.
 */
export function inherit(fresh: Report, { cells, report }: Inheritance): string {
  const edits: TextEdit[] = [];
  for (const { id, rows } of fresh.tables) {
    for (const row of rows) {
      for (const { column, span } of row.cells) {
        const from = sourceOf(row.form.id, column.id);
        const last = from === undefined ? undefined : cells.get(cellKey(id, from, column.id));
        if (last !== undefined) edits.push({ span, newText: format(last.amount) });
      }
    }
  }
  const own = preambleIn(fresh);
  const preamble = report === undefined ? undefined : nextYears(report);
  if (own !== undefined && preamble !== undefined) edits.push({ span: own, newText: preamble });
  return applyEdits(fresh.text, edits);
}

/** The row of last year's table from which a cell goes on. */
const sourceOf = (row: string, column: string): string | undefined =>
  row === 'carried-in' ? 'carried-out' : column === 'in-force' ? row : undefined;

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
