import type { Cell, Report } from '../model/report';
import { diagnose, type Fault } from './diagnosis';
import { Evidence, type Statement } from './evidence';
import { Amounts, identitiesOf, type Identity } from './identities';

/** The relations of a report, what its cells count for in them, and what is behind those that are broken. */
export interface Sums {
  readonly identities: readonly Identity[];
  readonly amounts: Amounts;
  /** The fault that explains a broken relation, where there is a diagnosis. */
  readonly faultOf: (identity: Identity) => Fault | undefined;
  /** The relations that a cell takes part in. */
  readonly relationsOf: (cell: Cell) => readonly Identity[];
}

/** `statements` are what prose and other reports state for its cells. */
export function sumsOf(report: Report, statements: readonly Statement[]): Sums {
  const identities = identitiesOf(report);
  const amounts = new Amounts(identities);
  const faults = diagnose(identities, amounts, new Evidence(statements));
  let byCell: ReadonlyMap<Cell, readonly Identity[]> | undefined;
  const relationsOf = (cell: Cell): readonly Identity[] => (byCell ??= indexByCell(identities)).get(cell) ?? [];
  return { identities, amounts, relationsOf, faultOf: (identity) => faults.find((fault) => fault.identities.includes(identity)) };
}

function indexByCell(identities: readonly Identity[]): ReadonlyMap<Cell, readonly Identity[]> {
  const byCell = new Map<Cell, Identity[]>();
  for (const identity of identities) {
    for (const { cell } of [...identity.left, ...identity.right]) {
      const known = byCell.get(cell);
      if (known === undefined) byCell.set(cell, [identity]);
      else known.push(identity);
    }
  }
  return byCell;
}
