import { layoutOfTable } from '../writing/convert-table';
import { rowsOf } from '../formats/editions';
import { isTemplateLayout } from '../formats/layouts';
import { rowsOnLine, type Layout, type Report, type Row, type Table } from '../model/report';
import { rowSkeleton } from '../writing/row-skeleton';
import { span, type Span, type TextEdit } from '../text/span';

/**
 * `line` is what Enter does: in layouts with a row a line it goes to the next row, elsewhere the next line is the next
 * cell.
 */
export type CellMove = 'next' | 'previous' | 'line';

/**
 * What is to be selected: a value, or nothing at the end of what was selected. What the table lacks there is added
 * first, and `span` counts in the text after that.
 */
export interface CellTarget {
  readonly span: Span;
  readonly edit?: TextEdit;
}

/** A place for a value, in the order in which they are walked through. */
interface Stop {
  readonly span: Span;
  readonly row: Row;
}

/**
 * From a place in a row of a table to a value of the report; `selected` is what else is selected with it, and neither
 * removed nor replaced. `undefined` where the key does what it always does: outside the rows, and for `line` where a
 * line that is begun breaks no row.
 */
export function cellFrom(
  report: Report,
  offset: number,
  move: CellMove,
  lineEnd: string,
  selected: Span = span(offset, offset),
): CellTarget | undefined {
  const here = rowsOnLine(report, report.lines.lineAt(offset));
  const table = here[0]?.table;
  const row = here.at(-1)?.row;
  if (table === undefined || row === undefined) return undefined;
  const layout = layoutOfTable(report, table);
  const stops = report.tables
    .flatMap((each) => stopsOf(report, each, each === table ? layout : layoutOfTable(report, each)))
    .sort((a, b) => a.span.start - b.span.start);
  if (move === 'previous') return at(stops.findLast((stop) => stop.span.end < offset) ?? stops[0]);
  const isLine = move === 'line';
  if (isLine && selected.start === selected.end && isFree(report, table, row, layout, stops, offset)) return undefined;
  const byRow =
    isLine && (layout === 'tsv' || layout === 'markdown' || layout === 'aligned') && isInValues(report, stops, offset);
  const isHere = (stop: Stop): boolean => here.some((other) => other.row === stop.row);
  const next = stops.find((stop) => stop.span.start > offset && !(byRow && isHere(stop)));
  if (next !== undefined && isHere(next)) return at(next);
  const added =
    (byRow ? undefined : missingCell(report, table, row, layout, lineEnd)) ??
    missingRow(report, table, row, layout, lineEnd);
  return added ?? at(next) ?? endOfLine(report, offset, selected);
}

const at = (stop: Stop | undefined): CellTarget | undefined => stop && { span: stop.span };

/** Behind the last value of all nothing is selected: what is typed there replaces nothing. */
function endOfLine({ lines }: Report, offset: number, selected: Span): CellTarget {
  const end = lines.end(lines.lineAt(Math.max(offset, selected.end)));
  return { span: span(end, end) };
}

const stopsOf = (report: Report, table: Table, layout: Layout): readonly Stop[] =>
  table.rows.flatMap((row) => valuesOf(report, table, row, layout).map((value): Stop => ({ span: value, row })));

/** Whether a line that is begun here parts nothing of a row from the rest of it. */
function isFree(
  report: Report,
  table: Table,
  row: Row,
  layout: Layout,
  stops: readonly Stop[],
  offset: number,
): boolean {
  const { lines, text } = report;
  const line = lines.lineAt(offset);
  if (text.slice(offset, lines.end(line)).trim() !== '')
    return (layout === 'cells' || layout === 'tsv') && offset === lines.start(line) && offset <= row.span.start;
  if (!stops.some((stop) => stop.row === row)) return true;
  return stops.every((stop) => stop.span.end <= offset) && endOfShort(report, table, row, layout) === undefined;
}

/**
 * Where the values of a row stand. Of a row in which nothing was typed yet, or too little, the reader may have taken
 * what follows it for its values: where cells are marked, only what stands right behind the label is the row's.
 */
