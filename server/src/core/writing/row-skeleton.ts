import { gridOf } from '../formats/grid';
import type { RowForm, TableForm } from '../formats/types';
import type { Report, Row, Table } from '../model/report';
import { span, type TextEdit } from '../text/span';
import { isTemplateLayout, type TemplateLayout } from '../formats/layouts';
import { renderGrid } from './skeleton';

/**
 * Inserts rows of zeros below a printed row, in the layout in which that row stands; `undefined` in layouts that are
 * not written.
 */
export function rowSkeleton(
  report: Report,
  table: Table,
  rows: readonly RowForm[],
  above: Row,
  lineEnd: string,
): TextEdit | undefined {
  const { layout, lines, text } = report;
  if (!isTemplateLayout(layout) || table.form.direction === 'across') return undefined;
  const at = lines.end(lines.lineAt(above.span.end));
  // Where lines were lost, another table's first line may go on behind the row's.
  if (report.tables.some((other) => other !== table && other.span.start < at && at <= other.span.end)) return undefined;
  const written = rowsText(table.form, rows, layout);
  const separated = layout === 'cells' ? `\n\n${written}` : `\n${written}`;
  return { span: span(at, at), newText: separated.replaceAll('\n', text.includes('\r\n') ? '\r\n' : lineEnd) };
}

/** Whole rows of a table without the last line end; lines end with LF. */
export function rowsText(
  form: TableForm,
  rows: readonly RowForm[],
  layout: TemplateLayout,
  value: (place: number) => string = () => '0',
): string {
  const wanted = new Set(rows.map((row) => row.id));
  const grid = gridOf(form).filter((line) =>
    line.some((cell) => cell.value !== undefined && wanted.has(cell.value.row)),
  );
  let places = 0;
  const filled = grid.map((line) =>
    line.map((cell) => (cell.value === undefined ? cell : { ...cell, text: value(places++) })),
  );
  // A Markdown rule stands below a table's first line alone.
  return renderGrid(filled, layout)
    .split('\n')
    .filter((line) => !/^\|(?: --- \|)+$/.test(line))
    .join('\n')
    .replace(/\n$/, '');
}
