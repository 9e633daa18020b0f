import type { Report } from '../model/report';
import { span, type Span, type TextEdit } from '../text/span';
import { displayWidth } from '../text/width';
import { cellsOfLine, changed, tableLines, withoutPadding } from './table-lines';

/** Lines of fewer cells have no columns; wider cells stand out of theirs. */
const FEWEST_CELLS = 3;
const WIDEST_CELL = 40;

/** A line between whose marks something stands in columns. */
interface AlignedLine {
  readonly line: number;
  readonly barred: boolean;
  readonly cells: readonly Span[];
}

/**
 * Pads the cells of lines with bars or tabs so that they stand below each other; a Chinese character is as wide as
 * `cjkWidth` Latin ones. Words, values and their order stay; where it is aligned already nothing is changed.
 */
export function alignColumns(report: Report, within: Span, cjkWidth: number): readonly TextEdit[] {
  const { text } = report;
  return blocksOf(report).flatMap((block) => {
    const first = report.lines.start(block[0]!.line);
    const last = report.lines.end(block.at(-1)!.line);
    if (last < within.start || first > within.end) return [];
    const widths: number[] = [];
    for (const { cells } of block)
      cells.forEach((cell, i) => {
        const width = isRule(text, cell) ? 3 : displayWidth(wordsIn(text, cell), cjkWidth);
        if (width <= WIDEST_CELL) widths[i] = Math.max(widths[i] ?? 0, width);
      });
    return block.flatMap((one) => editsOf(text, one, widths, cjkWidth));
  });
}

/** Lines of the same marks that follow each other. */
function blocksOf(report: Report): readonly (readonly AlignedLine[])[] {
  const blocks: AlignedLine[][] = [];
  for (const line of tableLines(report)) {
    const { barred, cells } = cellsOfLine(report.text, report.lines.span(line));
    if (cells.length < FEWEST_CELLS) continue;
    const last = blocks.at(-1)?.at(-1);
    if (last !== undefined && last.line === line - 1 && last.barred === barred)
      blocks.at(-1)!.push({ line, barred, cells });
    else blocks.push([{ line, barred, cells }]);
  }
  return blocks;
}

function editsOf(
  text: string,
  { barred, cells }: AlignedLine,
  widths: readonly number[],
  cjkWidth: number,
): readonly TextEdit[] {
  const side = barred ? ' ' : '';
  return cells.flatMap((cell, i) => {
    const { start, end } = withoutPadding(text, cell);
    const width = widths[i] ?? 0;
    // Behind the last tab nothing has to line up.
    const isLast = !barred && i === cells.length - 1;
    if (isRule(text, cell)) {
      const marks = text.slice(start, end);
      const dashes = '-'.repeat(Math.max(3, width) - (marks.length - marks.replaceAll(':', '').length));
      return changed(text, cell, side + marks.replace(/-+/, dashes) + side);
    }
    const rest = isLast ? 0 : Math.max(0, Math.round(width - displayWidth(text.slice(start, end), cjkWidth)));
    if (start === end) return changed(text, cell, side + ' '.repeat(rest) + side);
    return [
      ...changed(text, span(cell.start, start), side),
      ...changed(text, span(end, cell.end), ' '.repeat(rest) + side),
    ];
  });
}

function wordsIn(text: string, cell: Span): string {
  const { start, end } = withoutPadding(text, cell);
  return text.slice(start, end);
}

const isRule = (text: string, cell: Span): boolean => /^:?-{3,}:?$/.test(wordsIn(text, cell));
