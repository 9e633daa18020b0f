import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import {
  applyEdits,
  checkAll,
  confirmationOf,
  DEFAULT_SETTINGS,
  readDocument,
  type Cell,
  type Checked,
  type Ignore,
  type Judged,
  type Report,
} from '../../server/src/core/index';
import { spoiltTexts } from '../generator/arbitraries';
import { holds } from './property';

const GROUNDS = { reason: '已与台账核对' };
const CHOICE = fc.integer({ min: 0, max: 1_000_000 });

interface Confirmed {
  readonly report: Report;
  readonly finding: Judged;
  readonly ignore: Ignore;
}

/** One of the findings of a text's first report, confirmed; of a report whose body is known. */
function confirmed(text: string, choice: number): Confirmed | undefined {
  const { report } = readDocument(text).segments[0]!;
  const { findings } = checkAll(report, DEFAULT_SETTINGS);
  if (findings.length === 0) return undefined;
  const finding = findings[choice % findings.length]!;
  const ignore = confirmationOf(report, finding, GROUNDS);
  return ignore && { report, finding, ignore };
}

const checkedAgain = (text: string, ignore: Ignore): Checked =>
  checkAll(readDocument(text).segments[0]!.report, DEFAULT_SETTINGS, { ignores: [ignore] });

const cellsOf = ({ tables }: Pick<Report, 'tables'>): readonly Cell[] =>
  tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));

/** The cells that a finding names. */
function namedBy({ report, finding }: Confirmed): ReadonlySet<Cell> {
  const places = [finding, ...finding.related.filter(({ elsewhere }) => elsewhere === undefined)];
  return new Set(
    cellsOf(report).filter(({ span }) =>
      places.some((place) => place.span.start === span.start && place.span.end === span.end),
    ),
  );
}

const withValue = ({ report }: Confirmed, { span }: Cell, newText: string): string =>
  applyEdits(report.text, [{ span, newText }]);

const isPrintedNumber = ({ value, span }: Cell): boolean => value.kind === 'number' && span.end > span.start;

describe('a finding that was confirmed', () => {
  holds(
    'is not shown, and no other one is hidden that says something else',
    60,
    fc.property(spoiltTexts, CHOICE, (text, choice) => {
      const one = confirmed(text, choice);
      fc.pre(one !== undefined);
      const { setAside } = checkedAgain(text, one.ignore);
      expect(setAside.map(({ finding: { span } }) => span)).toContainEqual(one.finding.span);
      for (const { finding, ignore } of setAside)
        expect([finding.rule.id, finding.message.words, ignore]).toEqual([
          one.finding.rule.id,
          one.finding.message.words,
          one.ignore,
        ]);
    }),
  );

  holds(
    'is back as soon as one of the values that it names is another',
    120,
    fc.property(spoiltTexts, CHOICE, CHOICE, fc.integer({ min: 1, max: 9 }), (text, choice, which, more) => {
      const one = confirmed(text, choice);
      fc.pre(one !== undefined);
      const cells = [...namedBy(one)].filter(isPrintedNumber);
      fc.pre(cells.length > 0);
      const cell = cells[which % cells.length]!;
      const isOwn = cell.span.start === one.finding.span.start;
      const asides = one.finding.related.filter(({ isAside }) => isAside === true).map(({ span }) => span.start);
      fc.pre(isOwn || !asides.includes(cell.span.start));
      const written = one.report.text.slice(cell.span.start, cell.span.end);
      const { setAside } = checkedAgain(withValue(one, cell, `${more}${written}`), one.ignore);
      expect(setAside.map(({ finding: { message } }) => message)).toEqual([]);
    }),
  );

  holds(
    'stays hidden whatever is written in other tables',
    120,
    fc.property(spoiltTexts, CHOICE, CHOICE, fc.integer({ min: 1, max: 99 }), (text, choice, which, value) => {
      const one = confirmed(text, choice);
      fc.pre(one?.ignore.row !== undefined);
      const named = namedBy(one);
      const others = one.report.tables
        .map((table) => cellsOf({ tables: [table] }))
        .filter((cells) => !cells.some((cell) => named.has(cell)))
        .flat()
        .filter(isPrintedNumber);
      fc.pre(others.length > 0);
      const edited = withValue(one, others[which % others.length]!, String(value));
      const { report } = readDocument(edited).segments[0]!;
      const { findings } = checkAll(report, DEFAULT_SETTINGS, { ignores: [one.ignore] });
      const place = withoutStates(one.ignore);
      const back = findings.filter((finding) => isDeepStrictEqual(placeOf(report, finding), place));
      for (const finding of back) expect(confirmationOf(report, finding, GROUNDS)!.states).toEqual(one.ignore.states);
      expect(back).toHaveLength(0);
    }),
  );
});

const placeOf = (report: Report, finding: Judged): object => withoutStates(confirmationOf(report, finding, GROUNDS)!);

const withoutStates = (ignore: Ignore): object => ({ ...ignore, states: undefined });
