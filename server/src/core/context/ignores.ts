import type { ColumnForm, Words } from '../formats/types';
import { stated, type Message } from '../messages';
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
  /** What the finding states. As soon as a value that it names is another, it is shown again. */
  readonly states?: readonly string[];
  /** Why it does not apply, who says so, and since when; for people. */
  readonly reason: string;
  readonly by?: string;
  readonly date?: string;
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

/** A finding with what it says. */
interface Said extends About {
  readonly message: Message;
  readonly related: readonly { readonly message: Message; readonly isAside?: true }[];
}

/** The ignore by which a finding is not shown, if there is one. */
export const ignoreOf = (report: Report, finding: Said, ignores: readonly Ignore[]): Ignore | undefined =>
  ignoresAt(report, finding, ignores).find((ignore) => holdsFor(ignore, finding));

const holdsFor = ({ states }: Ignore, finding: Said): boolean =>
  states === undefined || sameTexts(states, statesOf(finding));

/** What all findings on a report, shown or not, say of the entries of a configuration; the others they leave open. */
export interface EntriesMet {
  /** They hold for a finding, or the report cannot tell. */
  readonly standing: readonly Ignore[];
  /** Where they stand something is found, but with other values. */
  readonly changed: readonly Ignore[];
}

export function entriesMet(report: Report, findings: readonly Said[], ignores: readonly Ignore[]): EntriesMet {
  const standing = new Set<Ignore>();
  const changed = new Set<Ignore>();
  for (const finding of findings)
    for (const ignore of ignoresAt(report, finding, ignores))
      (holdsFor(ignore, finding) ? standing : changed).add(ignore);
  return { standing: [...standing], changed: [...changed].filter((ignore) => !standing.has(ignore)) };
}

/** The ignores of a rule at a place, whatever they say that a finding states. */
export function ignoresAt(report: Report, finding: About, ignores: readonly Ignore[]): readonly Ignore[] {
  const candidates = ignores.filter(({ rule }) => rule === finding.rule.id);
  if (candidates.length === 0) return [];
  const exact = ignoreFor(report, finding, { reason: '' });
  return candidates.filter(
    ({ body, year, row, column }) =>
      (body === undefined || (exact.body !== undefined && sameBody(canonicalBody(body), canonicalBody(exact.body)))) &&
      (year === undefined || year === exact.year) &&
      (row === undefined || row === exact.row) &&
      (column === undefined || column === exact.column),
  );
}

/** What people say about a finding that is not to be shown. */
export type Grounds = Pick<Ignore, 'reason' | 'by' | 'date'>;

/** The ignore that matches a finding and as little else as possible. */
export function ignoreFor(report: Report, { rule, span }: About, grounds: Grounds): Ignore {
  const { body, year } = report;
  const { row, column } = placeOf(report, span);
  return {
    rule: rule.id,
    ...(body === undefined ? {} : { body: body.text }),
    ...(year === undefined ? {} : { year: year.value }),
    ...(row === undefined ? {} : { row: row.form.id }),
    ...(column === undefined ? {} : { column: column.id }),
    ...grounds,
  };
}

/**
 * The ignore of a finding that was looked at and is right: it holds in further years, and as long as all that the
 * finding names stays the same. `undefined` where nobody knows whose values they are.
 */
export function confirmationOf(report: Report, finding: Said, grounds: Grounds): Ignore | undefined {
  if (report.body === undefined) return undefined;
  const anyYear = ignoreFor({ ...report, year: undefined }, finding, grounds);
  return { ...anyYear, kind: 'confirmed', states: statesOf(finding) };
}

/** The words of a finding and of the values that it goes by, in an order that does not hang on guesses. */
const statesOf = ({ message, related }: Said): readonly string[] => [
  stated(message),
  ...related
    .filter(({ isAside }) => isAside !== true)
    .map((other) => stated(other.message))
    .sort(),
];

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, i) => text === b[i]);

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
