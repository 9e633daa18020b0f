import type { ColumnForm, IdentityForm } from '../formats/types';
import { rowOf, type Cell, type Report, type Row, type Table } from '../model/report';
import { add, equal, subtract, sum, ZERO, type Decimal } from '../text/decimal';

/** A cell with the row it stands in. */
export interface Place {
  readonly row: Row;
  readonly cell: Cell;
}

/** One relation of the form with the cells that it binds: Σ `left` = Σ `right`. Only relations whose every value was read exist. */
export interface Identity {
  readonly form: IdentityForm;
  readonly table: Table;
  /** The row or column in which the relation should hold. */
  readonly line: Row | ColumnForm;
  readonly left: readonly Place[];
  readonly right: readonly Place[];
  readonly target: Place;
}

/** All relations of a report that can be judged, in the form's order. */
export function identitiesOf(report: Report): readonly Identity[] {
  return report.tables.flatMap((table) =>
    table.form.identities.flatMap((form) => (form.direction === 'across' ? acrossRows(table, form) : downColumns(table, form))),
  );
}

function acrossRows(table: Table, form: IdentityForm): readonly Identity[] {
  return table.rows.flatMap((row) =>
    bind(table, form, row, (id) =>
      place(
        row,
        row.cells.find((cell) => cell.column.id === id),
      ),
    ),
  );
}

function downColumns(table: Table, form: IdentityForm): readonly Identity[] {
  const total = new Set([...form.left, ...form.right]);
  // A row that the form does not know may belong into the sum: nothing can be proved then.
  if (table.added.length > 0 && total.size > 4) return [];
  const columns = table.form.blocks[0]?.columns ?? [];
  const rows = new Map([...total].map((id) => [id, rowOf(table, id)] as const));
  return columns.flatMap((column, i) => bind(table, form, column, (id) => place(rows.get(id), rows.get(id)?.cells[i])));
}

const place = (row: Row | undefined, cell: Cell | undefined): Place | undefined =>
  row === undefined || cell === undefined || cell.value.kind === 'unreadable' ? undefined : { row, cell };

function bind(table: Table, form: IdentityForm, line: Row | ColumnForm, find: (id: string) => Place | undefined): readonly Identity[] {
  const left: Place[] = [];
  const right: Place[] = [];
  for (const [ids, places] of [
    [form.left, left],
    [form.right, right],
  ] as const) {
    for (const id of ids) {
      const found = find(id);
      if (found === undefined) return [];
      places.push(found);
    }
  }
  const target = [...left, ...right].find(({ row, cell }) => (form.direction === 'across' ? cell.column.id : row.form.id) === form.target)!;
  return [{ form, table, line, left, right, target }];
}

/**
 * What each cell counts for in sums. A blank total stands for what its parts add up to, so that one omission is one finding;
 * every other blank or dash is zero.
 */
export class Amounts {
  private readonly implied = new Map<Cell, Decimal>();

  constructor(readonly identities: readonly Identity[]) {
    // Totals of columns first: the total of their row may add them up.
    for (const direction of ['down', 'across'] as const) {
      for (const identity of identities) {
        const { target, form, left, right } = identity;
        if (form.direction !== direction || target.cell.value.kind !== 'blank' || left.length !== 1 || left[0] !== target) continue;
        if (!this.implied.has(target.cell)) this.implied.set(target.cell, this.sum(right));
      }
    }
  }

  of({ cell }: Place): Decimal {
    return this.implied.get(cell) ?? (cell.value.kind === 'unreadable' ? ZERO : cell.value.amount);
  }

  /** Whether a cell is a blank total. */
  isImplied(cell: Cell): boolean {
    return this.implied.has(cell);
  }

  sum(places: readonly Place[]): Decimal {
    return sum(places.map((one) => this.of(one)));
  }

  /** What a blank total stands for; `undefined` for any other cell, and where its parts are all zero. */
  impliedBy(identity: Identity): Decimal | undefined {
    const { left, target } = identity;
    const amount = left.length === 1 && left[0] === target ? this.implied.get(target.cell) : undefined;
    return amount === undefined || amount.digits === 0 ? undefined : amount;
  }

  holds(identity: Identity): boolean {
    return equal(this.sum(identity.left), this.sum(identity.right));
  }

  /** The value that a cell would need for the relation to hold, all others as they are. */
  needed(identity: Identity, at: Place): Decimal {
    const surplus = subtract(this.sum(identity.left), this.sum(identity.right));
    return identity.left.includes(at) ? subtract(this.of(at), surplus) : add(this.of(at), surplus);
  }
}
