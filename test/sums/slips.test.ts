import { describe, expect, it } from 'vitest';
import { Evidence } from '../../server/src/core/sums/evidence';
import type { Change } from '../../server/src/core/sums/localise';
import { Likelihood } from '../../server/src/core/sums/slips';
import { COLUMNS, ROWS, smallTable } from './small-table';

type Values = readonly (readonly (number | undefined)[])[];
const DIFFERENT: Values = ROWS.map((_, i) => [i + 1, i + 10, 2 * i + 11]);

/** A table, and what changes of its cells cost where some values are stated besides. */
function tableOf(values: Values = DIFFERENT) {
  const { table } = smallTable(values)[0]!;
  const change = (row: (typeof ROWS)[number], column: (typeof COLUMNS)[number], from: number, to: number): Change => {
    const own = table.rows[ROWS.indexOf(row)]!;
    return { place: { row: own, cell: own.cells[COLUMNS.indexOf(column)]! }, from, to };
  };
  const likelihood = (stated: readonly (readonly [Change, number])[] = []): Likelihood =>
    new Likelihood(
      table,
      new Evidence(stated.map(([{ place }, value]) => ({ cell: place.cell, value, source: 'prose' }))),
    );
  return { change, likelihood };
}

const { change, likelihood } = tableOf();
const costOf = (...changes: readonly Change[]): number => likelihood().cost(changes);
const isOneSlip = (...changes: readonly Change[]): boolean => likelihood().isOneSlip(changes);
/** What it costs that a total says one number where another is meant: totals are neither common nor rare. */
const slip = (from: number, to: number): number => costOf(change('granted', 'total', from, to));

describe('what is likelier to be printed where 123 is meant', () => {
  it.each([
    ['nothing', 0, 'a digit twice', 1123],
    ['a digit twice', 1123, 'a digit three times', 11123],
    ['a digit twice', 1123, 'neighbours swapped', 213],
    ['the last digit lost', 12, 'neighbours swapped', 132],
    ['the first digit lost', 23, 'neighbours swapped', 213],
    ['the middle digit lost', 13, 'neighbours swapped', 213],
    ['neighbours swapped', 213, 'another digit', 723],
    ['another last digit', 128, 'another number close by', 119],
    ['another middle digit', 183, 'another number close by', 119],
    ['another number nine below', 114, 'a digit too many', 1423],
    ['a digit too many', 1293, 'another number ten above and more', 135],
    ['a digit too many', 1293, 'digits swapped that are no neighbours', 321],
    ['a digit too many', 1293, 'two digits lost', 1],
    ['a digit too many', 1293, 'two digits too many', 12345],
    ['a digit too many', 1293, 'two digits moved on', 231],
    ['a digit too many', 1293, 'a digit moved left, another lost', 273],
    ['a digit too many', 1293, 'a digit moved right, another lost', 713],
  ])('%s, %i, than %s, %i', (_, likelier, __, rarer) => {
    expect(slip(likelier, 123)).toBeLessThan(slip(rarer, 123));
  });

  it.each([
    [213, 132],
    [321, 231],
    [119, 114],
    [127, 723],
    [1123, 1223],
    [12, 23],
    [1423, 1293],
  ])('neither %i nor %i', (one, other) => {
    expect(slip(one, 123)).toBeCloseTo(slip(other, 123));
  });
});

describe('a slip', () => {
  it('in a longer number is one of more', () => {
    expect(slip(11234, 1234)).toBeGreaterThan(slip(1123, 123));
    expect(slip(1235, 1234)).toBeGreaterThan(slip(124, 123));
    expect(slip(2134, 1234)).toBeGreaterThan(slip(213, 123));
    expect(slip(123, 1234)).toBeGreaterThan(slip(12, 123));
    expect(slip(11293, 1293)).toBeGreaterThan(slip(1193, 193));
    // Two digits can be swapped in one way, and one of them be lost in two.
    expect(slip(21, 12)).toBeCloseTo(slip(1, 12));
  });

  it('that leaves a number where none is meant is the less likely the larger it is', () => {
    expect(slip(7, 0)).toBeGreaterThan(slip(2, 0));
    expect(slip(0, 7)).toBeLessThan(slip(2, 0));
  });

  it('that hides a rare number is less likely than one that hides a common one, but not of totals', () => {
    const operand = (from: number, to: number): number => costOf(change('granted', 'enterprise', from, to));
    expect(operand(213, 123)).toBeLessThan(operand(123, 213));
    expect(operand(0, 1)).toBeLessThan(operand(0, 100));
    expect(slip(0, 1)).toBe(slip(0, 100));
    expect(costOf(change('results-total', 'enterprise', 213, 123))).toBe(slip(213, 123));
    expect(operand(0, 1)).toBeGreaterThan(slip(0, 1));
  });

  it('costs more than the same one together with another cell’s', () => {
    const one = change('granted', 'enterprise', 1123, 123);
    const other = change('refused', 'natural-person', 0, 5);
    expect(costOf(one, other)).toBeCloseTo(costOf(one) + costOf(other));
  });

  it('is likelier where somebody states the value that it hid, and less likely where the printed one is stated', () => {
    const own = change('granted', 'enterprise', 213, 123);
    const stated = (...values: readonly number[]): number =>
      likelihood(values.map((value) => [own, value] as const)).cost([own]);
    expect(stated(123)).toBeLessThan(stated());
    expect(stated(213)).toBeGreaterThan(stated());
    expect(stated(123, 213)).toBe(stated(123));
    expect(stated(7)).toBe(stated());
  });
});

