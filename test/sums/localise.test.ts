import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlacedCell } from '../../server/src/core/model/report';
import { Amounts } from '../../server/src/core/sums/amounts';
import type { Identity } from '../../server/src/core/sums/identities';
import { localise, type Change } from '../../server/src/core/sums/localise';
import { holds } from '../property/property';
import { COLUMNS, ROWS, smallTable } from './small-table';

/** Larger sets are too many to try. */
const MOST_TRIED = 3;

const placesOf = (identities: readonly Identity[]): readonly PlacedCell[] => [
  ...new Map(identities.flatMap(({ left, right }) => [...left, ...right]).map((place) => [place.cell, place])).values(),
];

const valueOf = ({ cell }: PlacedCell): number => (cell.value.kind === 'number' ? cell.value.amount.digits : 0);

/** What is left − right in a relation after some changes. */
function surplus({ left, right }: Identity, changes: ReadonlyMap<PlacedCell['cell'], number>): number {
  const sum = (places: readonly PlacedCell[]): number =>
    places.reduce((all, place) => all + (changes.get(place.cell) ?? valueOf(place)), 0);
  return sum(left) - sum(right);
}

const mends = (identities: readonly Identity[], changes: readonly Change[]): boolean => {
  const values = new Map(changes.map(({ place, to }) => [place.cell, to]));
  return identities.every((identity) => surplus(identity, values) === 0);
};

/** The one way to mend everything by changing each of these cells, if there is just one. */
function solve(identities: readonly Identity[], places: readonly PlacedCell[]): readonly number[] | undefined {
  const sign = ({ left, right }: Identity, { cell }: PlacedCell): number =>
    Number(left.some((place) => place.cell === cell)) - Number(right.some((place) => place.cell === cell));
  const system = identities.map((identity) => [
    ...places.map((place) => sign(identity, place)),
    -surplus(identity, new Map()),
  ]);
  for (let i = 0; i < places.length; i++) {
    const pivot = system.findIndex((row, at) => at >= i && row[i] !== 0);
    if (pivot < 0) return undefined;
    [system[i], system[pivot]] = [system[pivot]!, system[i]!];
    const own = system[i]!.map((value) => value / system[i]![i]!);
    system[i] = own;
    for (let j = 0; j < system.length; j++)
      if (j !== i && system[j]![i] !== 0) system[j] = system[j]!.map((value, k) => value - system[j]![i]! * own[k]!);
  }
  if (system.slice(places.length).some((row) => row.at(-1) !== 0)) return undefined;
  return system.slice(0, places.length).map((row) => row.at(-1)!);
}

function* subsets<T>(items: readonly T[], size: number, from = 0): Iterable<readonly T[]> {
  if (size === 0) yield [];
  else
    for (let i = from; i <= items.length - size; i++)
      for (const rest of subsets(items, size - 1, i + 1)) yield [items[i]!, ...rest];
}

/** Every set of `size` cells whose change mends everything, as text. */
function tryAll(identities: readonly Identity[], size: number): readonly string[] {
  const found: string[] = [];
  for (const places of subsets(placesOf(identities), size)) {
    const deltas = solve(identities, places);
    if (deltas?.every((delta, i) => delta !== 0 && Number.isInteger(delta) && valueOf(places[i]!) + delta >= 0))
      found.push(keyOf(places.map((place, i) => [place, valueOf(place) + deltas[i]!])));
  }
  return found.sort();
}

const keyOf = (changes: readonly (readonly [PlacedCell, number])[]): string =>
  changes
    .map(([{ row, cell }, to]) => `${row.form.id}/${cell.column.id}=${to}`)
    .sort()
    .join(' ');

/** Tables in which everything holds, but for some cells that say something else. */
const spoilt = fc
  .tuple(
    fc.array(fc.nat(4), { minLength: 8, maxLength: 8 }),
    fc.array(fc.tuple(fc.nat(ROWS.length - 1), fc.nat(COLUMNS.length - 1), fc.nat(12)), { maxLength: 3 }),
  )
  .map(([counts, slips]) => {
    const [a, b] = [0, 1].map((i) => {
      const [granted, refused, left, carried] = counts.slice(4 * i, 4 * i + 4) as [number, number, number, number];
      const answered = granted + refused;
      const carriedIn = Math.min(carried, answered + left);
      return [answered + left - carriedIn, carriedIn, granted, refused, answered, left];
    }) as [number[], number[]];
    const values = ROWS.map((_, i) => [a[i]!, b[i]!, a[i]! + b[i]!]);
    for (const [row, column, value] of slips) values[row]![column] = value;
    return values;
  });

describe('error localisation', () => {
  holds(
    'finds exactly the smallest sets of changes that mend everything, as trying all sets does',
    60,
    fc.property(spoilt, (values) => {
      const identities = smallTable(values);
      const { solutions, complete } = localise(identities, new Amounts(identities));
      for (const solution of solutions) expect(mends(identities, solution)).toBe(true);
      const broken = identities.some((identity) => surplus(identity, new Map()) !== 0);
      if (!broken) return;
      expect(complete).toBe(true);
      const size = solutions[0]!.length;
      for (let smaller = 1; smaller < Math.min(size, MOST_TRIED + 1); smaller++)
        expect(tryAll(identities, smaller)).toEqual([]);
      if (size <= MOST_TRIED)
        expect(solutions.map((solution) => keyOf(solution.map(({ place, to }) => [place, to]))).sort()).toEqual(
          tryAll(identities, size),
        );
    }),
  );

  holds(
    'says the same every time',
    20,
    fc.property(spoilt, (values) => {
      const run = (): unknown => {
        const identities = smallTable(values);
        return localise(identities, new Amounts(identities)).solutions.map((solution) =>
          keyOf(solution.map(({ place, to }) => [place, to])),
        );
      };
      expect(run()).toEqual(run());
    }),
  );

  /** The smallest sets in a table whose blank cells are totals. */
  const solved = (values: Parameters<typeof smallTable>[0]): readonly string[] => {
    const identities = smallTable(values);
    const blank = placesOf(identities).filter(({ cell }) => cell.value.kind === 'blank');
    const { solutions } = localise(identities, new Amounts(identities, blank));
    return solutions.map((solution) => keyOf(solution.map(({ place, to }) => [place, to]))).sort();
  };

  it('has a blank total stand for what its parts add up to', () => {
    const values = [
      [3, 1, undefined],
      [0, 0, 0],
      [2, 1, 3],
      [0, 0, 0],
      [3, 1, 4],
      [0, 0, 0],
    ];
    expect(solved(values)).toEqual([
      'granted/natural-person=3 granted/total=4',
      'refused/natural-person=1 refused/total=1',
    ]);
  });

  it('changes a blank total together with its parts', () => {
    const values = [
      [3, 1, 4],
      [0, 0, 0],
      [5, 1, undefined],
      [0, 0, 0],
      [3, 1, 4],
      [0, 0, 0],
    ];
    expect(solved(values)).toEqual(['granted/natural-person=3 granted/total=4']);
  });

  it('offers no value below zero', () => {
    const identities = smallTable([
      [0, 0, 0],
      [0, 0, 0],
      [1, 0, 1],
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    const { solutions } = localise(identities, new Amounts(identities));
    expect(solutions.flat().every(({ to }) => to >= 0)).toBe(true);
    expect(solutions[0]!.map(({ to }) => to)).toEqual([0, 0]);
  });
});
