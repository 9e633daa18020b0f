import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { check, DEFAULT_SETTINGS, TABLE_IDS, type TableId } from '../../server/src/core/index';
import { choicesOf, validReports } from '../generator/arbitraries';
import { once, pick } from '../generator/choices';
import { DIALECTS, LAYOUTS } from '../generator/layouts/index';
import { printReport } from '../generator/print-report';
import { misread } from '../generator/reading';
import type { ValidReport } from '../generator/valid-report';
import { readOne } from '../support/findings';
import { holds } from './property';

const hints = (table: readonly (readonly [TableId, string])[], sign: string): number =>
  new Set(table.filter(([, printed]) => printed === sign).map(([id]) => id)).size;

/** The report with some of its zeros left blank or written as dashes. */
function withoutZeros(
  report: ValidReport,
  times: number,
  signs: readonly string[],
  below: (count: number) => number,
): ValidReport {
  const choices = { below };
  const cells = [...report.cells].map(
    ([key, cell]) =>
      [key, cell.printed === '0' && once(choices, times) ? { ...cell, printed: pick(choices, signs) } : cell] as const,
  );
  return { ...report, cells: new Map(cells) };
}

describe('cells left blank or dashed', () => {
  for (const layout of [...LAYOUTS, ...DIALECTS].filter(({ marksCells }) => marksCells)) {
    holds(
      `count as zero and are mentioned once a table in layout ${layout.id}, ${layout.name}`,
      10,
      fc.property(
        validReports,
        choicesOf(400),
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom([''], ['-'], ['', '-', '0']),
        (report, choices, times, signs) => {
          const sparse = withoutZeros(report, times, signs, (count) => choices.below(count));
          const read = readOne(printReport(sparse, layout, [], choices));
          const printed = [...sparse.cells].map(
            ([key, cell]) => [TABLE_IDS.find((id) => key.startsWith(id))!, cell.printed] as const,
          );
          const found = check(read, DEFAULT_SETTINGS).map(({ rule }) => rule.id);
          expect(misread(read, sparse)).toEqual([]);
          expect(found.sort()).toEqual([
            ...Array(hints(printed, '')).fill('blank-for-zero'),
            ...Array(hints(printed, '-')).fill('dash-for-zero'),
          ]);
        },
      ),
    );
  }

  holds(
    'a blank total is one finding, whatever else adds it up',
    15,
    fc.property(
      validReports,
      choicesOf(50),
      fc.constantFrom('A', 'B', 'K'),
      fc.nat(),
      (report, looks, layout, which) => {
        const totals = [...report.cells].filter(
          ([key, { amount }]) => /^(?:requests|review)\/.*\/total$/.test(key) && amount > 0,
        );
        fc.pre(totals.length > 0);
        const [key, cell] = totals[which % totals.length]!;
        const sparse = { ...report, cells: new Map([...report.cells, [key, { ...cell, printed: '' }]]) };
        const read = readOne(
          printReport(
            sparse,
            LAYOUTS.find(({ id }) => id === layout)!,
            [],
            looks,
          ),
        );
        expect(check(read, DEFAULT_SETTINGS).map(({ rule }) => rule.id)).toEqual([
          key.startsWith('review') ? 'review-total-mismatch' : 'row-total-mismatch',
        ]);
      },
    ),
  );
});
