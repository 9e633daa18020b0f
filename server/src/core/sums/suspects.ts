import type { Cell } from '../model/report';
import { isTotalIn, type Identity } from './identities';
import type { Change } from './localise';
import type { Sums } from './sums';

/**
 * What the diagnosis holds to be wrong where `total` would be set to the sum of its parts, and so would the others that
 * are `changing`: the changes of a clear fault of which this is none, or those behind a part that is itself changing.
 */
export function suspectsOf(sums: Sums, total: Cell, changing: ReadonlyMap<Cell, number>): readonly Change[] {
  const suspects = new Set<Change>();
  const seen = new Set<Cell>();
  const follow = (cell: Cell): void => {
    if (seen.has(cell)) return;
    seen.add(cell);
    const relations = sums.relationsOf(cell).filter((identity) => isTotalIn(identity, cell));
    const repairs = relations.flatMap((identity) => clearRepair(sums, identity) ?? []);
    if (repairs.some(({ place, to }) => place.cell === cell && to === changing.get(cell))) return;
    for (const change of repairs) suspects.add(change);
    for (const { right } of relations) for (const part of right) if (changing.has(part.cell)) follow(part.cell);
  };
  follow(total);
  return [...suspects];
}

/** What the diagnosis would change for a broken relation, where one way is far likelier than all others. */
function clearRepair(sums: Sums, identity: Identity): readonly Change[] | undefined {
  const fault = sums.faultOf(identity);
  return fault?.clear === true ? fault.repairs[0] : undefined;
}

/** The cells of a table that the diagnosis clearly holds to be wrong and that are not the totals that look wrong. */
export function suspectedCells(sums: Sums, identities: readonly Identity[]): readonly Cell[] {
  const broken = identities.filter((identity) => !sums.amounts.holds(identity));
  const targets = new Set(broken.map(({ target }) => target.cell));
  const suspects = broken.flatMap((identity) => clearRepair(sums, identity) ?? []).map(({ place }) => place.cell);
  return [...new Set(suspects)].filter((cell) => !targets.has(cell)).sort((a, b) => a.span.start - b.span.start);
}
