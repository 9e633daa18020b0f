import { columnsOf } from '../formats/editions';
import { TABLE_IDS, type TableId } from '../formats/table-names';
import type { ColumnForm, RowForm, TableForm, Words } from '../formats/types';
import { cellKey } from './summary';

/**
 * Rows and columns that count the same in forms that name them otherwise; where a form has several of one, what is
 * added to them goes to the first that it has. What stands in neither list has no counterpart: a number of items is no
 * amount, and what was made public is not what is in force.
 */
const ROWS: readonly (readonly string[])[] = [['other', 'other.3', 'other.1', 'other.2']];
const COLUMNS: readonly (readonly string[])[] = [['made', 'issued']];

/** The cell of a form that counts what a cell of another form of the table counts; `undefined` where none does. */
export function counterpartIn(form: TableForm, key: string): string | undefined {
  const [table, row, column] = partsOf(key);
  if (table !== form.id) return undefined;
  for (const oneRow of alikeIn(ROWS, row))
    for (const oneColumn of alikeIn(COLUMNS, column))
      if (columnsOf(form, oneRow).some(({ id }) => id === oneColumn)) return cellKey(table, oneRow, oneColumn);
  return undefined;
}

const alikeIn = (groups: readonly (readonly string[])[], id: string): readonly string[] => [
  ...new Set([id, ...(groups.find((group) => group.includes(id)) ?? [])]),
];

/** The table, row and column of a key. */
export function partsOf(key: string): readonly [table: TableId, row: string, column: string] {
  const [table, row, column] = key.split('/') as [string, string, string];
  return [TABLE_IDS.find((id) => id === table)!, row, column];
}

/** All cells of a form, in its order. */
export function cellsOfForm(form: TableForm): readonly FormCell[] {
  return form.blocks.flatMap(({ rows, columns }) =>
    rows.flatMap((row) => columns.map((column) => ({ key: cellKey(form.id, row.id, column.id), form, row, column }))),
  );
}

export interface FormCell {
  readonly key: string;
  readonly form: TableForm;
  readonly row: RowForm;
  readonly column: ColumnForm;
}

/** 「行政许可·本年处理决定数量」. */
export const nameOfCell = ({ row, column }: Pick<FormCell, 'row' | 'column'>): Words => ({
  zh: `「${row.name.zh}·${column.name.zh}」`,
  en: `“${row.name.en} · ${column.name.en}”`,
});
