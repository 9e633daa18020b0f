import type { Report } from '../model/report';
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
  const row = report.tables
    .flatMap((table) => table.rows)
    .find(({ label, cells }) => label.start === span.start || cells.some((cell) => cell.span.start === span.start));
  const column =
    row?.label.start === span.start ? undefined : row?.cells.find((cell) => cell.span.start === span.start)?.column.id;
  return {
    rule: rule.id,
    ...(body === undefined ? {} : { body: body.text }),
    ...(year === undefined ? {} : { year: year.value }),
    ...(row === undefined ? {} : { row: row.form.id }),
    ...(column === undefined ? {} : { column }),
    reason,
  };
}
