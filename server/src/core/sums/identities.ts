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
export function identitiesOf(report: Report): readonly Identity[] {
  return report.tables.flatMap((table) => {
    const places = new Map(
      table.rows.map((row) => [row.form.id, row.cells.map((cell): PlacedCell => ({ row, cell }))] as const),
    );
    return table.form.identities.flatMap((form) =>
      form.direction === 'across' ? acrossRows(table, form, places) : downColumns(table, form, places),
    );
  });
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
