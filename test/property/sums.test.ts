import fc from 'fast-check';
import { describe, expect } from 'vitest';
import {
  cellOf,
  check,
  DEFAULT_SETTINGS,
  rowOf,
  tableOf,
  type Cell,
  type Report,
  type TableId,
} from '../../server/src/core/index';
import { choicesOf, validReports } from '../generator/arbitraries';
import { fits, NOISES } from '../generator/noise';
import { layoutById } from '../generator/layouts/index';
import { printReport } from '../generator/print-report';
import { misread } from '../generator/reading';
import type { ValidReport } from '../generator/valid-report';
import { readOne } from '../support/findings';
import { holds } from './property';

interface Change {
  readonly report: ValidReport;
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
}

/** A report in which one number of table three or four says something else. */
const slips: fc.Arbitrary<Change> = fc
  .tuple(validReports, fc.nat(), fc.integer({ min: 1, max: 30 }))
  .map(([report, which, more]) => {
    const keys = [...report.cells.keys()].filter((key) => !key.startsWith('disclosure/'));
    const key = keys[which % keys.length]!;
    const [table, row, column] = key.split('/') as [TableId, string, string];
    const amount = report.cells.get(key)!.amount + more;
    return {
      report: { ...report, cells: new Map([...report.cells, [key, { printed: String(amount), amount }]]) },
      table,
      row,
      column,
    };
  });

/**
 * The sums that a cell takes part in, as the form defines them: rule, and the row and column of the cell it is reported
 * at.
 */
function sumsOf({ table, row, column }: Change): readonly string[] {
  if (table === 'review') return [`review-total-mismatch ${row}/total`];
  const balanced = ['new', 'carried-in', 'results-total', 'carried-out'].includes(row);
  const added = !['new', 'carried-in', 'carried-out'].includes(row);
  return [
    `row-total-mismatch ${row}/total`,
    ...(added ? [`results-total-mismatch results-total/${column}`] : []),
    ...(balanced ? [`balance-mismatch carried-out/${column}`] : []),
  ];
}

const cellAt = (report: Report, table: TableId, row: string, column: string): Cell =>
  cellOf(rowOf(tableOf(report, table)!, row)!, column)!;

describe('one wrong number', () => {
  holds(
    'breaks exactly the sums that it takes part in, and each names it',
    40,
    fc.property(slips, choicesOf(100), fc.constantFrom('A', 'B', 'E', 'I', 'K'), (slip, looks, layout) => {
      const read = readOne(printReport(slip.report, layoutById(layout), [], looks));
      const findings = check(read, DEFAULT_SETTINGS).filter(
        ({ severity }) => severity === 'error' || severity === 'warning',
      );
      const expected = sumsOf(slip).map((sum) => {
        const [rule, target] = sum.split(' ') as [string, string];
        const [row, column] = target.split('/') as [string, string];
        return { rule, span: cellAt(read, slip.table, row, column).span };
      });
      const key = ({ rule, span }: { rule: string; span: { start: number; end: number } }): string =>
        `${rule} ${span.start}-${span.end}`;
      expect(findings.map(({ rule, span }) => key({ rule: rule.id, span })).sort()).toEqual(expected.map(key).sort());
      const wrong = cellAt(read, slip.table, slip.row, slip.column).span;
      for (const finding of findings) expect(finding.related.map(({ span }) => span)).toContainEqual(wrong);
    }),
  );
});

describe('the looks of a report', () => {
  for (const noise of NOISES) {
    holds(
      `change no value and no finding: ${noise.name}`,
      3,
      fc.property(
        slips,
        choicesOf(200),
        fc.constantFrom(...['A', 'B', 'C', 'E', 'F', 'H', 'I', 'K'].filter((id) => fits(noise, id))),
        ({ report }, looks, layout) => {
          const read = readOne(printReport(report, layoutById(layout), [noise], looks));
          const plain = readOne(printReport(report, layoutById('A'), [], looks));
          const rules = (one: Report): readonly string[] =>
            check(one, DEFAULT_SETTINGS)
              .map(({ rule }) => rule.id)
              .sort();
          expect({ layout, misread: misread(read, report), rules: rules(read) }).toEqual({
            layout,
            misread: [],
            rules: rules(plain),
          });
        },
      ),
    );
  }
});
