import type { Report } from '../model/report';
import { isBar } from '../reading/line-parts';
import { isPadding } from '../text/padding';
import { span, type Span, type TextEdit } from '../text/span';

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

/** The lines of all tables, each once: tables may share lines. */
export function tableLines({ lines, tables }: Report): readonly number[] {
  const found = new Set<number>();
  for (const table of tables)
    for (let line = lines.lineAt(table.span.start); line <= lines.lineAt(table.span.end); line++) found.add(line);
  return [...found].sort((a, b) => a - b);
}

/** Bars keep one space on each side of a cell, tabs none. */
function formatLine(text: string, line: Span): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const { barred, cells } = cellsOfLine(text, line);
  const padding = barred ? ' ' : '';
  for (const { start: from, end: to } of cells) {
    let start = from;
    let end = to;
    while (start < end && isPadding(text.charCodeAt(start))) start++;
    while (end > start && isPadding(text.charCodeAt(end - 1))) end--;
    if (start === end) continue;
    push(edits, text, span(from, start), padding);
    push(edits, text, span(end, to), padding);
  }
  return edits;
}

/** Where the cells of a line stand, padding and all; none where nothing marks them. */
export function cellsOfLine(text: string, line: Span): { readonly barred: boolean; readonly cells: readonly Span[] } {
  const barred = hasUnit(text, line, isBar);
  if (!barred && !hasUnit(text, line, isTab)) return { barred, cells: [] };
  const separates = barred ? isBar : isTab;
  const cells: Span[] = [];
  let from = line.start;
  for (let to = line.start; to <= line.end; to++) {
    if (to < line.end && !separates(text.charCodeAt(to))) continue;
    // Left of the first bar and right of the last nothing is a cell.
    if (!barred || (from !== line.start && to !== line.end)) cells.push(span(from, to));
    from = to + 1;
  }
  return { barred, cells };
}

const TAB = 9;
const isTab = (code: number): boolean => code === TAB;

function hasUnit(text: string, { start, end }: Span, is: (code: number) => boolean): boolean {
  for (let i = start; i < end; i++) if (is(text.charCodeAt(i))) return true;
  return false;
}

function push(edits: TextEdit[], text: string, at: Span, newText: string): void {
  if (text.slice(at.start, at.end) !== newText) edits.push({ span: at, newText });
}
