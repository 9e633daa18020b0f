import { gridOf } from '../formats/grid';
import type { RowForm } from '../formats/types';
import type { Report, Row, Table } from '../model/report';
import { span, type TextEdit } from '../text/span';
import { renderGrid } from './skeleton';

/** Inserts rows of zeros below a printed row, in the layout in which that row stands; `undefined` in layouts that are not written. */
export function rowSkeleton(report: Report, table: Table, rows: readonly RowForm[], above: Row, lineEnd: string): TextEdit | undefined {
  const { layout, lines, text } = report;
  if (layout !== 'cells' && layout !== 'tsv' && layout !== 'markdown') return undefined;
  const wanted = new Set(rows.map((row) => row.id));
  const grid = gridOf(table.form).filter((line) => line.some((cell) => cell.value !== undefined && wanted.has(cell.value.row)));
  const zeros = grid.map((line) => line.map((cell) => (cell.value === undefined ? cell : { ...cell, text: '0' })));
  // A Markdown rule stands below a table's first line alone.
  const written = renderGrid(zeros, layout)
    .split('\n')
    .filter((line) => !/^\|(?: --- \|)+$/.test(line))
    .join('\n');
  const line = lines.lineAt(above.span.end);
  const at = lines.end(line);
  const rowsText = written.replace(/\n$/, '');
  const separated = layout === 'cells' ? `\n\n${rowsText}` : `\n${rowsText}`;
  return { span: span(at, at), newText: separated.replaceAll('\n', text.includes('\r\n') ? '\r\n' : lineEnd) };
}
