import { isInteger } from '../text/decimal';
import type { Amounts, Identity, Place } from './identities';

/** A cell's value that was changed: counts, whole and not below zero. */
export interface Change {
  readonly place: Place;
  readonly from: number;
  readonly to: number;
}

/** All smallest sets of changes after which every relation holds; `undefined` where the search was given up or there is none. */
export type Localisation = readonly (readonly Change[])[] | undefined;

/** More changes at once are no slip any more; the search past this many steps would be felt while typing. */
const MOST_CHANGES = 6;
const MOST_STEPS = 20_000;
const MOST_SOLUTIONS = 200;

/**
 * Error localisation after Fellegi and Holt: finds the smallest sets of cells whose change makes all relations hold. Exact within
 * its bounds: in a smallest set there is always a cell whose change is settled by one broken relation alone, so that relations are
 * mended one by one, each by the change of one of its cells.
 */
export function localise(identities: readonly Identity[], amounts: Amounts): Localisation {
  const system = systemOf(identities, amounts);
  if (system === undefined) return undefined;
  const search = new Search(system);
  for (let size = search.least(); size <= MOST_CHANGES; size++) {
    search.run(size);
    if (search.steps > MOST_STEPS) return undefined;
    if (search.solutions.length > 0) return search.solutions;
  }
  return undefined;
}

interface System {
  readonly places: readonly Place[];
  readonly values: number[];
  /** For each relation its cells with sign, its surplus left − right, and the family it belongs to. */
  readonly relations: readonly { readonly cells: readonly { readonly cell: number; readonly sign: 1 | -1 }[]; readonly family: number }[];
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
  const families = new Map<string, number>();
  const surplus: number[] = [];
  const relations = identities.map(({ form, left, right }, relation) => {
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
    if (!families.has(form.rule)) families.set(form.rule, families.size);
    return { cells, family: families.get(form.rule)! };
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
  /** Broken relations of each family: a cell takes part in at most one of each, so that each needs a change of its own. */
  private readonly broken: number[] = [];

  constructor(private readonly system: System) {
    this.surplus = [...system.surplus];
    system.relations.forEach(({ family }, i) => {
      this.broken[family] = (this.broken[family] ?? 0) + (this.surplus[i] === 0 ? 0 : 1);
    });
  }

  /** The least number of changes that could do. */
  least(): number {
    return Math.max(1, ...this.broken);
  }

  run(left: number): void {
    if (++this.steps > MOST_STEPS || this.solutions.length >= MOST_SOLUTIONS) return;
    const relation = this.narrowestBroken();
    if (relation === undefined) {
      this.keep();
      return;
    }
    if (left === 0 || Math.max(...this.broken) > left) return;
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
      const { family } = this.system.relations[relation]!;
      this.broken[family]! += Number(after !== 0) - Number(before !== 0);
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
