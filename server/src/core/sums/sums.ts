import type { Cell, Report } from '../model/report';
import { Amounts } from './amounts';
import { blankTotalsOf } from './blank-totals';
import { diagnose, type Fault } from './diagnosis';
import { Evidence, type Statement } from './evidence';
import { identitiesOf, placesIn, type Identity } from './identities';
import { omissionsIn, type Omission } from './omissions';

/** The relations of a report, what its cells count for in them, and what is behind those that are broken. */
export interface Sums {
  readonly identities: readonly Identity[];
  readonly amounts: Amounts;
  /** Numbers that were left out. */
  readonly omissions: readonly Omission[];
  /** The fault that explains a broken relation, where there is a diagnosis. */
  readonly faultOf: (identity: Identity) => Fault | undefined;
  /** The relations that a cell takes part in. */
  readonly relationsOf: (cell: Cell) => readonly Identity[];
  /** Whether the relations of a cell speak against what it counts for, or leave it open. */
  readonly isDoubtful: (cell: Cell) => boolean;
}

/** `statements` are what prose and other reports state for its cells. */
export function sumsOf(report: Report, statements: readonly Statement[]): Sums {
  const blankTotals = blankTotalsOf(report);
  const amounts = new Amounts(identitiesOf(report), blankTotals);
  const { identities } = amounts;
  const faults = diagnose(identities, amounts, new Evidence(statements));
  let byCell: ReadonlyMap<Cell, readonly Identity[]> | undefined;
  const relationsOf = (cell: Cell): readonly Identity[] => (byCell ??= indexByCell(identities)).get(cell) ?? [];
  return {
    identities,
    amounts,
    omissions: omissionsIn(blankTotals, amounts, relationsOf),
    faultOf: (identity) => faults.find((fault) => fault.identities.includes(identity)),
    relationsOf,
    isDoubtful: (cell) =>
      relationsOf(cell).some((identity) => !amounts.holds(identity) || !amounts.areCertain(placesIn(identity))),
  };
}

function indexByCell(identities: readonly Identity[]): ReadonlyMap<Cell, readonly Identity[]> {
  const byCell = new Map<Cell, Identity[]>();
  for (const identity of identities) {
    for (const { cell } of placesIn(identity)) {
      const known = byCell.get(cell);
      if (known === undefined) byCell.set(cell, [identity]);
      else known.push(identity);
    }
  }
  return byCell;
}
