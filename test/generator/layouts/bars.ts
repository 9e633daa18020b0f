import { pick } from '../choices';
import { hasValues, widthOf, type PaperCell, type PaperLine } from '../printed-table';
import { cellText, pieces, withPages, type Layout } from '../style';

/** The cells that a bar layout prints: merged cells are left out of the row and counted at its end. */
function collapsed(line: PaperLine): { readonly cells: readonly PaperCell[]; readonly left: number } {
  const cells = line.cells.filter(({ kind, text }) => kind === 'value' || text !== '');
  return { cells, left: widthOf(line) - cells.length };
}

/** E: bars behind the cells, or before them too; merged cells leave a run of bars at the row's end. */
export const barRows: Layout = {
  id: 'E',
  name: 'rows between bars, merged cells as bars at the end',
  marksCells: false,
  torn: false,
  print: (table, style) => {
    const lead = pick(style.choices, ['| ', '']);
    return withPages(
      table.map((line) => {
        const { cells, left } = collapsed(line);
        return `${lead}${cells.map((cell) => cellText(cell, style)).join(' | ')} |${left > 0 ? ` ${'|'.repeat(left)}` : ''}\n`;
      }),
      style,
    );
  },
};

/** E: the same on the grid, a merged cell as a run of bars behind it. */
export const barGrid: Layout = {
  id: 'E-grid',
  name: 'rows between bars, merged cells as ||| in place',
  marksCells: true,
  torn: false,
  print: (table, style) =>
    withPages(
      table.map(
        ({ cells }) => `| ${cells.map((cell) => `${cellText(cell, style)} ${'|'.repeat(cell.span)}`).join(' ')}\n`,
      ),
      style,
    ),
};

/** F: one cell a line with a bar behind it, merged cells as a line of bars. */
export const barALine: Layout = {
  id: 'F',
  name: 'one cell a line with a bar behind it',
  marksCells: true,
  torn: false,
  print: (table, style) =>
    withPages(
      table.map(
        (line) =>
          `${collapsed(line)
            .cells.map((cell) => `${cellText(cell, style)} |\n`)
            .join('')}${rowEnd(line)}`,
      ),
      style,
    ),
};

/** G: one cell a line, its bar on the next. */
export const barBelow: Layout = {
  id: 'G',
  name: 'one cell a line, the bar on a line of its own',
  marksCells: false,
  torn: false,
  print: (table, style) =>
    withPages(
      table.map(
        (line) =>
          `${collapsed(line)
            .cells.map((cell) => `${cellText(cell, style)}\n|\n`)
            .join('')}${rowEnd(line)}`,
      ),
      style,
    ),
};

/** Rows of values only have no merged cells; a line of one bar cannot be told from an empty cell and is left out. */
function rowEnd(line: PaperLine): string {
  const { left } = collapsed(line);
  return left > (hasValues(line) ? 1 : 0) ? `${'|'.repeat(left)}\n` : '';
}

/** H: as E, with labels that break within their cells. */
export const brokenBarRows: Layout = {
  id: 'H',
  name: 'rows between bars, line breaks within cells',
  marksCells: false,
  torn: false,
  print: (table, style) =>
    withPages(
      table.map((line) => {
        const { cells, left } = collapsed(line);
        const words = ({ kind, text }: PaperCell): string =>
          pieces(text, kind === 'header' ? style.headerWidth || 4 : style.labelWidth || 9).join('\n');
        return `| ${cells.map((cell) => (cell.kind === 'value' ? cellText(cell, style) : words(cell))).join(' | ')} |${'|'.repeat(left)}\n`;
      }),
      style,
    ),
};
