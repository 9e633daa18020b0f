import type { Cell, PlacedCell, Row } from '../model/report';
import { isInteger } from '../text/decimal';
import { inOrder } from '../text/span';
import type { Amounts, Identity } from './identities';

/** A cell's value that was changed: counts, whole and not below zero. */
export interface Change {
  readonly place: PlacedCell;
  readonly from: number;
  readonly to: number;
}

/** The smallest sets of changes after which every relation holds; none where there is none or the search was given up. */
export interface Localisation {
  readonly solutions: readonly (readonly Change[])[];
  /** Whether these are all; within its bounds the search may find only some. */
  readonly complete: boolean;
}

/** More changes at once are no slip any more; the search past this many steps would be felt while typing. */
const MOST_CHANGES = 6;
const MOST_STEPS = 3_000;
export const MOST_SOLUTIONS = 200;

/**
 * Error localisation after Fellegi and Holt: finds the smallest sets of cells whose change makes all relations hold. Exact within
 * its bounds: in a smallest set there is always a cell whose change is settled by one broken relation alone, so that relations are
 * mended one by one, each by the change of one of its cells.
 */
export function localise(identities: readonly Identity[], amounts: Amounts): Localisation {
  const isWhole = (place: PlacedCell): boolean => isInteger(amounts.of(place));
  if (!identities.every(({ left, right }) => left.every(isWhole) && right.every(isWhole))) return { solutions: [], complete: false };
  const search = new Search(identities, amounts);
  const least = search.least();
  // No set is smaller than the bound: changes within one row that keep to it are known to be smallest, however many they are.
  search.mendWithinRows(least);
  for (let size = least; size <= MOST_CHANGES; size++) {
    search.run(size);
    if (search.isCut()) break;
    if (search.solutions.length > 0) return { solutions: search.solutions, complete: true };
  }
  return { solutions: search.solutions.filter((changes) => changes.length === least), complete: false };
}

/** A cell as the search sees it. */
interface Variable {
  readonly place: PlacedCell;
  readonly value: number;
  /** A blank total stands for what its parts add up to, and is not changed. */
  readonly fixed: boolean;
  /** The relations that it takes part in. */
  readonly memberships: readonly Membership[];
}

interface Membership {
  readonly relation: Relation;
  readonly sign: 1 | -1;
}

interface Relation {
  readonly identity: Identity;
  readonly across: boolean;
  readonly length: number;
  /** What is left − right with the changes so far. */
  surplus: number;
  /** Known when asked for: most relations hold, and no change meets them. */
  variables: readonly Variable[] | undefined;
}

class Search {
  steps = 0;
  readonly solutions: (readonly Change[])[] = [];
  private readonly seen = new Set<string>();
  private readonly relations: readonly Relation[];
  private readonly variables = new Map<Cell, Variable>();
  private readonly changed = new Map<Variable, number>();
  /** Broken relations in each row and column, and how many of these have any: each needs a change of its own. */
  private readonly brokenIn = new Map<Identity['line'], number>();
  private brokenRows = 0;
  private brokenColumns = 0;

  constructor(
    identities: readonly Identity[],
    private readonly amounts: Amounts,
  ) {
    this.relations = identities.map((identity) => {
      const { form, left, right } = identity;
      const surplus = amounts.surplus(identity).digits;
      return { identity, across: form.direction === 'across', length: left.length + right.length, surplus, variables: undefined };
    });
    for (const relation of this.relations) if (relation.surplus !== 0) this.count(relation, 1);
  }

  /** Whether a bound was met, so that there may be more to find. */
  isCut(): boolean {
    return this.steps > MOST_STEPS || this.solutions.length >= MOST_SOLUTIONS;
  }

  /** Keeps the repairs of `size` changes that lie all in one row: each of its columns is mended there, and the row holds then. */
  mendWithinRows(size: number): void {
    for (const variables of this.offByColumn()) {
      if (variables.length !== size) continue;
      for (const variable of variables) {
        const delta = columnDelta(variable);
        this.changed.set(variable, delta);
        this.apply(variable, delta);
      }
      if (this.leastLeft() === 0) this.keep();
      for (const [variable, delta] of this.changed) this.apply(variable, -delta);
      this.changed.clear();
    }
  }

