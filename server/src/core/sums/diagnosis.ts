import type { Amounts, Identity } from './identities';
import { localise, type Change } from './localise';
import { slipCost, type Hint } from './slips';

/** One cause of broken relations, with the ways to mend it. */
export interface Fault {
  /** The broken relations that it explains. */
  readonly identities: readonly Identity[];
  /** All smallest repairs, the likeliest first. */
  readonly repairs: readonly (readonly Change[])[];
  /** Whether the first repair is the only smallest one. */
  readonly unique: boolean;
  /** Whether the first repair is likelier than every other. */
  readonly clear: boolean;
}

/** A relation of one family alone says that something is wrong, not which of its cells: no smallest repair is better founded than another. */
const SELF_EVIDENT = 'review-total-mismatch';

/** The faults behind the broken relations of a report, as far as they can be told; a relation in none of them has no diagnosis. */
export function diagnose(identities: readonly Identity[], amounts: Amounts, hint: Hint): readonly Fault[] {
  const broken = identities.filter((identity) => !amounts.holds(identity));
  if (broken.length === 0) return [];
  const tables = new Set(broken.map(({ table }) => table));
  return [...tables].flatMap((table) => {
    const own = identities.filter((identity) => identity.table === table);
    return clusters(own).flatMap((cluster) => diagnoseCluster(cluster, amounts, hint));
  });
}

/** Relations that share cells, directly or through others. */
function clusters(identities: readonly Identity[]): readonly (readonly Identity[])[] {
  if (identities.every(({ form }) => form.rule === SELF_EVIDENT)) return identities.map((identity) => [identity]);
  return [identities];
}

function diagnoseCluster(identities: readonly Identity[], amounts: Amounts, hint: Hint): readonly Fault[] {
  const broken = identities.filter((identity) => !amounts.holds(identity));
  if (broken.length === 0) return [];
  const solutions = rank(localise(identities, amounts) ?? [], hint);
  const [best] = solutions;
  if (best === undefined) return [];
  const groups = linked(best, identities);
  if (groups.length === 1) return [fault(broken, solutions, hint)];
  return groups.map((group) => {
    const others = best.filter((change) => !group.includes(change));
    const key = keyOf(others);
    const own = solutions
      .filter((solution) => keyOf(solution.filter((change) => others.some((other) => sameCell(other, change)))) === key)
      .map((solution) => solution.filter((change) => !others.some((other) => sameCell(other, change))));
    const explained = broken.filter((identity) => group.some((change) => takesPart(change, identity)));
    return fault(explained, distinct(own), hint);
  });
}

function fault(identities: readonly Identity[], solutions: readonly (readonly Change[])[], hint: Hint): Fault {
  const repairs = rank(solutions, hint);
  const [first, second] = repairs;
  return {
    identities,
    repairs,
    unique: repairs.length === 1,
    clear: first !== undefined && (second === undefined || slipCost(first, hint) < slipCost(second, hint)),
  };
}

const rank = (solutions: readonly (readonly Change[])[], hint: Hint): readonly (readonly Change[])[] =>
  solutions
    .map((solution, order) => ({ solution, order, cost: slipCost(solution, hint) }))
    .sort((a, b) => a.cost - b.cost || Number(changesTarget(b.solution)) - Number(changesTarget(a.solution)) || a.order - b.order)
    .map(({ solution }) => solution);

/** Of equally likely repairs the one that changes a total is named first: people mistype numbers, and miscount sums more often. */
const changesTarget = (solution: readonly Change[]): boolean => solution.some(({ place }) => place.cell.column.id === 'total');

/** Changes that meet in a relation belong to one slip; those that do not are slips of their own. */
function linked(changes: readonly Change[], identities: readonly Identity[]): readonly (readonly Change[])[] {
  const groups: Change[][] = [];
  for (const change of changes) {
    const own = groups.filter((group) => group.some((other) => identities.some((identity) => takesPart(change, identity) && takesPart(other, identity))));
    for (const group of own) groups.splice(groups.indexOf(group), 1);
    groups.push([...own.flat(), change]);
  }
  return groups;
}

const takesPart = ({ place }: Change, { left, right }: Identity): boolean => [...left, ...right].some(({ cell }) => cell === place.cell);

const sameCell = (a: Change, b: Change): boolean => a.place.cell === b.place.cell;

const keyOf = (changes: readonly Change[]): string => changes.map(({ place, to }) => `${place.cell.span.start}=${to}`).join(' ');

const distinct = (solutions: readonly (readonly Change[])[]): readonly (readonly Change[])[] => [
  ...new Map(solutions.map((solution) => [keyOf(solution), solution])).values(),
];
