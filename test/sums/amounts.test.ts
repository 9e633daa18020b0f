import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, PlacedCell } from '../../server/src/core/model/report';
import { Amounts } from '../../server/src/core/sums/amounts';
import { placesIn, type Identity } from '../../server/src/core/sums/identities';
import { add, integer, ZERO, type Decimal } from '../../server/src/core/text/decimal';
import { holds } from '../property/property';
import { COLUMNS, ROWS, smallTable } from './small-table';

/** The values of a small table in which every relation holds. */
const sound = fc
  .array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9)), { minLength: 2, maxLength: 2 })
  .map((own) => {
    const [a, b] = own.map(([granted, refused, left, carried]) => {
      const carriedIn = Math.min(carried, granted + refused + left);
      return [granted + refused + left - carriedIn, carriedIn, granted, refused, granted + refused, left];
    }) as [number[], number[]];
    return ROWS.map((_, i) => [a[i]!, b[i]!, a[i]! + b[i]!]);
  });
const TOTALS = ROWS.flatMap((row, i) =>
  COLUMNS.flatMap((column, j) => (column === 'total' || row === 'results-total' ? [[i, j] as const] : [])),
);
const blanks = fc.subarray(TOTALS);
const slip = fc.tuple(fc.nat(ROWS.length - 1), fc.nat(COLUMNS.length - 1), fc.integer({ min: 1, max: 5 }));

/** Some of the relations cannot be judged. */
const judgedOnly = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });

/** A table whose totals at some places are left blank. */
function withBlanks(
  values: readonly (readonly number[])[],
  at: readonly (readonly [number, number])[],
  isJudged: readonly boolean[] = [],
) {
  const isBlank = (i: number, j: number): boolean => at.some(([row, column]) => row === i && column === j);
  const all = smallTable(values.map((row, i) => row.map((value, j) => (isBlank(i, j) ? undefined : value))));
  const identities = all.filter((_, i) => isJudged[i] !== false);
  const { rows } = all[0]!.table;
  const places = rows.flatMap((row, i) => row.cells.map((cell, j) => ({ row, cell, value: values[i]![j]! })));
  const blank = places.filter(({ cell }) => cell.value.kind === 'blank');
  return { identities, places, blank, amounts: new Amounts(identities, blank) };
}

/** The blanks whose values follow, one after the other, each from a relation in which no other one is open. */
function following(identities: readonly Identity[], blank: readonly PlacedCell[]): ReadonlySet<Cell> {
  const open = new Set(blank.map(({ cell }) => cell));
  const left = (identity: Identity): readonly Cell[] =>
    placesIn(identity).flatMap(({ cell }) => (open.has(cell) ? [cell] : []));
  for (let next; (next = identities.map(left).find(({ length }) => length === 1)) !== undefined;) open.delete(next[0]!);
  return new Set(blank.flatMap(({ cell }) => (open.has(cell) ? [] : [cell])));
}

describe('blank totals of a table in which everything holds', () => {
  holds(
    'stand for what was left out, as far as that follows from the rest, and beyond doubt',
    200,
    fc.property(sound, blanks, judgedOnly, (values, at, isJudged) => {
      const { identities, places, blank, amounts } = withBlanks(values, at, isJudged);
      const known = following(identities, blank);
      for (const place of places) {
        const isBlank = blank.includes(place);
        const isUnknown = isBlank && !known.has(place.cell);
        expect(amounts.of(place)).toEqual(isUnknown ? ZERO : integer(place.value));
        expect(amounts.isBlankTotal(place.cell)).toBe(isBlank);
        expect(amounts.isUnknown(place.cell)).toBe(isUnknown);
        expect(amounts.isCertain(place)).toBe(!isUnknown);
      }
      expect(amounts.areCertain(places)).toBe(blank.length === known.size);
      const judged = identities.filter((identity) => placesIn(identity).every(({ cell }) => !amounts.isUnknown(cell)));
      expect(amounts.identities).toEqual(judged);
      expect(judged.every((identity) => amounts.holds(identity))).toBe(true);
    }),
  );
});

