import type { PlacedCell } from '../model/report';
import { isCount, type Decimal } from '../text/decimal';
import type { Amounts } from './amounts';
import type { Fault } from './diagnosis';
import type { Identity } from './identities';

/** A change of one or more cells after which a broken relation holds. */
export interface SumRepair {
  readonly changes: readonly { readonly place: PlacedCell; readonly value: Decimal }[];
  /**
   * `fault`: every relation of its cells holds afterwards; `part`: this relation holds, others of its cells may not.
   */
  readonly mends: 'fault' | 'part';
  /** The only smallest change after which every relation of its cells holds. */
  readonly unique: boolean;
}

/** As many as table three has rows: one slip may have happened in any of them, and each such repair is offered. */
const MOST_OFFERED = 25;

/**
 * The repairs of the relation's fault, the likeliest first; then each single cell that would make this relation hold.
 */
export function repairsOf(identity: Identity, fault: Fault | undefined, amounts: Amounts): readonly SumRepair[] {
  const whole = (fault?.repairs ?? []).slice(0, MOST_OFFERED).map((changes): SumRepair => ({
    changes: changes.map(({ place, to }) => ({ place, value: { digits: to, scale: 0 } })),
    mends: 'fault',
    unique: fault!.unique,
  }));
  const single = [
    identity.target,
    ...[...identity.left, ...identity.right].filter((place) => place !== identity.target),
  ]
    .map((place) => ({ place, value: amounts.needed(identity, place) }))
    .filter(({ value }) => isCount(value))
    .filter(
      ({ place, value }) =>
        !whole.some(
          ({ changes }) =>
            changes.length === 1 && changes[0]!.place.cell === place.cell && changes[0]!.value.digits === value.digits,
        ),
    )
    .map((change): SumRepair => ({ changes: [change], mends: 'part', unique: false }));
  return [...whole, ...single];
}
