import type { ColumnForm, Words } from '../formats/types';
import type { Report, Row } from '../model/report';
import { canonicalBody, sameBody } from '../collection/body-name';
import type { Span } from '../text/span';

/**
 * Findings that do not apply, named by what they are about and never by a line; what is left out matches everything.
 */
export interface Ignore {
  readonly rule: string;
  readonly body?: string;
  readonly year?: number;
  readonly row?: string;
  readonly column?: string;
  /** Why it does not apply, and who says so; for people. */
  readonly reason: string;
  readonly by?: string;
  readonly kind?: IgnoreKind;
}

/** The finding does not apply, or its values were looked at and are right. */
export type IgnoreKind = 'not-applicable' | 'confirmed';
export const IGNORE_KINDS: readonly IgnoreKind[] = ['not-applicable', 'confirmed'];

/** What an ignore goes by: the rule of a finding and the place where it stands. */
interface About {
  readonly rule: { readonly id: string };
  readonly span: Span;
}

export function isIgnored(report: Report, finding: About, ignores: readonly Ignore[]): boolean {
  const candidates = ignores.filter(({ rule }) => rule === finding.rule.id);
  if (candidates.length === 0) return false;
  const exact = ignoreFor(report, finding, '');
  return candidates.some(
    ({ body, year, row, column }) =>
      (body === undefined || (exact.body !== undefined && sameBody(canonicalBody(body), canonicalBody(exact.body)))) &&
      (year === undefined || year === exact.year) &&
      (row === undefined || row === exact.row) &&
      (column === undefined || column === exact.column),
  );
}

/** The ignore that matches a finding and as little else as possible. */
export function ignoreFor(report: Report, { rule, span }: About, reason: string): Ignore {
  const { body, year } = report.title ?? {};
  const { row, column } = placeOf(report, span);
  return {
    rule: rule.id,
    ...(body === undefined ? {} : { body: body.text }),
    ...(year === undefined ? {} : { year: year.value }),
    ...(row === undefined ? {} : { row: row.form.id }),
    ...(column === undefined ? {} : { column: column.id }),
    reason,
  };
}

/** What the ignore of a finding covers: a value, a row, or all that its rule finds in the report. */
export function coveredBy(report: Report, { span }: About): Words {
  const { row, column } = placeOf(report, span);
  if (row === undefined) return { zh: '本报告中所有此类问题', en: 'all such findings of this report' };
  const name = (language: 'zh' | 'en'): string =>
    [row.form.name, ...(column === undefined ? [] : [column.name])].map((words) => words[language]).join('·');
  return { zh: `「${name('zh')}」`, en: `“${name('en')}”` };
}

/** The row at whose label or values something starts, and the column of the value. */
function placeOf({ tables }: Report, { start }: Span): { readonly row?: Row; readonly column?: ColumnForm } {
  const row = tables
    .flatMap((table) => table.rows)
    .find(({ label, cells }) => label.start === start || cells.some((cell) => cell.span.start === start));
  if (row === undefined) return {};
  const column = row.label.start === start ? undefined : row.cells.find((cell) => cell.span.start === start)?.column;
  return column === undefined ? { row } : { row, column };
}
