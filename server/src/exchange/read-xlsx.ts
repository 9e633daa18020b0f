import readWorkbook from 'read-excel-file/universal';
import type { SourceBlock } from '../core/index';
import { packed, type Parts } from './archive';
import { MOST_COLUMNS, MOST_ROWS, TOO_WIDE } from './refusal';
import { LAST_YEAR_MARK, SHEETS_BESIDES } from './write-xlsx';
import type { Imported } from './works';

/** A workbook: its sheets one after the other, a line for each row. */
export async function blocksOfWorkbook(parts: Parts): Promise<Imported> {
  for (const [name, bytes] of parts) if (/^xl\/worksheets\//.test(name)) refuseTooWide(bytes);
  // Numbers stay as they are written, so that none is rounded.
  const sheets = await readWorkbook<string>(packed(parts).buffer as ArrayBuffer, {
    trim: false,
    parseNumber: (written: string) => written,
  });
  const own = sheets.filter(({ sheet }) => !SHEETS_BESIDES.includes(sheet));
  const blocks = own.map(({ data }): SourceBlock => ({
    kind: 'grid',
    rows: withoutLastYear(data.map((row) => row.map((cell) => textOf(cell)))).map(trimmed),
  }));
  return { blocks, notes: [] };
}

/** A sheet may name a cell at its far end alone: all cells before it would be made. */
function refuseTooWide(sheet: Uint8Array): void {
  for (const [, letters, digits] of new TextDecoder().decode(sheet).matchAll(/\br="([A-Z]{1,9})?(\d{1,9})"/g)) {
    const column = [...(letters ?? '')].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);
    if (column > MOST_COLUMNS || Number(digits) > MOST_ROWS) throw TOO_WIDE;
  }
}

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
