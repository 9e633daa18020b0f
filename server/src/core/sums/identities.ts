import type { ColumnForm, IdentityForm } from '../formats/types';
import type { Cell, PlacedCell, Report, Row, Table } from '../model/report';

/**
 * One relation of the form with the cells that it binds: Σ `left` = Σ `right`. Only relations whose every value was
 * read exist.
 */
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

/** Whether a cell is the sum of the others. */
export const isTotalIn = (identity: Identity, cell: Cell): boolean =>
  hasTotal(identity) && identity.target.cell === cell;

export const placesIn = ({ left, right }: Identity): readonly PlacedCell[] => [...left, ...right];

/** All relations of a report that can be judged, in the form's order. */
export const identitiesOf = (report: Report): readonly Identity[] => report.tables.flatMap(identitiesIn);

/** Where the cells of a relation stand, as places among all cells of the table. */
interface Plan extends Omit<Identity, 'table' | 'line' | 'left' | 'right' | 'target'> {
  /** A row by its place. */
  readonly line: number | ColumnForm;
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly target: number;
}

/** What was bound once is bound alike in all tables of the same shape in which the same cells can be read. */
const known = new WeakMap<Table['shape'], { readonly cells: string; readonly plans: readonly Plan[] }>();

function identitiesIn(table: Table): readonly Identity[] {
  const cells = readableCells(table);
  const before = known.get(table.shape);
  if (before?.cells === cells) return asPlanned(table, before.plans);
  const identities = boundIn(table);
  known.set(table.shape, { cells, plans: plansOf(table, identities) });
  return identities;
}

/** How many cells each row has, and which of them can be read: all that is bound hangs on no more. */
function readableCells({ rows }: Table): string {
  let cells = '';
  for (const row of rows) {
    cells += `${row.cells.length}:`;
    row.cells.forEach(({ value: { kind } }, i) => {
      if (kind === 'unreadable') cells += `${i},`;
    });
  }
  return cells;
}

function boundIn(table: Table): readonly Identity[] {
  const places = new Map(
    table.rows.map((row) => [row.form.id, row.cells.map((cell): PlacedCell => ({ row, cell }))] as const),
  );
  return table.form.identities.flatMap((form) =>
    form.direction === 'across' ? acrossRows(table, form, places) : downColumns(table, form, places),
  );
}

function plansOf(table: Table, identities: readonly Identity[]): readonly Plan[] {
  const order = new Map(table.rows.flatMap(({ cells }) => cells).map((cell, i) => [cell, i]));
  const placeOf = ({ cell }: PlacedCell): number => order.get(cell)!;
  return identities.map(({ form, line, left, right, target }): Plan => ({
    form,
    line: 'cells' in line ? table.rows.indexOf(line) : line,
    left: left.map(placeOf),
    right: right.map(placeOf),
    target: placeOf(target),
  }));
}

function asPlanned(table: Table, plans: readonly Plan[]): readonly Identity[] {
  const places = table.rows.flatMap((row) => row.cells.map((cell): PlacedCell => ({ row, cell })));
  const at = (place: number): PlacedCell => places[place]!;
  return plans.map(({ form, line, left, right, target }) => ({
    form,
    table,
    line: typeof line === 'number' ? table.rows[line]! : line,
    left: left.map(at),
    right: right.map(at),
    target: at(target),
  }));
}

/** The cells of each row, by its id. */
type Places = ReadonlyMap<string, readonly PlacedCell[]>;

function acrossRows(table: Table, form: IdentityForm, places: Places): readonly Identity[] {
  const columns = table.form.blocks[0]?.columns.map(({ id }) => id) ?? [];
  const side = (ids: readonly string[]): readonly number[] => ids.map((id) => columns.indexOf(id));
  const [left, right, target] = [side(form.left), side(form.right), columns.indexOf(form.target)];
  return table.rows.flatMap((row) => {
    const cells = places.get(row.form.id)!;
    if (row.columns !== table.form.blocks[0]?.columns) return [];
    return bind({ table, form, line: row }, { left, right, target }, (column) => cells[column]);
  });
}

function downColumns(table: Table, form: IdentityForm, places: Places): readonly Identity[] {
  // A row that the form does not know may belong into the sum: nothing can be proved then.
  if (table.added.length > 0 && new Set([...form.left, ...form.right]).size > 4) return [];
  const side = (ids: readonly string[]): readonly (readonly PlacedCell[])[] => ids.map((id) => places.get(id) ?? []);
  const [left, right, target] = [side(form.left), side(form.right), places.get(form.target) ?? []];
  const columns = table.form.blocks[0]?.columns ?? [];
  return columns.flatMap((column, i) => bind({ table, form, line: column }, { left, right, target }, (row) => row[i]));
}

/** The relation in one line, where all its cells are there and read. */
function bind<Key>(
  where: Pick<Identity, 'table' | 'form' | 'line'>,
  keys: { readonly left: readonly Key[]; readonly right: readonly Key[]; readonly target: Key },
  find: (key: Key) => PlacedCell | undefined,
): readonly Identity[] {
  const left = allOf(keys.left, find);
  const right = left === undefined ? undefined : allOf(keys.right, find);
  return left === undefined || right === undefined ? [] : [{ ...where, left, right, target: find(keys.target)! }];
}

function allOf<Key>(
  keys: readonly Key[],
  find: (key: Key) => PlacedCell | undefined,
): readonly PlacedCell[] | undefined {
  const places: PlacedCell[] = [];
  for (const key of keys) {
    const place = find(key);
    if (place === undefined || place.cell.value.kind === 'unreadable') return undefined;
    places.push(place);
  }
  return places;
}
