import type { Cell, PlacedCell } from '../model/report';
import { equal, isCount, sum, type Decimal } from '../text/decimal';
import { hasTotal, type Identity } from './identities';

/** A total with what it comes to. */
export interface AddedUp {
  readonly place: PlacedCell;
  readonly amount: Decimal;
}

/**
 * Adds up anew the totals of some relations: totals of totals from what these come to, however deep. A total that two
 * of the relations give differently, or that would be no count, is not among them and counts for what it is `now`.
 */
export function addUp(relations: readonly Identity[], now: (place: PlacedCell) => Decimal): readonly AddedUp[] {
  const sums = new Map<Cell, Identity[]>();
  for (const identity of relations) {
    const { cell } = identity.target;
    if (hasTotal(identity)) sums.set(cell, [...(sums.get(cell) ?? []), identity]);
  }
  const known = new Map<Cell, Decimal | undefined>();
  const resultOf = ({ cell }: PlacedCell): Decimal | undefined => {
    if (known.has(cell)) return known.get(cell);
    const [first, ...others] = (sums.get(cell) ?? []).map(({ right }) => sum(right.map(amountOf)));
    const agreed =
      first !== undefined && isCount(first) && others.every((other) => equal(other, first)) ? first : undefined;
    known.set(cell, agreed);
    return agreed;
  };
  const amountOf = (place: PlacedCell): Decimal => resultOf(place) ?? now(place);
  return [...sums.values()].flatMap(([identity]) => {
    const place = identity!.target;
    const amount = resultOf(place);
    return amount === undefined ? [] : [{ place, amount }];
  });
}
