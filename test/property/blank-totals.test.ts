import fc from 'fast-check';
import { describe, expect } from 'vitest';
import {
  applyEdits,
  check,
  contextOf,
  DEFAULT_SETTINGS,
  recompute,
  safeEdits,
  type Report,
  type TextEdit,
} from '../../server/src/core/index';
import { cellAt, sparseReports, type Sparse } from '../generator/blank-totals';
import { once, pick, type Choices } from '../generator/choices';
import type { ValidReport } from '../generator/valid-report';
import { readOne } from '../support/findings';
import { REQUEST_KINDS } from '../sums/evaluation';
import { seedSlip, withMistakes } from '../sums/seeded-slips';
import { holds } from './property';

const fixes = (report: Report): readonly TextEdit[] => safeEdits(report, check(report, DEFAULT_SETTINGS));
const recomputed = (report: Report): readonly TextEdit[] => {
  const context = contextOf(report, DEFAULT_SETTINGS);
  return report.tables.flatMap((table) => recompute(context, table));
};

/** What edits write, by where they write it, beside what is right there. */
const written = (edits: readonly TextEdit[]): readonly string[] =>
  edits.map(({ span, newText }) => `${span.start}: ${newText}`).sort();
const right = (read: Report, { report, blank }: Sparse): readonly string[] =>
  blank.map((key) => `${cellAt(read, key).span.start}: ${report.cells.get(key)!.amount}`).sort();

describe('any totals left out of a right report', () => {
  holds(
    'are all filled in as they were by the repairs that are applied unseen',
    60,
    fc.property(sparseReports(), (sparse) => {
      const read = readOne(sparse.text);
      expect(written(fixes(read))).toEqual(right(read, sparse));
    }),
  );

  holds(
    'are one finding each where they are not zero, each with one repair; no other sum is called wrong',
    40,
    fc.property(sparseReports(), (sparse) => {
      const read = readOne(sparse.text);
      const found = check(read, DEFAULT_SETTINGS).filter(({ rule }) => rule.category === 'arithmetic');
      const omitted = right(read, sparse).filter((one) => !one.endsWith(': 0'));
      expect(found.flatMap((finding) => finding.repairs().flatMap(({ edits }) => written(edits))).sort()).toEqual(
        omitted,
      );
      expect(found.every((finding) => finding.repairs().length === 1 && finding.repairs()[0]!.preferred)).toBe(true);
    }),
  );

  holds(
    'are recomputed as they were',
    40,
    fc.property(sparseReports(), (sparse) => {
      const read = readOne(sparse.text);
      expect(written(recomputed(read))).toEqual(right(read, sparse).filter((one) => !one.endsWith(': 0')));
    }),
  );
});

/** A number of table three, no total, that is left out as well. */
function withoutOperand(report: ValidReport, choices: Choices): ValidReport {
  const keys = [...report.cells]
    .filter(([key, { amount }]) => /^requests\/(?!results-total|.*\/total$)/.test(key) && amount > 0)
    .map(([key]) => key);
  return keys.length === 0
    ? report
    : { ...report, cells: new Map([...report.cells, [pick(choices, keys), { printed: '', amount: 0 }]]) };
}

/** One slip of any kind in table three besides. */
const slips = sparseReports((report, choices) => {
  if (once(choices, 4)) return withoutOperand(report, choices);
  const mistakes = seedSlip(pick(choices, REQUEST_KINDS), report, choices);
  return mistakes === undefined ? report : withMistakes(report, mistakes);
});

const truthOf = (read: Report, { report }: Sparse): ReadonlyMap<number, string> =>
  new Map([...report.cells].map(([key, { amount }]) => [cellAt(read, key).span.start, String(amount)]));

describe('totals left out of a report with a slip', () => {
  holds(
    'are filled in unseen as they were, or left',
    80,
    fc.property(slips, (sparse) => {
      const read = readOne(sparse.text);
      for (const { span, newText } of fixes(read)) expect(newText).toBe(truthOf(read, sparse).get(span.start));
    }),
  );

  holds(
    'lead to no preferred repair that is wrong',
    80,
    fc.property(slips, (sparse) => {
      const read = readOne(sparse.text);
      const truth = truthOf(read, sparse);
      const preferred = check(read, DEFAULT_SETTINGS)
        .filter(({ rule }) => rule.category === 'arithmetic')
        .flatMap((finding) => finding.repairs().filter((repair) => repair.preferred));
      for (const { span, newText } of preferred.flatMap(({ edits }) => edits))
        expect(newText).toBe(truth.get(span.start));
    }),
  );

  holds(
    'and the slip are mended and recomputed once, whatever is done first',
    40,
    fc.property(slips, ({ text }) => {
      for (const edits of [fixes, recomputed]) {
        const once = readOne(applyEdits(text, edits(readOne(text))));
        expect(edits(once)).toEqual([]);
      }
    }),
  );
});
