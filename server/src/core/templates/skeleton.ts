import { gridOf, type GridCell } from '../formats/grid';
import type { TableForm } from '../formats/types';

/** The layouts in which the product writes tables. */
export type TemplateLayout = 'cells' | 'tsv' | 'markdown';

/** The text of an empty table; lines end with LF and every value is `0`. */
export function tableSkeleton(form: TableForm, layout: TemplateLayout): string {
  return renderGrid(
    gridOf(form).map((line) => line.map((cell) => (cell.value === undefined ? cell : { ...cell, text: '0' }))),
    layout,
  );
}

/** Writes the printed lines of a table in a layout; lines end with LF. */
export function renderGrid(grid: readonly (readonly GridCell[])[], layout: TemplateLayout): string {
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
  }
}

const spread =
  (separator: string) =>
  ({ text, span }: GridCell): string =>
    text + separator.repeat(span - 1);
