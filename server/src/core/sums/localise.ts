import { isInteger } from '../text/decimal';
import type { Amounts, Identity, Place } from './identities';

/** A cell's value that was changed: counts, whole and not below zero. */
export interface Change {
  readonly place: Place;
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
  const system = systemOf(identities, amounts);
  if (system === undefined) return { solutions: [], complete: false };
  const search = new Search(system);
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

interface Relation {
  readonly cells: readonly { readonly cell: number; readonly sign: 1 | -1 }[];
  /** The row or column in which it holds. A column has two relations, and a cell is in one row and one column. */
  readonly line: number;
  readonly across: boolean;
}

interface System {
  readonly places: readonly Place[];
  readonly values: number[];
  readonly relations: readonly Relation[];
  /** What is left − right in each relation. */
  readonly surplus: number[];
  /** For each cell the relations it takes part in. */
  readonly memberships: readonly (readonly { readonly relation: number; readonly sign: 1 | -1 }[])[];
  readonly fixed: readonly boolean[];
}

function systemOf(identities: readonly Identity[], amounts: Amounts): System | undefined {
  const index = new Map<Place['cell'], number>();
  const places: Place[] = [];
  const values: number[] = [];
  const memberships: { relation: number; sign: 1 | -1 }[][] = [];
  const lines = new Map<Identity['line'], number>();
  const surplus: number[] = [];
  const relations = identities.map(({ form, line, left, right }, relation): Relation => {
    let over = 0;
    const sided = (side: readonly Place[], sign: 1 | -1) =>
      side.map((place) => {
        let cell = index.get(place.cell);
        if (cell === undefined) {
          cell = places.length;
          index.set(place.cell, cell);
          places.push(place);
          const amount = amounts.of(place);
          values.push(isInteger(amount) ? amount.digits : Number.NaN);
          memberships.push([]);
        }
        memberships[cell]!.push({ relation, sign });
        over += sign * values[cell]!;
        return { cell, sign };
      });
    const cells = [...sided(left, 1), ...sided(right, -1)];
    surplus.push(over);
    if (!lines.has(line)) lines.set(line, lines.size);
    return { cells, line: lines.get(line)!, across: form.direction === 'across' };
  });
  if (values.some(Number.isNaN)) return undefined;
  return { places, values, relations, surplus, memberships, fixed: places.map(({ cell }) => cell.value.kind === 'blank' && amounts.isImplied(cell)) };
}

class Search {
  steps = 0;
  readonly solutions: (readonly Change[])[] = [];
  private readonly seen = new Set<string>();
  private readonly surplus: number[];
  private readonly changed = new Map<number, number>();
  /** Broken relations in each row and column, and how many of these have any: each needs a change of its own. */
  private readonly brokenIn: number[] = [];
  private brokenRows = 0;
  private brokenColumns = 0;

  constructor(private readonly system: System) {
    this.surplus = [...system.surplus];
    system.relations.forEach((relation, i) => {
      this.brokenIn[relation.line] ??= 0;
      if (this.surplus[i] !== 0) this.count(relation, 1);
    });
  }

  /** Whether a bound was met, so that there may be more to find. */
  isCut(): boolean {
    return this.steps > MOST_STEPS || this.solutions.length >= MOST_SOLUTIONS;
  }

  /** Keeps the repairs of `size` changes that lie all in one row: each of its columns is mended there, and the row holds then. */
  mendWithinRows(size: number): void {
    for (const { cells, across } of this.system.relations) {
      if (!across) continue;
      for (const { cell } of cells) {
        const delta = this.system.fixed[cell] === true ? 0 : this.columnDelta(cell);
        if (delta === 0 || this.system.values[cell]! + delta < 0) continue;
        this.changed.set(cell, delta);
        this.apply(cell, delta);
      }
      if (this.changed.size === size && this.leastLeft() === 0) this.keep();
      for (const [cell, delta] of this.changed) this.apply(cell, -delta);
      this.changed.clear();
    }
  }

  /** What a cell is off by according to its column. */
  private columnDelta(cell: number): number {
    const own = this.system.memberships[cell]!.find(({ relation }) => !this.system.relations[relation]!.across && this.surplus[relation] !== 0);
    return own === undefined ? 0 : -own.sign * this.surplus[own.relation]!;
  }

  /** The least number of changes that could do. */
  least(): number {
    return Math.max(1, this.leastLeft());
  }

  private leastLeft(): number {
    return Math.max(this.brokenRows, this.brokenColumns);
  }

  /** Notes that a relation breaks, or that it holds again. */
  private count({ line, across }: Relation, by: 1 | -1): void {
    const before = this.brokenIn[line]!;
    this.brokenIn[line] = before + by;
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
    for (const { cell } of this.system.relations[relation]!.cells) {
      if (this.changed.has(cell) || this.system.fixed[cell] === true) continue;
      for (const delta of this.deltas(cell)) this.tryChange(cell, delta, left);
    }
  }

  private tryChange(cell: number, delta: number, left: number): void {
    const value = this.system.values[cell]! + delta;
    if (value < 0) return;
    this.apply(cell, delta);
    this.changed.set(cell, delta);
    this.run(left - 1);
    this.changed.delete(cell);
    this.apply(cell, -delta);
  }

  /** The changes of a cell that would each mend one of its broken relations. */
  private deltas(cell: number): readonly number[] {
    const deltas: number[] = [];
    for (const { relation, sign } of this.system.memberships[cell]!) {
      const over = this.surplus[relation]!;
      const delta = -sign * over;
      if (over !== 0 && !deltas.includes(delta)) deltas.push(delta);
    }
    return deltas;
  }

  private narrowestBroken(): number | undefined {
    let best: number | undefined;
    for (let i = 0; i < this.surplus.length; i++) {
      if (this.surplus[i] === 0) continue;
      if (best === undefined || this.system.relations[i]!.cells.length < this.system.relations[best]!.cells.length) best = i;
    }
    return best;
  }

  private apply(cell: number, delta: number): void {
    for (const { relation, sign } of this.system.memberships[cell]!) {
      const before = this.surplus[relation]!;
      const after = before + sign * delta;
      this.surplus[relation] = after;
      if ((before === 0) !== (after === 0)) this.count(this.system.relations[relation]!, after === 0 ? -1 : 1);
    }
  }

  private keep(): void {
    const cells = [...this.changed].sort(([a], [b]) => a - b);
    const key = cells.join(';');
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const { places, values } = this.system;
    const changes = cells.map(([cell, delta]): Change => ({ place: places[cell]!, from: values[cell]!, to: values[cell]! + delta }));
    this.solutions.push(changes.sort((a, b) => a.place.cell.span.start - b.place.cell.span.start));
  }
}
