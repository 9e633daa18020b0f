import type { Cell, PlacedCell } from '../model/report';
import type { Amounts } from './amounts';
import type { Identity } from './identities';

/** A relation as an equation of the cells that it binds. */
export interface Relation {
  readonly identity: Identity;
  readonly across: boolean;
  /** How many cells it binds. */
  readonly length: number;
  /** What is left − right with the changes so far; `System.change` keeps it. */
  surplus: number;
}

/** A cell as an unknown of the equations. */
export interface Variable {
  readonly place: PlacedCell;
  readonly value: number;
  /** The relations that it takes part in. */
  readonly memberships: readonly { readonly relation: Relation; readonly sign: 1 | -1 }[];
}

/**
 * The relations of a table with what is left over in each while cells are changed and changed back. Most relations hold
 * and no change meets them: cells are looked at when they are asked for.
 */
export class System {
  readonly relations: readonly Relation[];
  private readonly variables = new Map<Cell, Variable>();
  private readonly bound = new Map<Relation, readonly Variable[]>();
  /** Broken relations in each row and column, and how many of these have any: each needs a change of its own. */
  private readonly brokenIn = new Map<Identity['line'], number>();
  private brokenRows = 0;
  private brokenColumns = 0;

  constructor(
    identities: readonly Identity[],
    private readonly amounts: Amounts,
  ) {
    this.relations = identities.map((identity): Relation => {
      const { form, left, right } = identity;
      return {
        identity,
        across: form.direction === 'across',
        length: left.length + right.length,
        surplus: amounts.surplus(identity).digits,
      };
    });
    for (const relation of this.relations) if (relation.surplus !== 0) this.count(relation, 1);
  }

  /** How many more changes there have to be at least. */
  least(): number {
    return Math.max(this.brokenRows, this.brokenColumns);
  }

  /** The broken relation that binds the fewest cells. */
  narrowestBroken(): Relation | undefined {
    let best: Relation | undefined;
    for (const relation of this.relations) {
      if (relation.surplus !== 0 && (best === undefined || relation.length < best.length)) best = relation;
    }
    return best;
  }

  /** The cells of a relation. */
  variablesOf(relation: Relation): readonly Variable[] {
    let variables = this.bound.get(relation);
    if (variables === undefined) {
      const { left, right } = relation.identity;
      variables = [...left, ...right].map((place) => this.variable(place));
      this.bound.set(relation, variables);
    }
    return variables;
  }

  /** Changes a cell by `delta`; changing it by −`delta` afterwards undoes that. */
  change({ memberships }: Variable, delta: number): void {
    for (const { relation, sign } of memberships) {
      const before = relation.surplus;
      const after = before + sign * delta;
      relation.surplus = after;
      if ((before === 0) !== (after === 0)) this.count(relation, after === 0 ? -1 : 1);
    }
  }

  private variable(place: PlacedCell): Variable {
    const { cell } = place;
    let variable = this.variables.get(cell);
    if (variable === undefined) {
      variable = { place, value: this.amounts.of(place).digits, memberships: this.membershipsOf(place) };
      this.variables.set(cell, variable);
    }
    return variable;
  }

  /** A cell takes part in relations of its own row and column alone. */
  private membershipsOf({ row, cell }: PlacedCell): Variable['memberships'] {
    const found: Variable['memberships'][number][] = [];
    for (const relation of this.relations) {
      const { line, left, right } = relation.identity;
      if (line !== row && line !== cell.column) continue;
      if (left.some((place) => place.cell === cell)) found.push({ relation, sign: 1 });
      else if (right.some((place) => place.cell === cell)) found.push({ relation, sign: -1 });
    }
    return found;
  }

  /** Notes that a relation breaks, or that it holds again. */
  private count({ identity: { line }, across }: Relation, by: 1 | -1): void {
    const before = this.brokenIn.get(line) ?? 0;
    this.brokenIn.set(line, before + by);
    if (before !== 0 && before + by !== 0) return;
    if (across) this.brokenRows += by;
    else this.brokenColumns += by;
  }
}
