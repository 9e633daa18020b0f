import type { Report } from '../model/report';
import { span, type Span, type TextEdit } from '../text/span';
import { cellsOfLine, changed, tableLines, withoutPadding } from './table-lines';

/**
 * Removes the padding around the cells of tables whose cells are marked. Words and values stay, as does every other
 * line.
 */
export function format(report: Report, within: Span): readonly TextEdit[] {
  const { text, lines } = report;
  return tableLines(report).flatMap((line) => {
    const stretch = lines.span(line);
    return stretch.end < within.start || stretch.start > within.end ? [] : formatLine(text, stretch);
  });
}

/** Bars keep one space on each side of a cell, tabs none. */
function formatLine(text: string, line: Span): readonly TextEdit[] {
  const { barred, cells } = cellsOfLine(text, line);
  const padding = barred ? ' ' : '';
  return cells.flatMap((cell) => {
    const { start, end } = withoutPadding(text, cell);
    if (start === end) return [];
    return [...changed(text, span(cell.start, start), padding), ...changed(text, span(end, cell.end), padding)];
  });
}
