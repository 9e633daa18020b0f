import type { Report, Table } from '../model/report';
import { isSpace } from '../text/fold';
import { span, type Span, type TextEdit } from '../text/span';

/** Removes the padding around the cells of tables whose cells are marked. Words and values stay, as does every other line. */
export function format(report: Report, within: Span): readonly TextEdit[] {
  return report.tables.flatMap((table) => formatTable(report, table, within));
}

function formatTable({ text, lines }: Report, table: Table, within: Span): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (let line = lines.lineAt(table.span.start); line <= lines.lineAt(table.span.end); line++) {
    const own = lines.span(line);
    if (own.end < within.start || own.start > within.end) continue;
    const printed = text.slice(own.start, own.end);
    const separator = printed.includes('|') ? '|' : printed.includes('\t') ? '\t' : undefined;
    if (separator !== undefined) for (const edit of formatLine(text, own, separator)) edits.push(edit);
  }
  return edits;
}

/** Bars keep one space on each side of a cell, tabs none. */
function formatLine(text: string, own: Span, separator: '|' | '\t'): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const padding = separator === '|' ? ' ' : '';
  for (let from = own.start; from <= own.end;) {
    const found = text.indexOf(separator, from);
    const to = found < 0 || found > own.end ? own.end : found;
    const outside = separator === '|' && (from === own.start || to === own.end);
    let start = from;
    let end = to;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    // Left of the first tab and right of the last bar nothing is a cell.
    if (start < end && !outside) {
      push(edits, text, span(from, start), padding);
      push(edits, text, span(end, to), padding);
    }
    from = to + 1;
  }
  return edits;
}

function push(edits: TextEdit[], text: string, at: Span, newText: string): void {
  if (text.slice(at.start, at.end) !== newText) edits.push({ span: at, newText });
}
