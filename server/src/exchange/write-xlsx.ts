import { strToU8, strFromU8, unzipSync, zipSync } from 'fflate';
import writeWorkbook, { type CellObject, type SheetData } from 'write-excel-file/universal';
import type { Block, Place, ShownCell, Showing, TableBlock, TextBlock } from '../core/index';
import type { ExportOptions } from './export';
import { isPlainNumber, sheetXml, type PlainSheet } from './plain-sheet';
import { cellText, LONGEST_CELL } from './xml-text';

/** Sheets that are none of the report: reading the workbook again leaves them out. */
const FINDINGS_SHEET = '检查结果';
const BODIES_SHEET = '各机关';
export const SHEETS_BESIDES: readonly string[] = [FINDINGS_SHEET, BODIES_SHEET];

/** Heads last year's values beside a table. From its column on, the sheet is none of the report either. */
export const LAST_YEAR_MARK = '上年（供对照）';
/** What is far from last year's stands out in both. */
const FAR = '#FFF6E0';

type Row = (CellObject | null)[];

interface Sheet {
  readonly name: string;
  readonly rows: Row[];
  /** What formulas give, by their cells: who reads the file without computing reads these. */
  readonly results: Map<string, string>;
  readonly widths: readonly number[];
  readonly isTable: boolean;
  /** What is written in its place. */
  readonly stands?: PlainSheet;
}

/** A report as a workbook: one sheet a table, with the text around it in sheets between. */
export async function workbook(showing: Showing, options: ExportOptions): Promise<Uint8Array> {
  const sheets = sheetsOf(showing.blocks, options.marks);
  if (options.marks) sheets.push(findingsSheet(showing, options));
  if (options.besides !== undefined) sheets.push(placeholder(options.besides));
  const blob = await writeWorkbook(
    sheets.map(({ name, rows, widths, isTable }) => ({
      data: rows as SheetData,
      sheet: name,
      columns: widths.map((width) => ({ width })),
      orientation: isTable ? ('landscape' as const) : undefined,
    })) as Parameters<typeof writeWorkbook>[0],
    { fontFamily: '宋体', fontSize: 11 },
  ).toBlob();
  return withResults(new Uint8Array(await blob.arrayBuffer()), sheets);
}

/** Text goes to the sheet of the table before which its heading stands, so that sheets in order are the report. */
function sheetsOf(blocks: readonly Block[], marks: boolean): Sheet[] {
  const sheets: Sheet[] = [];
  let pending: TextBlock[] = [];
  const endText = (): void => {
    if (pending.length > 0) sheets.push(textSheet(nameFor(sheets, '正文'), pending));
    pending = [];
  };
  for (const block of blocks) {
    if (block.kind !== 'table') {
      pending.push(block);
      continue;
    }
    const heading = pending.findLastIndex(({ kind }) => kind === 'heading');
    const above = heading < 0 ? [] : pending.splice(heading);
    endText();
    sheets.push(tableSheet(nameFor(sheets, TABLE_NAMES[block.id]), above, block, marks));
  }
  endText();
  return sheets;
}

const TABLE_NAMES = { disclosure: '二 主动公开', requests: '三 申请', review: '四 复议诉讼' } as const;

function nameFor(sheets: readonly Sheet[], name: string): string {
  const same = sheets.filter((sheet) => sheet.name.replace(/ \d+$/, '') === name).length;
  return same === 0 ? name : `${name} ${same + 1}`;
}

const BORDER = { borderStyle: 'thin', borderColor: '#555555' } as const;
const words = (text: string, cell: Partial<CellObject> = {}): CellObject =>
  ({ ...cell, type: String, value: cellText(text), wrap: true, alignVertical: 'center' }) as CellObject;

/** A text that is longer than a cell goes on in the rows below, a part of a line in the cells beside. */
const textRows = (block: TextBlock): Row[] =>
  block.kind === 'verbatim'
    ? [block.text.split('\t').flatMap((part) => (part === '' ? [null] : piecesOf(part).map((piece) => words(piece))))]
    : piecesOf(block.text).map((piece) => [
        words(piece, { fontWeight: block.kind === 'paragraph' ? undefined : 'bold' } as Partial<CellObject>),
      ]);

/** Characters may take two units. */
const PIECE = new RegExp(`[^]{1,${LONGEST_CELL >> 1}}`, 'gu');
const piecesOf = (text: string): readonly string[] => text.match(PIECE) ?? [text];

const textSheet = (name: string, blocks: readonly TextBlock[]): Sheet => ({
  name,
  rows: blocks.flatMap(textRows),
  results: new Map(),
  widths: [100],
  isTable: false,
});

function tableSheet(name: string, above: readonly TextBlock[], table: TableBlock, marks: boolean): Sheet {
  const rows = above.flatMap((block) =>
    block.kind === 'verbatim' ? textRows(block) : textRows(block).map(([first]) => [across(first!, table.width)]),
  );
  const labels = table.width - table.form.valueWidth;
  const lastYear = marks && table.lines.some((line) => line.some((cell) => cell.lastYear !== undefined));
  if (lastYear) {
    if ((rows.at(-1)?.length ?? 2) > 1) rows.push([]);
    const last = rows.at(-1)!;
    while (last.length <= table.width) last.push(null);
    last.push(words(LAST_YEAR_MARK, { columnSpan: table.form.valueWidth, wrap: false }));
  }
  const addresses = new Map<string, Address>();
  const rowOf = (line: number): number => rows.length + line + 1;
  table.lines.forEach((line, i) =>
    line.forEach(({ place, at }) => {
      if (place !== undefined) addresses.set(keyOf(place), { row: rowOf(i), column: at });
    }),
  );
  const results = new Map<string, string>();
  const own = table.lines.map((line, i) => {
    const row: Row = Array.from({ length: table.width }, () => null);
    for (const cell of line) {
      const formula = formulaOf(cell, addresses);
      if (formula !== undefined) results.set(addressOf({ row: rowOf(i), column: cell.at }), cell.text);
      row[cell.at] = shownCell(cell, formula, marks);
    }
    return lastYear ? [...row, null, ...lastYears(line, labels, table.form.valueWidth)] : row;
  });
  const widths = Array.from({ length: table.width + (lastYear ? 1 + table.form.valueWidth : 0) }, (_, i) =>
    i >= labels ? (table.width > 10 ? 8 : 14) : i === labels - 1 ? 36 : 14,
  );
  return { name, rows: [...rows, ...own], results, widths, isTable: true };
}

