import fc from 'fast-check';
import { cellOf, rowOf, tableOf, type Cell, type Report, type TableId } from '../../server/src/core/index';
import { choicesOf, validReports } from './arbitraries';
import { once, type Choices } from './choices';
import { layoutById } from './layouts/index';
import { printReport } from './print-report';
import type { ValidReport } from './valid-report';

/** A right report, the totals that were left out of it, and what is printed then. */
export interface Sparse {
  readonly report: ValidReport;
  readonly blank: readonly string[];
  readonly text: string;
}

const ROW_TOTAL = /^(?:requests|review)\/[^/]+\/total$/;
const RESULTS = /^requests\/results-total\//;

const totalsOf = ({ cells }: ValidReport): readonly string[] =>
  [...cells.keys()].filter((key) => ROW_TOTAL.test(key) || RESULTS.test(key));

/** Sets of totals that are left out together: one, those that lean on each other, any. */
const SETS: readonly ((totals: readonly string[], choices: Choices) => readonly string[])[] = [
  (totals, choices) => [totals[choices.below(totals.length)]!],
  (totals) => totals.filter((key) => key === 'requests/results-total/total'),
  (totals, choices) =>
    totals.filter((key) => key === 'requests/results-total/total' || (ROW_TOTAL.test(key) && once(choices, 12))),
  (totals) => totals.filter((key) => RESULTS.test(key)),
  (totals) => totals.filter((key) => key.startsWith('requests/') && ROW_TOTAL.test(key)),
  (totals) => totals.filter((key) => key.startsWith('review/')),
  (totals, choices) => totals.filter(() => once(choices, 3)),
  (totals, choices) => totals.filter(() => !once(choices, 6)),
  (totals) => totals,
];

/** Reports with some of their totals left out, in layouts that mark empty cells. `change` may get them wrong before. */
export function sparseReports(
  change: (report: ValidReport, choices: Choices) => ValidReport = (report) => report,
): fc.Arbitrary<Sparse> {
  return fc
    .tuple(validReports, choicesOf(300), fc.constantFrom(...SETS), fc.constantFrom('A', 'B', 'K'))
    .map(([report, choices, set, layout]) => {
      const wrong = change(report, choices);
      const totals = totalsOf(report).filter((key) => wrong.cells.get(key) === report.cells.get(key));
      const blank = set(totals, choices);
      const cells = new Map(wrong.cells);
      for (const key of blank) cells.set(key, { printed: '', amount: 0 });
      const text = printReport({ ...wrong, cells }, layoutById(layout), [], choices);
      return Object.defineProperty({ report, blank, text }, fc.toStringMethod, {
        value: () => `${blank.join(' ')}\n${text}`,
        enumerable: false,
      });
    });
}

/** The cell of a key in a report that was read. */
export function cellAt(report: Report, key: string): Cell {
  const [table, row, column] = key.split('/') as [TableId, string, string];
  return cellOf(rowOf(tableOf(report, table)!, row)!, column)!;
}
