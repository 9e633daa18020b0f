import type { Amounts } from './amounts';
import type { Evidence, Statement } from './evidence';
import { placesIn, type Identity } from './identities';
import { localise, type Change } from './localise';
import { recalled } from './recall';
import { isTotal, Likelihood } from './slips';

/** One cause of broken relations, with the ways to mend it. */
export interface Fault {
  /** The broken relations that it explains. */
  readonly identities: readonly Identity[];
  /** Smallest repairs, the likeliest first. */
  readonly repairs: readonly (readonly Change[])[];
  /**
   * Whether the first repair is the only smallest one, and undoes a single slip: several slips at once might be others,
   * and more.
   */
  readonly unique: boolean;
  /** Whether the first repair is far likelier than all others together. */
  readonly clear: boolean;
  /** Statements outside the table that the first repair agrees with. */
  readonly confirming: readonly Statement[];
}

/** Relations of this family share no cells: each alone says that something is wrong, and hardly which of its cells. */
const SOLITARY = 'review-total-mismatch';

/**
 * The first repair is clear where it is as likely as this among all, or evidence from outside speaks for it where the
 * digits cannot.
 */
const CLEAR = 0.9;

/**
 * The faults behind the broken relations of a report, as far as they can be told; a relation in none of them has no
 * diagnosis.
 */
export function diagnose(identities: readonly Identity[], amounts: Amounts, evidence: Evidence): readonly Fault[] {
  const broken = identities.filter((identity) => !amounts.holds(identity));
  if (broken.length === 0) return [];
  return [...new Set(broken.map(({ table }) => table))].flatMap((table) => {
    const ofTable = identities.filter((identity) => identity.table === table);
    return recalled(table, ofTable, evidence, () => {
      const likelihood = new Likelihood(table, evidence);
      return clusters(ofTable).flatMap((cluster) => diagnoseCluster(cluster, amounts, likelihood));
    });
  });
}

/** Relations that share cells, directly or through others. */
function clusters(identities: readonly Identity[]): readonly (readonly Identity[])[] {
  return identities.every(isSolitary) ? identities.map((identity) => [identity]) : [identities];
}

const isSolitary = ({ form }: Identity): boolean => form.rule === SOLITARY;

function diagnoseCluster(identities: readonly Identity[], amounts: Amounts, likelihood: Likelihood): readonly Fault[] {
  const broken = identities.filter((identity) => !amounts.holds(identity));
  if (broken.length === 0) return [];
  const { solutions, complete } = localise(identities, amounts);
  const [best] = rank(solutions, likelihood);
  if (best === undefined) return [];
  const parts = partsOf(best.changes, solutions, identities);
  // Beside a blank total in doubt several slips may look like others, and fewer.
  const trusted = parts.length === 1 || identities.every((identity) => amounts.areCertain(placesIn(identity)));
  return parts.map(({ changes, alternatives }) => {
    const explained =
      parts.length === 1 ? broken : broken.filter((identity) => changes.some((change) => takesPart(change, identity)));
    return faultOf(explained, alternatives, complete && trusted, likelihood);
  });
}

/** A share of the likeliest solution that can be told apart from the rest, with what could stand in its place. */
interface Part {
  readonly changes: readonly Change[];
  readonly alternatives: readonly (readonly Change[])[];
}

/**
 * Splits the likeliest solution into independent faults. Changes that do not meet in a relation are faults of their
 * own, if each may be mended in any of its ways whatever is done about the others: then all solutions are the products
 * of those ways. Faults of which only certain pairs of ways go together stay one.
 */
function partsOf(
  best: readonly Change[],
  solutions: readonly (readonly Change[])[],
  identities: readonly Identity[],
): readonly Part[] {
  const parts = linked(best, identities).map((changes): Part => {
    const rest = best.filter((change) => !changes.includes(change));
    const agreeing = solutions.filter((solution) =>
      rest.every((change) => solution.some((other) => sameChange(other, change))),
    );
    return {
      changes,
      alternatives: agreeing.map((solution) =>
        solution.filter((change) => !rest.some((other) => sameChange(other, change))),
      ),
    };
  });
  const isSettled = ({ changes }: Part): boolean =>
    solutions.every((solution) => changes.every((change) => solution.some((other) => sameChange(other, change))));
  const open = parts.filter((part) => !isSettled(part));
  if (
    open.length < 2 ||
    open.reduce((product, { alternatives }) => product * alternatives.length, 1) === solutions.length
  )
    return parts;
  const settled = parts.filter(isSettled);
  const certain = settled.flatMap(({ changes }) => changes);
  const uncertain = (solution: readonly Change[]): readonly Change[] =>
    solution.filter((change) => !certain.some((other) => sameChange(other, change)));
  return [...settled, { changes: uncertain(best), alternatives: solutions.map(uncertain) }];
}

function faultOf(
  identities: readonly Identity[],
  alternatives: readonly (readonly Change[])[],
  complete: boolean,
  likelihood: Likelihood,
): Fault {
  const likeliest = rank(alternatives, likelihood);
  const solitary = identities.every(isSolitary);
  const ranked = solitary ? totalsFirst(likeliest) : likeliest;
  const first = ranked[0]!;
  const only = complete && ranked.length === 1;
  return {
    identities,
    repairs: ranked.map(({ changes }) => changes),
    unique: only && likelihood.isOneSlip(first.changes),
    clear: only || (complete && (solitary ? first.confirmed > ranked[1]!.confirmed : share(likeliest) >= CLEAR)),
    confirming: likelihood.evidence.confirming(first.changes),
  };
}

/** How likely the first is among all. */
const share = (ranked: readonly Ranked[]): number =>
  1 / ranked.reduce((sum, { cost }) => sum + 2 ** (ranked[0]!.cost - cost), 0);

interface Ranked {
  readonly changes: readonly Change[];
  readonly cost: number;
  readonly confirmed: number;
}

/**
 * The likeliest first; of equally likely ones that which changes a total, since sums are miscounted more often than
 * numbers mistyped.
 */
function rank(solutions: readonly (readonly Change[])[], likelihood: Likelihood): readonly Ranked[] {
  return solutions
    .map((changes): Ranked => ({ changes, cost: likelihood.cost(changes), confirmed: likelihood.confirmed(changes) }))
    .sort((a, b) => a.cost - b.cost || changesTotal(b) - changesTotal(a));
}

/**
 * One relation alone is mended at its total, whatever else would be likelier by its digits; evidence from outside it
 * goes before.
 */
const totalsFirst = (ranked: readonly Ranked[]): readonly Ranked[] =>
  [...ranked].sort((a, b) => b.confirmed - a.confirmed || changesTotal(b) - changesTotal(a));

const changesTotal = ({ changes }: Ranked): number => Number(changes.some(isTotal));

/** Changes that meet in a relation belong to one slip; those that do not are slips of their own. */
function linked(changes: readonly Change[], identities: readonly Identity[]): readonly (readonly Change[])[] {
  const groups: Change[][] = [];
  for (const change of changes) {
    const touched = groups.filter((group) =>
      group.some((other) => identities.some((identity) => takesPart(change, identity) && takesPart(other, identity))),
    );
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push([...touched.flat(), change]);
  }
  return groups;
}

const takesPart = ({ place }: Change, { left, right }: Identity): boolean =>
  [...left, ...right].some(({ cell }) => cell === place.cell);

const sameChange = (a: Change, b: Change): boolean => a.place.cell === b.place.cell && a.to === b.to;