function valuesOf({ lines }: Report, { direction }: Table, row: Row, layout: Layout): readonly Span[] {
  const values = row.cells.length > 0 ? row.cells.map((cell) => cell.span) : row.unread;
  const apart = layout === 'cells' ? 1 : 0;
  if (direction === 'across' || !isTemplateLayout(layout) || row.cells.some(({ value }) => value.kind !== 'blank'))
    return values;
  let line = lines.lineAt(row.label.end);
  const beyond = values.findIndex((value) => {
    const own = lines.lineAt(value.start);
    if (own > line + apart) return true;
    line = own;
    return false;
  });
  return beyond < 0 ? values : values.slice(0, beyond);
}

/** At the line's first value or right of it. Left of it the row's first value is the next one. */
function isInValues({ lines }: Report, stops: readonly Stop[], offset: number): boolean {
  const start = lines.start(lines.lineAt(offset));
  return stops.some((stop) => start <= stop.span.start && stop.span.start <= offset);
}

/**
 * The end of what is there of a row that lacks values; `undefined` for any other row, and in a table that cannot be
 * read for the most part.
 */
function endOfShort(report: Report, table: Table, row: Row, layout: Layout): number | undefined {
  const values = valuesOf(report, table, row, layout);
  const isProved =
    table.direction === 'down' && table.rows.filter(({ cells }) => cells.length > 0).length * 2 > table.rows.length;
  return isProved && isTemplateLayout(layout) && values.length < row.columns.length
    ? Math.max(row.label.end, values.at(-1)?.end ?? 0)
    : undefined;
}

/** The place of a value that was not typed yet: a row that ends too early. */
function missingCell(report: Report, table: Table, row: Row, layout: Layout, lineEnd: string): CellTarget | undefined {
  const { lines, text } = report;
  const last = endOfShort(report, table, row, layout);
  if (last === undefined) return undefined;
  const line = lines.lineAt(last);
  const end = lines.end(line);
  const rest = text.slice(last, end);
  if (!/^\s*(?:\|\s*)?$/.test(rest)) return undefined;
  if (layout === 'tsv') return inserted(end, '\t');
  if (layout === 'markdown') return rest.includes('|') ? inserted(end, '  |', 1) : inserted(end, ' |  |', 3);
  const goesOn =
    line + 1 < lines.count &&
    /[\t\S]/.test(text.slice(lines.start(line + 1), lines.end(line + 1))) &&
    !rowsOnLine(report, line + 1).some((other) => other.row !== row);
  return goesOn ? undefined : inserted(end, `${lineEnd}\t`);
}

/** The first value of the form's next row, where that row is not printed. */
function missingRow(report: Report, table: Table, row: Row, layout: Layout, lineEnd: string): CellTarget | undefined {
  const forms = rowsOf(table.form);
  const next = forms[forms.findIndex(({ id }) => id === row.form.id) + 1];
  // A row that the form does not know may be the missing one under another name.
  if (
    next === undefined ||
    row.cells.length === 0 ||
    table.added.length > 0 ||
    !table.missing.some(({ id }) => id === next.id)
  )
    return undefined;
  const edit = layout === report.layout ? rowSkeleton(report, table, [next], row, lineEnd) : undefined;
  if (edit === undefined) return undefined;
  const value = /(?<=[\t ])0(?=\s|$)/.exec(edit.newText)!;
  const start = edit.span.start + value.index;
  return { edit, span: span(start, start + 1) };
}

/** An empty cell that is inserted; its value will stand at the end of the inserted text unless said otherwise. */
const inserted = (offset: number, newText: string, value = newText.length): CellTarget => ({
  edit: { span: span(offset, offset), newText },
  span: span(offset + value, offset + value),
});

/**
 * What a line that was just begun below a value starts with: a tab, where the value's row lacks cells and each stands
 * on a line behind one.
 */
export function lineStart(report: Report, offset: number): string {
  const { lines } = report;
  const line = lines.lineAt(offset);
  const above = line === 0 ? undefined : rowsOnLine(report, line - 1).at(-1);
  if (above === undefined || lines.end(line) > lines.start(line)) return '';
  const layout = layoutOfTable(report, above.table);
  const last = endOfShort(report, above.table, above.row, layout);
  return layout === 'cells' && last !== undefined && lines.lineAt(last) === line - 1 ? '\t' : '';
}
