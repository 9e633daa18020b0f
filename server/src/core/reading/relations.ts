import type { ColumnForm, IdentityForm, RowForm, TableForm } from '../formats/types';

/** A cell by the number of its row among those that are placed together, and by its place in that row. */
export interface CellPlace {
  readonly row: number;
  readonly cell: number;
}

/** Σ `left` = Σ `right`, as the form says. */
export interface Relation {
  readonly left: readonly CellPlace[];
  readonly right: readonly CellPlace[];
}

/**
 * The relations of a table whose rows stand below each other; those that need a row which is not there are left out.
 * `complete`: the table has no rows that the form does not know, which may belong into the sum of a column.
 */
export function relationsDown(
  { identities, blocks }: TableForm,
  rows: readonly { readonly form: RowForm; readonly columns: readonly ColumnForm[] }[],
  complete: boolean,
): readonly Relation[] {
  const columns = blocks[0]?.columns ?? [];
  const places = new Map(rows.map(({ form }, row) => [form.id, row]));
  return identities.flatMap((identity) => {
    if (identity.direction === 'across')
      return rows.flatMap((found, row) =>
        found.columns === columns ? related(identity, (id) => ({ row, cell: cellOf(columns, id) })) : [],
      );
    if (!complete) return [];
    return columns.flatMap((_, cell) =>
      related(identity, (id) => {
        const row = places.get(id);
        return row === undefined ? undefined : { row, cell };
      }),
    );
  });
}

/** Those of a table whose rows stand beside each other, all in row 0. */
export const relationsAcross = ({ identities, blocks }: TableForm): readonly Relation[] =>
  blocks.flatMap(({ columns, rows }) =>
    identities.flatMap((identity) =>
      rows.flatMap((_, i) => related(identity, (id) => ({ row: 0, cell: i * columns.length + cellOf(columns, id) }))),
    ),
  );

const cellOf = (columns: readonly ColumnForm[], id: string): number => columns.findIndex((column) => column.id === id);

function related({ left, right }: IdentityForm, placeOf: (id: string) => CellPlace | undefined): readonly Relation[] {
  const side = (ids: readonly string[]): readonly CellPlace[] =>
    ids.map(placeOf).filter((place) => place !== undefined);
  const relation = { left: side(left), right: side(right) };
  return relation.left.length === left.length && relation.right.length === right.length ? [relation] : [];
}
