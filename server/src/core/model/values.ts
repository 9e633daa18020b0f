import type { Cell, PlacedCell, Row, Table } from './report';
import type { Decimal } from '../text/decimal';
import type { Unit, Value } from '../text/value';

/** The cells in which something of a kind stands, in printed order. */
export function cellsOf(tables: readonly Table[], kind: Value['kind']): readonly PlacedCell[] {
  const found: PlacedCell[] = [];
  for (const table of tables)
    for (const row of table.rows) for (const cell of row.cells) if (cell.value.kind === kind) found.push({ row, cell });
  return found;
}

/** The cells whose number is as told, in printed order. */
export function numbersOf(
  tables: readonly Table[],
  isWanted: (amount: Decimal, unit: Unit) => boolean,
): readonly (PlacedCell & { readonly amount: Decimal })[] {
  const found: (PlacedCell & { amount: Decimal })[] = [];
  for (const table of tables) {
    for (const row of table.rows) {
      for (const cell of row.cells) {
        const { value, column } = cell;
        if (value.kind === 'number' && isWanted(value.amount, column.unit))
          found.push({ row, cell, amount: value.amount });
      }
    }
  }
  return found;
}

/** How a message names a cell. */
export const placeOf = (row: Row, cell: Cell) => ({ row: row.form.name, column: cell.column.name });
