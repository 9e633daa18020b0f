import type { Cell, Report, Row, Table } from '../model/report';
import { fold } from '../text/fold';
import type { TextEdit } from '../text/span';
import { looksLikeValue } from '../text/value';
import { placeAt } from './place';

/** What is pasted into a table, a list of values for each row. */
export type PastedGrid = readonly (readonly string[])[];

/**
 * The cells of a text as spreadsheets copy them: a row a line, cells parted by tabs. Labels in front of the values and
 * what is empty at the end of every row are left out. `undefined` for any other text, and for a single value.
 */
export function pastedGrid(text: string): PastedGrid | undefined {
  const rows = text
    .replace(/(?:\r\n|\r|\n)+$/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()));
  const labels = Math.max(...rows.map((row) => row.findLastIndex((cell) => !isValue(cell)) + 1));
  const width = Math.max(...rows.map((row) => row.findLastIndex((cell) => cell !== '') + 1));
  const grid = rows.map((row) => row.slice(labels, width));
  if (grid.some((row) => row.length === 0) || grid.flat().every((cell) => cell === '')) return undefined;
  return grid.length * grid[0]!.length > 1 ? grid : undefined;
}

/** A value as reports print them, or nothing. */
const isValue = (cell: string): boolean => cell === '' || looksLikeValue(fold(cell));

/**
 * Puts values into the cells of a table, from the one at an offset on to the right and down; at a label from the row's
 * first cell on. `undefined` where there is no table, or not a cell for each of them.
 */
export function pasteInto(report: Report, offset: number, grid: PastedGrid): readonly TextEdit[] | undefined {
  const place = placeAt(report, offset);
  if (place?.kind !== 'cell' && place?.kind !== 'label') return undefined;
  return fillFrom(report, place, place.kind === 'cell' ? place.row.cells.indexOf(place.cell) : 0, grid);
}

/** The same from a row's cell on. */
export function fillFrom(
  report: Report,
  { table, row }: { readonly table: Table; readonly row: Row },
  first: number,
  grid: PastedGrid,
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const [i, values] of grid.entries()) {
    const target = rowBelow(table, row, i);
    for (const [j, newText] of values.entries()) {
      const cell: Cell | undefined = target?.cells[first + j];
      if (cell === undefined) return undefined;
      if (report.text.slice(cell.span.start, cell.span.end) !== newText) edits.push({ span: cell.span, newText });
    }
  }
  return edits;
}

/** Rows that stand side by side have none below. */
const rowBelow = ({ direction, rows }: Table, row: Row, by: number): Row | undefined =>
  direction === 'across' && by > 0 ? undefined : rows[rows.indexOf(row) + by];
