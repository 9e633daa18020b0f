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
  detachedLabels,
];

/**
 * What other programs make of a table. Each shows in the text as a whole: beside another layout, or in a small piece,
 * it need not.
 */
export const DIALECTS: readonly Layout[] = [commaSeparated, boxDrawing, wordCells];

/** Those in which every value stands beside its label. */
export const READABLE = LAYOUTS.filter(({ torn }) => !torn);

export const layoutById = (id: string): Layout => [...LAYOUTS, ...DIALECTS].find((layout) => layout.id === id)!;