describe('two cells of a row', () => {
  const both = (a: Change, b: Change): void => {
    expect(costOf(a, b)).toBeLessThan(costOf(a) + costOf(b));
    expect(costOf(a, b)).toBeCloseTo(costOf(b, a));
    expect(isOneSlip(a, b)).toBe(true);
  };
  const apart = (a: Change, b: Change): void => {
    expect(costOf(a, b)).toBeCloseTo(costOf(a) + costOf(b));
    expect(isOneSlip(a, b)).toBe(false);
  };

  it('are spoilt at once where each has the other’s value', () => {
    both(change('granted', 'natural-person', 5, 47), change('granted', 'enterprise', 47, 5));
    apart(change('granted', 'natural-person', 5, 47), change('granted', 'enterprise', 47, 6));
    apart(change('granted', 'natural-person', 5, 47), change('granted', 'enterprise', 48, 5));
    apart(change('granted', 'natural-person', 5, 47), change('refused', 'enterprise', 47, 5));
  });

  it('are spoilt at once where the total was added up from the wrong number', () => {
    both(change('granted', 'natural-person', 1123, 123), change('granted', 'total', 1130, 130));
    expect(isOneSlip(change('granted', 'natural-person', 1123, 123), change('granted', 'total', 1131, 7))).toBe(false);
  });
});

describe('a row', () => {
  const spoilt = (values: Values) => {
    const own = tableOf(values);
    const changes = [
      own.change('carried-in', 'natural-person', 50, 3),
      own.change('carried-in', 'enterprise', 60, 4),
      own.change('carried-in', 'total', 110, 7),
    ];
    return { cost: own.likelihood().cost(changes), one: own.likelihood().isOneSlip(changes) };
  };
  const rows = (above: readonly number[], row: readonly number[], below: readonly number[]): Values => [
    above,
    row,
    below,
    ...DIFFERENT.slice(3),
  ];
  const typed = [50, 60, 110];

  it('is rather that above typed again than that below, and rather that than three slips', () => {
    const above = spoilt(rows(typed, typed, [1, 2, 3]));
    const below = spoilt(rows([1, 2, 3], typed, typed));
    const neither = spoilt(rows([50, 60, 111], typed, [50, 61, 110]));
    expect(above.cost).toBeLessThan(below.cost);
    expect(below.cost).toBeLessThan(neither.cost);
    expect([above.one, neither.one]).toEqual([true, false]);
  });

  it('without a number is no row typed twice', () => {
    const own = tableOf(rows([0, 0, 0], [0, 0, 0], [0, 0, 0]));
    const changes = COLUMNS.map((column, i) => own.change('carried-in', column, 0, [3, 4, 7][i]!));
    const alone = changes.reduce((sum, one) => sum + own.likelihood().cost([one]), 0);
    expect(own.likelihood().cost(changes)).toBeCloseTo(alone);
    expect(own.likelihood().isOneSlip(changes)).toBe(false);
  });
});

describe('a blank total', () => {
  const own = tableOf([...DIFFERENT.slice(0, 2), [5, 6, undefined], ...DIFFERENT.slice(3)]);
  const total = own.change('granted', 'total', 11, 9);
  const operand = own.change('granted', 'enterprise', 66, 6);

  it('comes to another number at no cost', () => {
    expect(own.likelihood().cost([total])).toBe(0);
    expect(own.likelihood().cost([own.change('refused', 'enterprise', 66, 6), total])).toBe(
      own.likelihood().cost([own.change('refused', 'enterprise', 66, 6)]),
    );
  });

  it('is no slip, neither alone nor beside one', () => {
    expect(own.likelihood().isOneSlip([total])).toBe(false);
    expect(own.likelihood().isOneSlip([operand, total])).toBe(true);
    expect(own.likelihood().isOneSlip([own.change('refused', 'enterprise', 66, 6), total])).toBe(true);
  });
});
