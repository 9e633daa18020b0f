import fc from 'fast-check';
import { describe, expect } from 'vitest';
import {
  check,
  DEFAULT_SETTINGS,
  rowOf,
  tableOf,
  toNumber,
  type Report,
  type TableId,
} from '../../server/src/core/index';
import { choicesOf, validReports } from '../generator/arbitraries';
import { pick, type Choices } from '../generator/choices';
import { LAYOUTS } from '../generator/layouts/index';
import { raggedRows } from '../generator/layouts/ragged';
import { printReport } from '../generator/print-report';
import type { Layout } from '../generator/style';
import type { ValidReport } from '../generator/valid-report';
import { readOne } from '../support/findings';
import { holds } from './property';

const ENDS = [
  'new/natural-person',
  'new/total',
  'regulations/issued',
  'regulations/in-force',
  'upheld',
  'total',
  'natural-person',
];

/**
 * Cells that are blanked: any, more often those at the ends of rows, of which it may be hard to tell that they are
 * there.
 */
function blanked({ cells }: ValidReport, choices: Choices): ReadonlySet<string> {
  const keys = [...cells.keys()];
  const ends = keys.filter((key) => ENDS.some((end) => key.endsWith(end)));
  return new Set(
    Array.from({ length: pick(choices, [1, 1, 1, 2, 3, 6]) }, () => pick(choices, choices.below(3) > 0 ? ends : keys)),
  );
}

const without = (report: ValidReport, blanks: ReadonlySet<string>): ValidReport => ({
  ...report,
  cells: new Map([...report.cells].map(([key, cell]) => [key, blanks.has(key) ? { ...cell, printed: '' } : cell])),
});

const printed = (key: string): readonly [TableId, string, string] => key.split('/') as [TableId, string, string];

/** Cells that were printed and read otherwise, in rows that were read. */
function misreadIn(read: Report, report: ValidReport, blanks: ReadonlySet<string>): readonly string[] {
  return [...report.cells].flatMap(([key, { amount }]) => {
    const [table, row, column] = printed(key);
    const found = tableOf(read, table);
    const cells = (found === undefined ? undefined : rowOf(found, row))?.cells ?? [];
    const cell = cells.find((one) => one.column.id === column);
    const wanted = blanks.has(key) ? 0 : amount;
    if (
      cells.length === 0 ||
      (cell?.value.kind !== 'unreadable' && cell !== undefined && toNumber(cell.value.amount) === wanted)
    )
      return [];
    return [`${key}: ${blanks.has(key) ? 'blank' : amount} was read as ${JSON.stringify(cell?.value)}`];
  });
}

/** Sums that are called wrong at values with which no blanked cell has to do. */
function falseAlarmsIn(read: Report, blanks: ReadonlySet<string>): readonly string[] {
  const blank = [...blanks].map(printed);
  return check(read, DEFAULT_SETTINGS).flatMap(({ rule, span }) => {
    if (rule.category !== 'arithmetic') return [];
    const at = read.tables.flatMap(({ id, rows }) =>
      rows.flatMap((row) => row.cells.map((cell) => ({ id, row: row.form.id, cell }))),
    );
    const place = at.find(({ cell }) => cell.span.start === span.start && cell.span.end === span.end)!;
    const explained = blank.some(
      ([table, row, column]) => table === place.id && (row === place.row || column === place.cell.column.id),
    );
    return explained ? [] : [`${rule.id} at ${place.row}·${place.cell.column.id}`];
  });
}

function printedWith(
  layout: Layout,
): fc.Arbitrary<{ readonly report: ValidReport; readonly blanks: ReadonlySet<string>; readonly text: string }> {
  return fc.tuple(validReports, choicesOf(400), choicesOf(40)).map(([report, looks, which]) => {
    const blanks = blanked(report, which);
    const text = printReport(without(report, blanks), layout, [], looks);
    return Object.defineProperty({ report, blanks, text }, fc.toStringMethod, {
      value: () => `${[...blanks].join(' ')}\n${text}`,
      enumerable: false,
    });
  });
}

const RAGGED = [raggedRows(true), raggedRows(false)];

describe('a report with cells left blank', () => {
  for (const layout of [...LAYOUTS.filter(({ torn }) => !torn), ...RAGGED]) {
    holds(
      `is never read shifted in layout ${layout.id}, ${layout.name}`,
      layout.id.startsWith('ragged') ? 150 : 15,
      fc.property(printedWith(layout), ({ report, blanks, text }) => {
        const read = readOne(text);
        expect(misreadIn(read, report, blanks)).toEqual([]);
        expect(falseAlarmsIn(read, blanks)).toEqual([]);
        const zero = [...blanks].every((key) => report.cells.get(key)!.amount === 0);
        if (zero)
          expect(check(read, DEFAULT_SETTINGS).filter(({ rule }) => rule.category === 'arithmetic')).toEqual([]);
      }),
    );
  }
});
