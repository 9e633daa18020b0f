import { gridOf, type GridCell } from '../formats/grid';
import type { TableLayout, TemplateLayout } from '../formats/layouts';
import type { TableForm } from '../formats/types';
import { displayWidth } from '../text/width';

/** The text of an empty table; lines end with LF and every value is `0`. */
export function tableSkeleton(form: TableForm, layout: TemplateLayout): string {
  return renderGrid(
    gridOf(form).map((line) => line.map((cell) => (cell.value === undefined ? cell : { ...cell, text: '0' }))),
    layout,
  );
}

/** Writes the printed lines of a table in a layout; lines end with LF. */
export function renderGrid(grid: readonly (readonly GridCell[])[], layout: TableLayout, cjkWidth?: number): string {
  switch (layout) {
    case 'cells':
      return grid.map((line) => line.map(({ text }) => `\t${text}\n`).join('')).join('\n');
    case 'tsv':
      return grid.map((line) => `${line.map(spread('\t')).join('\t')}\n`).join('');
    case 'markdown': {
      const lines = grid.map((line) => `| ${line.map(spread(' | ')).join(' | ')} |\n`);
      const width = grid[0]?.reduce((sum, { span }) => sum + span, 0) ?? 0;
      return [...lines.slice(0, 1), `|${' --- |'.repeat(width)}\n`, ...lines.slice(1)].join('');
    }
    case 'aligned':
      return renderAligned(grid, (text) => displayWidth(text, cjkWidth));
  }
}

/**
 * Labels to the left, values to the right of columns as wide as their widest cell; cells that span several columns need
 * not fit.
 */
function renderAligned(grid: readonly (readonly GridCell[])[], widthOf: (text: string) => number): string {
  const widths: number[] = [];
  for (const line of grid) {
    let column = 0;
    for (const { text, span } of line) {
      if (span === 1) widths[column] = Math.max(widths[column] ?? 0, widthOf(text));
      column += span;
    }
  }
  return grid.map((line) => `${alignedLine(line, widths, widthOf).trimEnd()}\n`).join('');
}

function alignedLine(line: readonly GridCell[], widths: readonly number[], widthOf: (text: string) => number): string {
  let column = 0;
  let written = '';
  for (const { text, span, value } of line) {
    const width = widths.slice(column, column + span).reduce((sum, one) => sum + (one ?? 0), 0) + GAP * (span - 1);
    const padding = ' '.repeat(Math.max(0, Math.round(width - widthOf(text))));
    written += (value === undefined ? text + padding : padding + text) + ' '.repeat(GAP);
    column += span;
  }
  return written;
}

const GAP = 2;

const spread =
  (separator: string) =>
  ({ text, span }: GridCell): string =>
    text + separator.repeat(span - 1);
