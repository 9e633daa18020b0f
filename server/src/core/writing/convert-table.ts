import { gridOf, type GridCell } from '../formats/grid';
import type { TableId } from '../formats/table-names';
import type { TableForm, Words } from '../formats/types';
import type { Layout, PlacedCell, Report, Row, Table } from '../model/report';
import { readDocument } from '../reading/document';
import { layoutOf } from '../reading/layout';
import { tokenize } from '../reading/tokenize';
import { Kind } from '../reading/tokens';
import { fold } from '../text/fold';
import { sumsOf, type Sums } from '../sums/sums';
import { format } from '../text/decimal';
import { Lines } from '../text/lines';
import { applyEdits, span, type Span, type TextEdit } from '../text/span';
import type { TableLayout } from '../formats/layouts';
import { renderGrid } from './skeleton';

/** Why a table is not converted: something in it would be lost. */
export interface Refusal {
  readonly reason: Words;
}

const UNREAD: Words = {
  zh: '表格有读不出的行，转换会丢失内容',
  en: 'the table has rows that cannot be read; converting would lose them',
};
const STRANGE: Words = {
  zh: '表格里夹有格式以外的文字，转换会丢失内容',
  en: 'words that are not the form’s stand within the table; converting would lose them',
};
const OTHERWISE: Words = {
  zh: '换成这种版式后读出的内容会不同',
  en: 'in that layout the report would be read otherwise',
};
const BLANK: Words = {
  zh: '表格有空白的格，用空格对齐后会看不出是哪一格；请先填写',
  en: 'the table has blank cells, which would be lost between spaces; please fill them in first',
};
const ALONE: Words = { zh: '表格与其他文字在同一行，无法单独转换', en: 'the table shares a line with other text' };

/** Writes a table in another layout: the same labels and values, in place of its lines and nothing else. */
export function convertTable(
  report: Report,
  table: Table,
  layout: TableLayout,
  lineEnd: string,
  cjkWidth?: number,
): TextEdit | Refusal {
  const refusal = beyondForm(report, table);
  if (refusal !== undefined) return refusal;
  const whole = linesOf(report, table.span);
  const { text } = report;
  // Without marks an empty cell leaves no trace, and what would be written into it has another meaning.
  if (layout === 'aligned' && table.rows.some(({ cells }) => cells.some(({ value }) => value.kind === 'blank')))
    return { reason: BLANK };
  const newText = renderGrid(printedGrid(report, table), layout, cjkWidth).replace(/\n$/, '').replaceAll('\n', lineEnd);
  const edit = { span: whole, newText };
  // A layout may run together what another keeps apart, or lose an empty cell.
  return meaningOf(applyEdits(text, [edit])) === meaningOf(text) ? edit : { reason: OTHERWISE };
}

/** Why the form's grid cannot hold all that stands in a table's lines; `undefined` where it can. */
export function beyondForm(report: Report, table: Table): Refusal | undefined {
  if (table.rows.length === 0 || table.rows.some((row) => row.cells.length === 0) || table.added.length > 0)
    return { reason: UNREAD };
  const whole = linesOf(report, table.span);
  const { text } = report;
  if (
    /\S/.test(text.slice(whole.start, table.span.start).replace(/[|\s]/g, '')) ||
    /\S/.test(text.slice(table.span.end, whole.end).replace(/[|\s]/g, ''))
  )
    return { reason: ALONE };
  return holdsStrangeWords(report, table, whole) ? { reason: STRANGE } : undefined;
}

/** What converting all tables of a report comes to, each by itself; its edits count from the report's start. */
export interface Conversion {
  readonly edits: readonly TextEdit[];
  readonly refused: readonly (Refusal & { readonly id: TableId; readonly table: Words })[];
}

export function convertTables(report: Report, layout: TableLayout, lineEnd: string, cjkWidth?: number): Conversion {
  const edits: TextEdit[] = [];
  const refused: Conversion['refused'][number][] = [];
  for (const table of report.tables) {
    const result = convertTable(report, table, layout, lineEnd, cjkWidth);
    if (isRefusal(result)) refused.push({ ...result, id: table.id, table: table.form.name });
    else edits.push(result);
  }
  return { edits, refused };
}

/** A table may be laid out otherwise than most of its report. */
export const layoutOfTable = ({ text, lines }: Report, table: Table): Layout => layoutOf(text, lines, [table]);

export const isRefusal = (result: TextEdit | Refusal): result is Refusal => 'reason' in result;

