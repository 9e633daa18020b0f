import type { PlacedCell, Row } from '../model/report';
import { isInteger } from '../text/decimal';
import { inOrder } from '../text/span';
import type { Amounts } from './amounts';
import type { Identity } from './identities';
import { System, type Variable } from './system';

/** A cell's value that was changed: counts, whole and not below zero. */
export interface Change {
  readonly place: PlacedCell;
  readonly from: number;
  readonly to: number;
}

/**
 * The smallest sets of changes after which every relation holds; none where there is none or the search was given up.
 */
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
 * Error localisation after Fellegi and Holt: finds the smallest sets of cells whose change makes all relations hold.
 * Exact within its bounds: in a smallest set there is always a cell whose change is settled by one broken relation
 * alone, so that relations are mended one by one, each by the change of one of its cells.
 */
export function localise(identities: readonly Identity[], amounts: Amounts): Localisation {
  const isWhole = (place: PlacedCell): boolean => isInteger(amounts.of(place));
  if (!identities.every(({ left, right }) => left.every(isWhole) && right.every(isWhole)))
    return { solutions: [], complete: false };
  const system = new System(identities, amounts);
  const search = new Search(system);
  const least = Math.max(1, system.least());
  // No set is smaller than the bound: changes within one row that keep to it are known to be smallest, however many
  // they are.
  search.mendWithinRows(least);
  for (let size = least; size <= MOST_CHANGES; size++) {
    search.run(size);
    if (search.isCut()) break;
    if (search.solutions.length > 0) return { solutions: search.solutions, complete: true };
  }
  return { solutions: search.solutions.filter((changes) => changes.length === least), complete: false };
}

class Search {
  steps = 0;
  readonly solutions: (readonly Change[])[] = [];
  private readonly seen = new Set<string>();
  private readonly changed = new Map<Variable, number>();

  constructor(private readonly system: System) {}

  /** Whether a bound was met, so that there may be more to find. */
  isCut(): boolean {
    return this.steps > MOST_STEPS || this.solutions.length >= MOST_SOLUTIONS;
  }

  /**
   * Keeps the repairs of `size` changes that lie all in one row: each of its columns is mended there, and the row holds
   * then.
   */
  mendWithinRows(size: number): void {
    for (const variables of this.offByColumn()) {
      if (variables.length !== size) continue;
      for (const variable of variables) this.change(variable, columnDelta(variable));
      if (this.system.least() === 0) this.keep();
      for (const variable of variables) this.changeBack(variable);
    }
  }

  /** Row by row, the cells that can be changed to what their column needs. */
  private offByColumn(): readonly (readonly Variable[])[] {
    const { system } = this;
    const byRow = new Map<Row, Variable[]>();
    for (const relation of system.relations) {
      if (relation.across || relation.surplus === 0) continue;
      for (const variable of system.variablesOf(relation)) {
        const { place, value } = variable;
        const inRow = byRow.get(place.row);
        if (value + columnDelta(variable) < 0 || inRow?.includes(variable) === true) continue;
        if (inRow === undefined) byRow.set(place.row, [variable]);
        else inRow.push(variable);
      }
    }
    return inOrder([...byRow], ([row]) => row.span.start).map(([, variables]) => variables);
  }

  /** Keeps the repairs of `left` more changes. */
  run(left: number): void {
    if (++this.steps > MOST_STEPS || this.isCut()) return;
    const { system } = this;
    const relation = system.narrowestBroken();
    if (relation === undefined) {
      this.keep();
      return;
    }
    if (system.least() > left) return;
    for (const variable of system.variablesOf(relation)) {
      if (this.changed.has(variable)) continue;
      for (const delta of deltas(variable)) {
        if (variable.value + delta < 0) continue;
        this.change(variable, delta);
        this.run(left - 1);
        this.changeBack(variable);
      }
    }
  }

  private change(variable: Variable, delta: number): void {
    this.system.change(variable, delta);
    this.changed.set(variable, delta);
  }

  private changeBack(variable: Variable): void {
    this.system.change(variable, -this.changed.get(variable)!);
    this.changed.delete(variable);
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
  const column = memberships.find(({ relation }) => !relation.across && relation.surplus !== 0);
  return column === undefined ? 0 : -column.sign * column.relation.surplus;
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
