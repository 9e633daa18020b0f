import type { Cell, Report, Row, Table } from '../model/report';

/** Every cell that was read, in printed order. */
export function* cellsOf(report: Report): Iterable<{ readonly table: Table; readonly row: Row; readonly cell: Cell }> {
  for (const table of report.tables) for (const row of table.rows) for (const cell of row.cells) yield { table, row, cell };
}

/** How a message names a cell. */
export const placeOf = (row: Row, cell: Cell) => ({ row: row.form.name, column: cell.column.name });
