import { plainWorkbook } from '../../server/src/exchange/plain-sheet';

/** A workbook of one sheet. */
export const workbookOf = (rows: readonly (readonly string[])[]): Uint8Array =>
  plainWorkbook([{ name: 'Sheet1', rows, widths: rows[0]!.map(() => 20) }]);
