import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { applyEdits, check, DEFAULT_SETTINGS, tableOf } from '../../server/src/core/index';
import { choicesOf, validReports } from '../generator/arbitraries';
import { pick } from '../generator/choices';
import { layoutById } from '../generator/layouts/index';
import { printReport } from '../generator/print-report';
import { misread } from '../generator/reading';
import { holds } from '../property/property';
import { readOne } from '../support/findings';

/** Layouts that leave it open which value a short row lacks. */
const layouts = fc.constantFrom(...['B', 'C', 'J', 'I'].map(layoutById));

describe('a row of table three that lacks one value', () => {
  holds(
    'is never read shifted; where the sums tell which value it is, that one is put back',
    150,
    fc.property(validReports, choicesOf(50), layouts, (report, choices, layout) => {
      const text = printReport(report, layout, [], choices);
      const row = pick(choices, tableOf(readOne(text), 'requests')!.rows);
      const { span } = pick(choices, row.cells);
      const without = text.slice(0, text.slice(0, span.start).trimEnd().length) + text.slice(span.end);
      const read = readOne(without);
      const found = check(read, DEFAULT_SETTINGS).find(({ rule }) => rule.id === 'row-width');
      const [repair] = found?.repairs() ?? [];
      fc.pre(repair !== undefined);
      expect(misread(readOne(applyEdits(without, repair!.edits)), report)).toEqual([]);
    }),
  );
});
