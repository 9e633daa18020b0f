import { isBar } from '../reading/line-parts';
import type { Report } from '../model/report';
import { isPadding } from '../text/padding';
import { span, type Span, type TextEdit } from '../text/span';

/** The lines of all tables, each once: tables may share lines. */
export function tableLines({ lines, tables }: Report): readonly number[] {
  const found = new Set<number>();
  for (const table of tables)
    for (let line = lines.lineAt(table.span.start); line <= lines.lineAt(table.span.end); line++) found.add(line);
  return [...found].sort((a, b) => a - b);
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

/** A cell without the padding around it; the end of one that is all padding. */
export function withoutPadding(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (to > from && isPadding(text.charCodeAt(to - 1))) to--;
  while (from < to && isPadding(text.charCodeAt(from))) from++;
  return span(from, to);
}

/** The edit that makes a stretch another text; none where it is that already. */
export const changed = (text: string, at: Span, newText: string): readonly TextEdit[] =>
  text.slice(at.start, at.end) === newText ? [] : [{ span: at, newText }];