  /** Row by row, the cells that can be changed to what their column needs. */
  private offByColumn(): readonly (readonly Variable[])[] {
    const byRow = new Map<Row, Variable[]>();
    for (const relation of this.relations) {
      if (relation.across || relation.surplus === 0) continue;
      for (const variable of this.variablesOf(relation)) {
        const { place, value, fixed } = variable;
        const own = byRow.get(place.row);
        if (fixed || value + columnDelta(variable) < 0 || own?.includes(variable) === true) continue;
        if (own === undefined) byRow.set(place.row, [variable]);
        else own.push(variable);
      }
    }
    return inOrder([...byRow], ([row]) => row.span.start).map(([, variables]) => variables);
  }

  /** The least number of changes that could do. */
  least(): number {
    return Math.max(1, this.leastLeft());
  }

  private leastLeft(): number {
    return Math.max(this.brokenRows, this.brokenColumns);
  }

  /** Notes that a relation breaks, or that it holds again. */
  private count({ identity: { line }, across }: Relation, by: 1 | -1): void {
    const before = this.brokenIn.get(line) ?? 0;
    this.brokenIn.set(line, before + by);
    if (before !== 0 && before + by !== 0) return;
    if (across) this.brokenRows += by;
    else this.brokenColumns += by;
  }

  run(left: number): void {
    if (++this.steps > MOST_STEPS || this.isCut()) return;
    const relation = this.narrowestBroken();
    if (relation === undefined) {
      this.keep();
      return;
    }
    if (this.leastLeft() > left) return;
    for (const variable of this.variablesOf(relation)) {
      if (this.changed.has(variable) || variable.fixed) continue;
      for (const delta of deltas(variable)) this.tryChange(variable, delta, left);
    }
  }

  private tryChange(variable: Variable, delta: number, left: number): void {
    if (variable.value + delta < 0) return;
    this.apply(variable, delta);
    this.changed.set(variable, delta);
    this.run(left - 1);
    this.changed.delete(variable);
    this.apply(variable, -delta);
  }

  private narrowestBroken(): Relation | undefined {
    let best: Relation | undefined;
    for (const relation of this.relations) {
      if (relation.surplus !== 0 && (best === undefined || relation.length < best.length)) best = relation;
    }
    return best;
  }

  private apply({ memberships }: Variable, delta: number): void {
    for (const { relation, sign } of memberships) {
      const before = relation.surplus;
      const after = before + sign * delta;
      relation.surplus = after;
      if ((before === 0) !== (after === 0)) this.count(relation, after === 0 ? -1 : 1);
    }
  }

  private variablesOf(relation: Relation): readonly Variable[] {
    const { left, right } = relation.identity;
    return (relation.variables ??= [...left, ...right].map((place) => this.variable(place)));
  }

  private variable(place: PlacedCell): Variable {
    let variable = this.variables.get(place.cell);
    if (variable === undefined) {
      variable = {
        place,
        value: this.amounts.of(place).digits,
        fixed: this.amounts.isImplied(place.cell),
        memberships: this.membershipsOf(place),
      };
      this.variables.set(place.cell, variable);
    }
    return variable;
  }

  /** A cell takes part in relations of its own row and column alone. */
  private membershipsOf({ row, cell }: PlacedCell): readonly Membership[] {
    const found: Membership[] = [];
    for (const relation of this.relations) {
      const { line, left, right } = relation.identity;
      if (line !== row && line !== cell.column) continue;
      if (left.some((place) => place.cell === cell)) found.push({ relation, sign: 1 });
      else if (right.some((place) => place.cell === cell)) found.push({ relation, sign: -1 });
    }
    return found;
  }

  private keep(): void {
    const changes = [...this.changed]
      .map(([{ place, value }, delta]): Change => ({ place, from: value, to: value + delta }))
      .sort((a, b) => a.place.cell.span.start - b.place.cell.span.start);
    const key = changes.map(({ place, to }) => `${place.cell.span.start}:${to}`).join(';');
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.solutions.push(changes);
  }
}

/** What a cell is off by according to its column. */
function columnDelta({ memberships }: Variable): number {
  const own = memberships.find(({ relation }) => !relation.across && relation.surplus !== 0);
  return own === undefined ? 0 : -own.sign * own.relation.surplus;
}

/** The changes of a cell that would each mend one of its broken relations. */
function deltas({ memberships }: Variable): readonly number[] {
  const found: number[] = [];
  for (const { relation, sign } of memberships) {
    const delta = -sign * relation.surplus;
    if (delta !== 0 && !found.includes(delta)) found.push(delta);
  }
  return found;
}
