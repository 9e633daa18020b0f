import type { ColumnForm, IdentityForm } from '../formats/types';
import type { Cell, PlacedCell, Report, Row, Table } from '../model/report';
import { add, subtract, ZERO, type Decimal } from '../text/decimal';

/** One relation of the form with the cells that it binds: Σ `left` = Σ `right`. Only relations whose every value was read exist. */
export interface Identity {
  readonly form: IdentityForm;
  readonly table: Table;
  /** The row or column in which the relation should hold. */
  readonly line: Row | ColumnForm;
  readonly left: readonly PlacedCell[];
  readonly right: readonly PlacedCell[];
  readonly target: PlacedCell;
}

/** Whether the target is the sum of the others: a balance has no total. */
export const hasTotal = ({ left, target }: Identity): boolean => left.length === 1 && left[0] === target;

/** All relations of a report that can be judged, in the form's order. */
export function identitiesOf(report: Report): readonly Identity[] {
  return report.tables.flatMap((table) => {
    const places = new Map(table.rows.map((row) => [row.form.id, row.cells.map((cell): PlacedCell => ({ row, cell }))] as const));
    return table.form.identities.flatMap((form) => (form.direction === 'across' ? acrossRows(table, form, places) : downColumns(table, form, places)));
  });
}

/** The cells of each row, by its id. */
type Places = ReadonlyMap<string, readonly PlacedCell[]>;

function acrossRows(table: Table, form: IdentityForm, places: Places): readonly Identity[] {
  const columns = table.form.blocks[0]?.columns.map(({ id }) => id) ?? [];
  const side = (ids: readonly string[]): readonly number[] => ids.map((id) => columns.indexOf(id));
  const [left, right, target] = [side(form.left), side(form.right), columns.indexOf(form.target)];
  return table.rows.flatMap((row) => {
    const own = places.get(row.form.id)!;
    if (row.columns !== table.form.blocks[0]?.columns) return [];
    return bind(table, form, row, left, right, target, (column) => own[column]);
  });
}

function downColumns(table: Table, form: IdentityForm, places: Places): readonly Identity[] {
  // A row that the form does not know may belong into the sum: nothing can be proved then.
  if (table.added.length > 0 && new Set([...form.left, ...form.right]).size > 4) return [];
  const side = (ids: readonly string[]): readonly (readonly PlacedCell[])[] => ids.map((id) => places.get(id) ?? []);
  const [left, right, target] = [side(form.left), side(form.right), places.get(form.target) ?? []];
  const columns = table.form.blocks[0]?.columns ?? [];
  return columns.flatMap((column, i) => bind(table, form, column, left, right, target, (row) => row[i]));
}

/** The relation in one line, where all its cells are there and read. */
function bind<Key>(
  table: Table,
  form: IdentityForm,
  line: Row | ColumnForm,
  leftKeys: readonly Key[],
  rightKeys: readonly Key[],
  targetKey: Key,
  find: (key: Key) => PlacedCell | undefined,
): readonly Identity[] {
  const left = allOf(leftKeys, find);
  const right = left === undefined ? undefined : allOf(rightKeys, find);
  return left === undefined || right === undefined ? [] : [{ form, table, line, left, right, target: find(targetKey)! }];
}

function allOf<Key>(keys: readonly Key[], find: (key: Key) => PlacedCell | undefined): readonly PlacedCell[] | undefined {
  const places: PlacedCell[] = [];
  for (const key of keys) {
    const place = find(key);
    if (place === undefined || place.cell.value.kind === 'unreadable') return undefined;
    places.push(place);
  }
  return places;
}

/**
 * What each cell counts for in sums. A blank total stands for what its parts add up to, so that one omission is one finding;
 * every other blank or dash is zero.
 */
export class Amounts {
  private readonly implied = new Map<Cell, Decimal>();
  /** What was found out about relations: rules, diagnosis and features all ask. */
  private readonly surpluses = new Map<Identity, Decimal>();

  constructor(readonly identities: readonly Identity[]) {
    // Totals of columns first: the total of their row may add them up.
    for (const direction of ['down', 'across'] as const) {
      for (const identity of identities) {
        const { target, form, right } = identity;
        if (form.direction !== direction || target.cell.value.kind !== 'blank' || !hasTotal(identity)) continue;
        if (!this.implied.has(target.cell)) this.implied.set(target.cell, this.sum(right));
      }
    }
  }

  of({ cell }: PlacedCell): Decimal {
    const { value } = cell;
    if (value.kind === 'unreadable') return ZERO;
    return (value.kind === 'blank' ? this.implied.get(cell) : undefined) ?? value.amount;
  }

  /** Whether a cell is a blank total. */
  isImplied(cell: Cell): boolean {
    return cell.value.kind === 'blank' && this.implied.has(cell);
  }

  sum(places: readonly PlacedCell[]): Decimal {
    return places.reduce((total, place) => add(total, this.of(place)), ZERO);
  }

  /** What a blank total stands for; `undefined` for any other cell, and where its parts are all zero. */
  impliedBy(identity: Identity): Decimal | undefined {
    const amount = hasTotal(identity) ? this.implied.get(identity.target.cell) : undefined;
    return amount === undefined || amount.digits === 0 ? undefined : amount;
  }

  /** Σ `left` − Σ `right`. */
  surplus(identity: Identity): Decimal {
    let known = this.surpluses.get(identity);
    if (known === undefined) this.surpluses.set(identity, (known = subtract(this.sum(identity.left), this.sum(identity.right))));
    return known;
  }

  holds(identity: Identity): boolean {
    return this.surplus(identity).digits === 0;
  }

  /** The value that a cell would need for the relation to hold, all others as they are. */
  needed(identity: Identity, at: PlacedCell): Decimal {
    const surplus = this.surplus(identity);
    return identity.left.includes(at) ? subtract(this.of(at), surplus) : add(this.of(at), surplus);
  }
}
