import type { Layout } from '../style';
import { barALine, barBelow, barGrid, barRows, brokenBarRows } from './bars';
import { cellALine, markdownRows, markdownTable, shiftedTabRows, tabRows } from './cells';
import { bareCells, bareCellsWithoutZeros, detachedLabels } from './lines';
import { alignedColumns, spacedRows } from './pdf';
import { boxDrawing, commaSeparated, wordCells } from './programs';

/** The layouts that published reports are found in. */
export const LAYOUTS: readonly Layout[] = [
  cellALine,
  tabRows,
  shiftedTabRows,
  bareCells,
  bareCellsWithoutZeros,
  barRows,
  barGrid,
  barALine,
  barBelow,
  brokenBarRows,
  spacedRows,
  alignedColumns,
  markdownTable,
  markdownRows,
  commaSeparated,
  boxDrawing,
  wordCells,
  detachedLabels,
];

/** Those in which every value stands beside its label. */
export const READABLE = LAYOUTS.filter(({ torn }) => !torn);

export const layoutById = (id: string): Layout => LAYOUTS.find((layout) => layout.id === id)!;
