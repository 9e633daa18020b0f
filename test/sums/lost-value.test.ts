import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, check, DEFAULT_SETTINGS, tableOf } from '../../server/src/core/index';
import { choicesOf, validReports } from '../generator/arbitraries';
import { pick } from '../generator/choices';
import { layoutById } from '../generator/layouts/index';
import { printReport } from '../generator/print-report';
import { misread } from '../generator/reading';
import { holds } from '../property/property';
import { readOne } from '../support/findings';
import { buildReport, type Values } from '../support/report-builder';

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

  /** What is put back where the row's second value is left out. */
  const putBack = (row: string, values: Values): string | undefined => {
    const text = buildReport({ edition: '2021', values });
    const { cells } = tableOf(readOne(text), 'requests')!.rows.find(({ form }) => form.id === row)!;
    const without = text.slice(0, cells[0]!.span.end) + text.slice(cells[1]!.span.end);
    const found = check(readOne(without), DEFAULT_SETTINGS).find(({ rule }) => rule.id === 'row-width')!;
    const [repair] = found.repairs();
    return repair && applyEdits(without, repair.edits) === text ? 'the value' : repair && 'another';
  };
  const OWN = [1, 2, 3, 4, 5, 6, 21];
  const at = (column: number, value: string | number): readonly (string | number)[] =>
    OWN.with(column, value as number);

  it('gets it back where its own sum and that of another line agree', () => {
    expect(putBack('new', { new: OWN, 'carried-out': OWN })).toBe('the value');
    expect(putBack('results-total', { new: OWN, granted: OWN, 'results-total': OWN })).toBe('the value');
  });

  it('is left alone where the sums do not agree', () => {
    expect(putBack('results-total', { new: at(1, 7), granted: OWN, 'results-total': OWN })).toBeUndefined();
  });

  it('is left alone where another sum of the row does not hold', () => {
    expect(putBack('new', { new: OWN, 'carried-out': at(0, 9) })).toBeUndefined();
  });

  it('is left alone where the value would be below zero', () => {
    const below = [1, -2, 3, 4, 5, 6, 17];
    expect(putBack('new', { new: below, 'carried-out': below })).toBeUndefined();
  });
});