describe('blank totals of a table with a wrong number', () => {
  holds(
    'are in doubt wherever a relation that they take part in does not hold',
    200,
    fc.property(sound, blanks, slip, (values, at, [row, column, by]) => {
      const wrong = values.map((own, i) => own.map((value, j) => value + (i === row && j === column ? by : 0)));
      const { blank, amounts } = withBlanks(wrong, at);
      for (const identity of amounts.identities) {
        const own = placesIn(identity).filter(({ cell }) => amounts.isBlankTotal(cell));
        if (!amounts.holds(identity)) expect(own.filter((place) => amounts.isCertain(place))).toEqual([]);
        // Those that share a relation lean on each other.
        if (own.length > 1) expect(new Set(own.map((place) => amounts.isCertain(place))).size).toBe(1);
      }
      for (const place of blank)
        if (amounts.isCertain(place)) expect(amounts.of(place).digits).toBeGreaterThanOrEqual(0);
    }),
  );

  holds(
    'and every other cell need what mends the relation',
    100,
    fc.property(sound, slip, (values, [row, column, by]) => {
      const wrong = values.map((own, i) => own.map((value, j) => value + (i === row && j === column ? by : 0)));
      const { identities, amounts } = withBlanks(wrong, []);
      for (const identity of identities)
        for (const at of placesIn(identity)) {
          const sum = (places: readonly PlacedCell[]): Decimal =>
            places.reduce(
              (all, place) => add(all, place.cell === at.cell ? amounts.needed(identity, at) : amounts.of(place)),
              ZERO,
            );
          expect(sum(identity.left)).toEqual(sum(identity.right));
        }
    }),
  );
});

describe('a blank total', () => {
  const certain = (values: Parameters<typeof smallTable>[0]): unknown => {
    const identities = smallTable(values);
    const cell = identities[0]!.table.rows[0]!.cells[2]!;
    const place = { row: identities[0]!.table.rows[0]!, cell };
    const amounts = new Amounts(identities, [place]);
    return [amounts.of(place).digits, amounts.isCertain(place)];
  };
  const rest = [
    [0, 0, 0],
    [2, 1, 3],
    [0, 0, 0],
    [2, 1, 3],
    [0, 0, 0],
  ];

  it('is certain where its row and its column give the same', () => {
    expect(certain([[2, 1, undefined], ...rest])).toEqual([3, true]);
  });

  it('goes by its row where its column says something else, and is not certain', () => {
    expect(certain([[2, 5, undefined], ...rest])).toEqual([7, false]);
  });

  it('is not certain where it would be below zero', () => {
    expect(
      certain([
        [-2, 1, undefined],
        [0, 0, 0],
        [-2, 1, -1],
        [0, 0, 0],
        [-2, 1, -1],
        [0, 0, 0],
      ]),
    ).toEqual([-1, false]);
  });

  /** What the total of the outcomes counts for, and whether for sure, by some of the relations. */
  const outcomes = (values: Parameters<typeof smallTable>[0], rules: readonly string[]): unknown => {
    const identities = smallTable(values);
    const row = identities[0]!.table.rows[4]!;
    const blank = row.cells.filter(({ value }) => value.kind === 'blank').map((cell) => ({ row, cell }));
    const amounts = new Amounts(
      identities.filter(({ form, line }) => rules.includes(form.rule) && line !== row.columns[2]),
      blank,
    );
    return blank.map((place) => [amounts.of(place).digits, amounts.isCertain(place)]);
  };

  it('follows from others that follow from their parts', () => {
    const values = [
      [3, 1, 4],
      [0, 0, 0],
      [2, 1, 3],
      [1, 0, 1],
      [undefined, undefined, undefined],
      [0, 0, 0],
    ];
    expect(outcomes(values, ['row-total-mismatch', 'results-total-mismatch'])).toEqual([
      [3, true],
      [1, true],
      [4, true],
    ]);
  });

  it('is in doubt where another blank may account for what a balance lacks, not where its own parts are blank', () => {
    const values = [
      [3, 1, 4],
      [0, 0, 0],
      [3, 1, 4],
      [undefined, 0, 0],
      [undefined, 1, 4],
      [undefined, 0, 0],
    ];
    expect(outcomes(values, ['balance-mismatch'])).toEqual([[3, false]]);
    expect(outcomes(values.with(5, [0, 0, 0]), ['balance-mismatch'])).toEqual([[3, true]]);
    expect(outcomes(values, ['results-total-mismatch'])).toEqual([[3, true]]);
  });
});
