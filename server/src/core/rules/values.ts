import type { Cell, Report, Row, Table } from '../model/report';

/** A cell with where it stands. */
export interface PlacedCell {
  readonly table: Table;
  readonly row: Row;
  readonly cell: Cell;
}

/** Every cell that was read, in printed order. */
export function cellsOf(report: Report): readonly PlacedCell[] {
  const cells: PlacedCell[] = [];
  for (const table of report.tables) for (const row of table.rows) for (const cell of row.cells) cells.push({ table, row, cell });
  return cells;
}

/** How a message names a cell. */
export const placeOf = (row: Row, cell: Cell) => ({ row: row.form.name, column: cell.column.name });
