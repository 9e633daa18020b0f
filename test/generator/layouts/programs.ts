import { once, pick } from '../choices';
import type { PaperCell, PaperLine } from '../printed-table';
import { cellText, withPages, type Layout } from '../style';

/** Values apart by commas, as a spreadsheet saves them. */
export const commaSeparated: Layout = {
  id: 'csv',
  name: 'comma-separated values, some in quotes',
  marksCells: true,
  torn: false,
  print(table, style) {
    const cell = (one: PaperCell): string => {
      const text = cellText(one, style);
      const quoted = text.includes(',') || once(style.choices, 3) ? `"${text}"` : text;
      return quoted + ','.repeat(one.span - 1);
    };
    return withPages(
      table.map(({ cells }) => `${cells.map(cell).join(',')}\n`),
      style,
    );
  },
};

/** A frame drawn with characters. */
export const boxDrawing: Layout = {
  id: 'box',
  name: 'a frame of box-drawing characters',
  marksCells: true,
  torn: false,
  print(table, style) {
    const wall = pick(style.choices, ['│', '┃', '║']);
    const rule = ({ cells }: PaperLine): string => `├${cells.map(() => '────').join('┼')}┤\n`;
    return withPages(
      table.map(
        (line) =>
          `${wall} ${line.cells.map((cell) => cellText(cell, style) + ` ${wall}`.repeat(cell.span)).join(' ')}\n${rule(line)}`,
      ),
      style,
    );
  },
};

/** What Word gives as the text of a table: a cell ends with a line end and a bell, a row with one more. */
export const wordCells: Layout = {
  id: 'word',
  name: 'cells as Word gives them, a bell behind each',
  marksCells: true,
  torn: false,
  print(table, style) {
    const rows = table.map(({ cells }) => {
      const printed = cells.filter(({ kind, text }) => kind === 'value' || text !== '');
      return `${printed.map((cell) => `${cellText(cell, style)}\n\u0007`).join('')}\n\u0007`;
    });
    return `${rows.join('')}\n`;
  },
};
