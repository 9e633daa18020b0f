import readWorkbook from 'read-excel-file/universal';
import type { SourceBlock } from '../core/index';
import { packed, type Parts } from './archive';
import { BROKEN, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_TEXT, TOO_MUCH, TOO_WIDE } from './refusal';
import { LAST_YEAR_MARK, SHEETS_BESIDES } from './write-xlsx';
import type { Imported } from './works';

/** A workbook: its sheets one after the other, a line for each row. */
export async function blocksOfWorkbook(parts: Parts): Promise<Imported> {
  refuseTooLarge(parts);
  // Numbers stay as they are written, so that none is rounded.
  const sheets = await readWorkbook<string>(packed(parts).buffer as ArrayBuffer, {
    trim: false,
    parseNumber: (written: string) => written,
  });
  const own = sheets.filter(({ sheet }) => !SHEETS_BESIDES.includes(sheet));
  // Cells share their strings: a long one may stand in each of thousands.
  let length = 0;
  const text = (cell: unknown): string => {
    const words = textOf(cell);
    length += words.length;
    if (length > MOST_TEXT) throw TOO_MUCH;
    return words;
  };
  const blocks = own.map(({ data }): SourceBlock => ({
    kind: 'grid',
    rows: withoutLastYear(data.map((row) => row.map(text))).map(trimmed),
  }));
  return { blocks, notes: [] };
}

/** A sheet may name a cell at its far end alone: all cells before it would be made. */
function refuseTooLarge(parts: Parts): void {
  const ids = textIn(parts.get('xl/workbook.xml')).matchAll(/<(?:\w+:)?sheet\s[^<>]*?:id\s*=\s*["']([^"']*)/g);
  const targets = textIn(parts.get('xl/_rels/workbook.xml.rels')).matchAll(/\sTarget\s*=\s*["']([^"']*)/g);
  // A sheet that is named over and over would be read as often.
  for (const names of [ids, targets].map((found) => [...found].map(([, name]) => name)))
    if (new Set(names).size < names.length) throw BROKEN;
  let cells = 0;
  for (const [name, bytes] of parts) {
    // The order of computing names cells as well.
    if (name.startsWith('xl/') && name !== 'xl/calcChain.xml') cells += cellsIn(textIn(bytes));
    if (cells > MOST_CELLS) throw TOO_WIDE;
  }
}

/** How many cells a sheet has up to the last that it names. */
function cellsIn(sheet: string): number {
  let columns = 0;
  let rows = 0;
  for (const [, address = ''] of sheet.matchAll(ADDRESS)) {
    const [, letters = '', digits] = /^["']([A-Za-z]{0,9})(\d{1,9})["']$/.exec(address) ?? [];
    // What is written otherwise is no address.
    if (digits === undefined) throw BROKEN;
    columns = Math.max(columns, columnOf(letters));
    rows = Math.max(rows, Number(digits));
    if (columns > MOST_COLUMNS || rows > MOST_ROWS) throw TOO_WIDE;
  }
  return columns * rows;
}

/** Where a row or a cell says that it stands. */
const ADDRESS = /<(?:\w+:)?(?:c|row)\s(?:[^<>]*?\s)??r\s*=\s*("[^"]*"|'[^']*')/g;

const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);

const textIn = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return `${cell.getUTCFullYear()}年${cell.getUTCMonth() + 1}月${cell.getUTCDate()}日`;
  return shortest(String(cell));
}

/** Excel keeps 282.1 as 282.10000000000002 now and then. */
const shortest = (text: string): string =>
  /^-?\d+\.\d{10,}$|^-?\d(?:\.\d+)?E[+-]?\d+$/i.test(text) ? String(Number(Number(text).toPrecision(15))) : text;

/** Values that were exported for comparison stand behind a gap. */
function withoutLastYear(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const column = rows.map((row) => row.indexOf(LAST_YEAR_MARK)).find((at) => at > 0);
  return column === undefined ? rows : rows.map((row) => row.slice(0, column));
}

/** All rows are as wide as the sheet: where words alone stand at the beginning, nothing follows them. */
function trimmed(row: readonly string[]): readonly string[] {
  const last = row.findLastIndex((text) => text !== '');
  return last <= 0 ? row.slice(0, last + 1) : row;
}
