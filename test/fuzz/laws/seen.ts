import {
  applyEdits,
  check,
  DEFAULT_SETTINGS,
  format,
  readDocument,
  ReportIndex,
  say,
  summarise,
  type Cell,
  type Document,
  type Judged,
  type Report,
  type Span,
  type TextEdit,
  type Words,
} from '../../../server/src/core/index';
import type { Choices } from '../../generator/choices';
import type { Input } from '../recipe';
import { must } from './law';

/** What laws look at. */
export const reportsIn = (text: string): readonly Report[] => readDocument(text).segments.map(({ report }) => report);

export const cellsOf = (report: Report): readonly Cell[] =>
  report.tables.flatMap((table) => table.rows.flatMap((row) => row.cells));

/** A value in words: its number, or what stands there instead. */
export function valueOf({ value }: Cell): string {
  if (value.kind === 'number') return format(value.amount);
  return value.kind === 'unreadable' ? '?' : value.kind === 'blank' ? '' : '-';
}

/** Every value that is read, by report, table, row and column. */
export function valuesOf(reports: readonly Report[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  reports.forEach(({ tables }, i) => {
    for (const { id, rows } of tables) {
      for (const { form, cells } of rows) {
        for (const cell of cells) values.set(`${i} ${id}/${form.id}/${cell.column.id}`, valueOf(cell));
      }
    }
  });
  return values;
}

/** Values that are another number in a later reading, or are not read any more. */
export function changedValues(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  const changed: string[] = [];
  for (const [key, was] of before) {
    const is = after.get(key) ?? 'nothing';
    if (is !== was) changed.push(`${key}: ${was === '' ? 'blank' : was} became ${is === '' ? 'blank' : is}`);
  }
  return changed;
}

const fail = (rule: { readonly id: string }, cause: unknown): never => {
  throw new Error(`${rule.id} broke`, { cause });
};

export const findingsOf = (report: Report): readonly Judged[] =>
  check(report, DEFAULT_SETTINGS, { onRuleFailure: fail });

/**
 * The report with its findings beside the report of the year before, which is what the text was before, a year earlier.
 */
export function besideLastYear({ text, origin }: Input): readonly { report: Report; findings: readonly Judged[] }[] {
  const index = new ReportIndex();
  const earlier = readDocument(origin.replace(/20\d\d(?=年)/g, (year) => String(Number(year) - 1)));
  index.set(
    'last',
    earlier.segments.map(summarise).filter((summary) => summary !== undefined),
  );
  return readDocument(text).segments.map((segment) => {
    const own = summarise(segment);
    const lastYear = own === undefined ? undefined : index.lastYearOf(own);
    const { report } = segment;
    const surroundings = { lastYear, fileName: FILE_NAME, onRuleFailure: fail };
    return { report, findings: check(report, DEFAULT_SETTINGS, surroundings) };
  });
}

export const FILE_NAME = '青禾县水务局2024年报.txt';

export const isGrave = ({ severity }: Judged): boolean => severity === 'error' || severity === 'warning';

export const idsOf = (findings: readonly Judged[]): readonly string[] => findings.map(({ rule }) => rule.id).sort();

export const written = ({ span, severity, rule, message, related }: Judged): string =>
  `${span.start}–${span.end} ${severity} ${rule.id}: ${say(message, 'en')} [${related.map((one) => `${one.span.start}–${one.span.end}`).join(' ')}]`;

/** Items that `more` has and `less` has not, or not as often. */
export function beyond(more: readonly string[], less: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const item of less) left.set(item, (left.get(item) ?? 0) + 1);
  return more.filter((item) => {
    const count = left.get(item) ?? 0;
    left.set(item, count - 1);
    return count <= 0;
  });
}

export const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
export const isWithin = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Whether an editor can put a caret there: not amid a character or a line end. */
const isPlace = (text: string, at: number): boolean =>
  at >= 0 &&
  at <= text.length &&
  !(text[at - 1] === '\r' && text[at] === '\n') &&
  !(/[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? ''));

export function mustLieIn(text: string, { start, end }: Span, what: string): void {
  must(
    start <= end && isPlace(text, start) && isPlace(text, end),
    `${what}: no stretch of whole characters`,
    () => `${start}–${end} of ${text.length}`,
  );
}

/** Edits of one action: in the text and apart from each other. */
export function mustBeApart(text: string, edits: readonly TextEdit[], what: string): void {
  let last: Span | undefined;
  for (const { span } of edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    mustLieIn(text, span, what);
    const isApart = last === undefined || last.end < span.start || (last.end === span.start && last.start < last.end);
    must(isApart, `${what}: edits overlap`, () => `at ${span.start}`);
    last = span;
  }
}

/** The same, and not without effect. */
export function mustBeEdits(text: string, edits: readonly TextEdit[], what: string): void {
  mustBeApart(text, edits, what);
  must(edits.length === 0 || applyEdits(text, edits) !== text, `${what}: edits change nothing`);
}

/**
 * That edits make no value another one. `all`: nor leave one unread. `read`: a value need not be read any more.
 * `numbers`: the same, of cells that hold a number.
 */
export function mustKeepValues(
  report: Report,
  edits: readonly TextEdit[],
  what: string,
  which: 'all' | 'read' | 'numbers',
): void {
  const values = [...valuesOf([report])].filter(([, value]) => which !== 'numbers' || /\d/.test(value));
  const after = valuesOf(reportsIn(applyEdits(report.text, edits)));
  const changed = changedValues(new Map(values), after);
  const others = changed.filter((change) => !change.endsWith('nothing'));
  must(others.length === 0, `${what} changes values`, () => others.slice(0, 3).join('; '));
  const isKept = which !== 'all' || changed.length === 0;
  must(isKept, `${what} makes values unreadable`, () => changed.slice(0, 3).join('; '));
}

/** Words in both languages, with every slot filled. */
export function mustSaySomething({ zh, en }: Words, what: string): void {
  for (const said of [zh, en]) must(said !== '' && !SENSELESS.test(said), `${what} says nothing sensible`, () => said);
}
const SENSELESS = /\{\w+\}|undefined|NaN|\[object/;

/** Carets to try: all of a short text, some of a long one. */
export function places({ text }: Report | Document, choices: Choices, most = 30): readonly number[] {
  const all = text.length <= 2 * most ? text.length + 1 : most;
  const offsets = Array.from({ length: all }, (_, i) => (all === most ? choices.below(text.length + 1) : i));
  return offsets.filter((at) => isPlace(text, at));
}
