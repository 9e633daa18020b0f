import { equal, isInteger, isNegative, type Decimal } from '../text/decimal';
import type { Amounts, Identity, Place } from './identities';

/** A change of one or more cells after which a broken relation holds. */
export interface SumRepair {
  readonly changes: readonly { readonly place: Place; readonly value: Decimal }[];
  /** Whether it is the only smallest change after which every relation of its cells holds. */
  readonly unique: boolean;
}

/** Each single cell whose change makes the relation hold; those that break nothing else come first, the total before its parts. */
export function repairsOf(identity: Identity, identities: readonly Identity[], amounts: Amounts): readonly SumRepair[] {
  const candidates = [...identity.left, ...identity.right]
    .map((place) => {
      const value = amounts.needed(identity, place);
      return { place, value, broken: brokenAfter(place, value, identities, amounts) };
    })
    .filter(({ value }) => !isNegative(value) && isInteger(value))
    .sort((a, b) => a.broken - b.broken || Number(b.place === identity.target) - Number(a.place === identity.target));
  const whole = candidates.filter(({ broken }) => broken === 0).length;
  return candidates.map(({ place, value, broken }) => ({ changes: [{ place, value }], unique: whole === 1 && broken === 0 }));
}

/** How many relations of a cell stay or become broken when it takes a value. */
function brokenAfter(place: Place, value: Decimal, identities: readonly Identity[], amounts: Amounts): number {
  return identities.filter((other) => {
    const same = [...other.left, ...other.right].find(({ cell }) => cell === place.cell);
    return same !== undefined && !equal(amounts.needed(other, same), value);
  }).length;
}