const across = (cell: CellObject, columns: number): CellObject =>
  ({ ...cell, columnSpan: columns, wrap: false }) as CellObject;

/** The value columns of a line with last year's values in them, below the same headers. */
function lastYears(line: readonly ShownCell[], labels: number, width: number): Row {
  const row: Row = Array.from({ length: width }, () => null);
  for (const { lastYear, ...cell } of line) {
    if (cell.at < labels) continue;
    if (cell.kind === 'header') row[cell.at - labels] = shownCell({ ...cell, marks: [] }, undefined, false);
    if (lastYear === undefined) continue;
    const value = shownCell({ ...cell, text: lastYear.amount, marks: [] }, undefined, false);
    row[cell.at - labels] = lastYear.isFar ? ({ ...value, backgroundColor: FAR } as CellObject) : value;
  }
  return row;
}

function shownCell(cell: ShownCell, formula: string | undefined, marks: boolean): CellObject {
  const isMarked = marks && cell.marks.length > 0;
  const isFar = marks && cell.lastYear?.isFar === true;
  const background = isMarked ? '#FDECEB' : isFar ? FAR : cell.kind === 'header' ? '#F2F2F2' : undefined;
  const look = {
    ...BORDER,
    alignVertical: 'center',
    align: cell.kind === 'label' ? 'left' : cell.kind === 'value' ? 'right' : 'center',
    wrap: true,
    ...(cell.columns > 1 && { columnSpan: cell.columns }),
    ...(cell.lines > 1 && { rowSpan: cell.lines }),
    ...(background !== undefined && { backgroundColor: background }),
    ...(isMarked && { textColor: '#B3261E', fontWeight: 'bold' }),
  };
  if (formula !== undefined) return { ...look, type: 'Formula', value: formula } as CellObject;
  if (cell.kind === 'value' && isPlainNumber(cell.text))
    return { ...look, type: Number, value: Number(cell.text) } as CellObject;
  return { ...look, type: String, value: cellText(cell.text.slice(0, LONGEST_CELL)) } as CellObject;
}

/** The sum that a total is; only where all of it are numbers as Excel knows them. */
function formulaOf({ sumOf, text }: ShownCell, addresses: ReadonlyMap<string, Address>): string | undefined {
  if (sumOf === undefined || !isPlainNumber(text)) return undefined;
  const parts = sumOf.map((place) => addresses.get(keyOf(place))!);
  const [first, last] = [parts[0]!, parts.at(-1)!];
  const isRow = parts.every(({ row, column }, i) => row === first.row && column === first.column + i);
  const isColumn = parts.every(({ row, column }, i) => column === first.column && row === first.row + i);
  const range = isRow || isColumn ? `${addressOf(first)}:${addressOf(last)}` : parts.map(addressOf).join(',');
  return `SUM(${range})`;
}

interface Address {
  readonly row: number;
  readonly column: number;
}

const keyOf = ({ row, column }: Place): string => `${row}/${column}`;
const addressOf = ({ row, column }: Address): string => `${String.fromCharCode(65 + column)}${row}`;

function findingsSheet(showing: Showing, { say }: ExportOptions): Sheet {
  const rows = [[words(say(showing.verdict))], ...showing.marks.map(({ message }) => [words(say(message))])];
  return { name: FINDINGS_SHEET, rows, results: new Map(), widths: [100], isTable: false };
}

/** Stands for a large sheet, and gives it the styles of its header and cells; see `withResults`. */
const placeholder = (besides: readonly (readonly string[])[]): Sheet => ({
  name: BODIES_SHEET,
  rows: [[words('', { fontWeight: 'bold' } as Partial<CellObject>)], [words('')]],
  results: new Map(),
  widths: [10],
  isTable: false,
  stands: { name: BODIES_SHEET, rows: besides, widths: (besides[0] ?? []).map((_, i) => (i === 0 ? 30 : 12)) },
});

/** Puts what formulas give beside them, and large sheets in their places, which the library cannot. */
function withResults(bytes: Uint8Array, sheets: readonly Sheet[]): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [i, { results, stands }] of sheets.entries()) {
    const name = `xl/worksheets/sheet${i + 1}.xml`;
    const part = parts[name];
    if (part !== undefined && stands !== undefined) {
      const [header = 0, cell = 0] = [...strFromU8(part).matchAll(/<c r="A\d+"[^>]*? s="(\d+)"/g)].map(([, style]) =>
        Number(style),
      );
      parts[name] = strToU8(sheetXml(stands, { header, cell }));
    }
    if (part === undefined || results.size === 0) continue;
    const written = strFromU8(part).replace(
      /(<c r="([A-Z]+\d+)"[^>]*>)<f>([^<]*)<\/f>/g,
      (whole, open: string, address: string, formula: string) =>
        results.has(address) ? `${open}<f>${formula}</f><v>${results.get(address)!}</v>` : whole,
    );
    parts[name] = strToU8(written);
  }
  return zipSync(parts);
}
