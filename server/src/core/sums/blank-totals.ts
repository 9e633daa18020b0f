import type { ColumnForm, IdentityForm } from '../formats/types';
import type { PlacedCell, Report, Row, Table } from '../model/report';

/** A blank cell in which the form has a total: a number was left out there, and it need not be zero. */
export interface BlankTotal extends PlacedCell {
  /**
   * The relation of the form that adds it up, and the row or column in which it does; that of its row, where both do.
   */
  readonly form: IdentityForm;
  readonly line: Row | ColumnForm;
}

/** All blank totals of a report, also those of which no relation can be judged. */
export const blankTotalsOf = ({ tables }: Report): readonly BlankTotal[] =>
  tables.flatMap((table) =>
    table.rows.flatMap((row) => row.cells.flatMap((cell) => blankTotalAt(table, { row, cell }) ?? [])),
  );

function blankTotalAt({ form: { identities } }: Table, { row, cell }: PlacedCell): BlankTotal | undefined {
  if (cell.value.kind !== 'blank') return undefined;
  const form = identities.find(
    ({ direction, left: [only, ...others], target }) =>
      only === target && others.length === 0 && target === (direction === 'across' ? cell.column.id : row.form.id),
  );
  return form === undefined ? undefined : { row, cell, form, line: form.direction === 'across' ? row : cell.column };
}
