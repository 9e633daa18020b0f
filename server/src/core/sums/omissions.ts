import type { Cell } from '../model/report';
import { equal, type Decimal } from '../text/decimal';
import type { Amounts } from './amounts';
import type { BlankTotal } from './blank-totals';
import { isTotalIn, type Identity } from './identities';

/** A blank total that stands for a number other than zero. */
export interface Omission {
  readonly total: BlankTotal;
  /**
   * The values that its relations give it, each with the first that does; those first whose total it is. More than one
   * where they differ.
   */
  readonly ways: readonly Way[];
  /** Whether the value follows from all of them. */
  readonly certain: boolean;
}

export interface Way {
  readonly identity: Identity;
  readonly value: Decimal;
}

/** The omissions among blank totals. A row of which a value was not read is told once, for that value. */
export function omissionsIn(
  totals: readonly BlankTotal[],
  amounts: Amounts,
  relationsOf: (cell: Cell) => readonly Identity[],
): readonly Omission[] {
  return totals.flatMap((total): Omission[] => {
    const { cell, row } = total;
    if (row.cells.some(({ value }) => value.kind === 'unreadable')) return [];
    const relations = relationsOf(cell);
    const sums = relations.filter((identity) => isTotalIn(identity, cell));
    const others = relations.filter((identity) => !sums.includes(identity));
    const waysBy = (identities: readonly Identity[]): readonly Way[] =>
      identities.map((identity) => ({ identity, value: amounts.needed(identity, total) }));
    const first = waysBy(sums.length > 0 ? sums : others);
    if (first.every(({ value }) => value.digits === 0)) return [];
    const ways = [...first, ...waysBy(sums.length > 0 ? others : [])];
    const distinct = ways.filter(({ value }, i) => !ways.slice(0, i).some((earlier) => equal(earlier.value, value)));
    return [{ total, ways: distinct, certain: amounts.isCertain(total) }];
  });
}