/** Everything that is read in the tables of a text, values as what they count for. */
const meaningOf = (text: string): string =>
  JSON.stringify(readDocument(text).segments.map(({ report }) => tablesOf(report)));

function tablesOf(report: Report): unknown {
  const { amounts } = sumsOf(report, []);
  return report.tables.map(({ id, edition, rows, added, altered }) => ({
    id,
    edition,
    rows: rows.map((row) => [
      row.form.id,
      ...(row.cells.length === 0 ? [row.found] : row.cells.map((cell) => valueText(report, amounts, { row, cell }))),
    ]),
    added: added.map((place) => printed(report, place)),
    altered: altered.map((label) => printed(report, label.span)),
  }));
}

const valueText = (report: Report, amounts: Sums['amounts'], place: PlacedCell): string =>
  place.cell.value.kind === 'unreadable' ? printed(report, place.cell.span) : format(amounts.of(place));

function linesOf({ lines }: Report, { start, end }: Span): Span {
  return span(lines.start(lines.lineAt(start)), lines.end(lines.lineAt(end)));
}

/**
 * The form's grid with what is printed in the table: its own labels and values; rows that are not there are left out.
 */
export function printedGrid(report: Report, table: Table): readonly (readonly GridCell[])[] {
  const rows = new Map(table.rows.map((row) => [row.form.id, row]));
  const renamed = new Map(table.altered.map((label) => [fold(label.official), printed(report, label.span)]));
  const cellText = (cell: GridCell): string => {
    if (cell.value === undefined) return labelText(report, cell, rows, renamed);
    const value = rows.get(cell.value.row)?.cells.find(({ column }) => column.id === cell.value!.column);
    return value === undefined ? '' : printed(report, value.span);
  };
  return gridOf(formOf(table, rows))
    .filter((line) => line.every((cell) => cell.value === undefined || rows.has(cell.value.row)))
    .map((line) => line.map((cell) => ({ ...cell, text: cellText(cell) })));
}

/**
 * The form with the printed rows alone: a group's label then stands in the first of those that are there, and a block
 * without rows has no header.
 */
const formOf = ({ form }: Table, rows: ReadonlyMap<string, Row>): TableForm =>
  form.direction === 'across'
    ? form
    : {
        ...form,
        blocks: form.blocks
          .map((block) => ({ ...block, rows: block.rows.filter(({ id }) => rows.has(id)) }))
          .filter((block) => block.rows.length > 0),
      };

function labelText(
  report: Report,
  cell: GridCell,
  rows: ReadonlyMap<string, Row>,
  renamed: ReadonlyMap<string, string>,
): string {
  const official = fold(cell.text);
  const row = [...rows.values()].find(({ form }) => fold(form.label) === official);
  const label = row === undefined ? undefined : printed(report, row.label);
  if (
    label !== undefined &&
    [row!.form.label, ...row!.form.accepted].some((spelling) => fold(spelling) === fold(label))
  )
    return label;
  return renamed.get(official) ?? cell.text;
}

/** Printed text on one line: a cell may run over several. */
export const printed = ({ text }: Report, { start, end }: Span): string =>
  text
    .slice(start, end)
    .replace(/(?<![\s|])[\s|]*[\r\n][\s|]*/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Whether words stand within the table that the form does not have; parts of group labels, which page breaks scatter,
 * are none.
 */
function holdsStrangeWords(report: Report, table: Table, { start, end }: Span): boolean {
  const text = report.text.slice(start, end);
  const tokens = tokenize(text, Lines.of(text), []);
  let words = '';
  for (let i = 0; i < tokens.count; i++) if (tokens.kind(i) === Kind.Words) words += tokens.words(i);
  const labels = gridOf(table.form).flatMap((line) => line.map((cell) => fold(cell.text)));
  const printedLabels = [
    ...table.rows.map((row) => fold(printed(report, row.label))),
    ...table.altered.map((label) => fold(printed(report, label.span))),
  ];
  const accepted = table.form.blocks.flatMap((block) =>
    [...block.rows, ...block.columns].flatMap((part) => part.accepted.map(fold)),
  );
  for (const label of [...printedLabels, ...labels, ...accepted]
    .filter((one) => one !== '')
    .sort((a, b) => b.length - a.length))
    words = words.replaceAll(label, '');
  const scattered = new Set(labels.join(''));
  return [...words].some((unit) => !scattered.has(unit));
}
