import type { Cell } from '../model/report';
import type { Change } from './localise';

/** Who states a value besides the cell itself. */
export type Source = 'prose' | 'last-year';

/** A value that a source states for one cell. */
export interface Statement {
  readonly cell: Cell;
  readonly value: number;
  readonly source: Source;
}

/** What speaks for or against changes besides the sums. */
export class Evidence {
  private readonly stated = new Map<Cell, Set<number>>();

  constructor(readonly statements: readonly Statement[]) {
    for (const { cell, value } of statements) this.stated.set(cell, (this.stated.get(cell) ?? new Set()).add(value));
  }

  /** 1 where a source states the new value, -1 where the printed one alone is stated, 0 where none says either. */
  weigh({ place, from, to }: Change): number {
    const values = this.stated.get(place.cell);
    if (values?.has(to) === true) return 1;
    return values?.has(from) === true ? -1 : 0;
  }

  /** Statements of the new values of changes. */
  confirming(changes: readonly Change[]): readonly Statement[] {
    return this.statements.filter(({ cell, value }) =>
      changes.some(({ place, to }) => place.cell === cell && to === value),
    );
  }
}
