import { pick } from '../choices';
import { hasValues, valuesOf, wordsOf, type PaperLine } from '../printed-table';
import { padded, pieces, withPages, type Layout, type Style } from '../style';

/** C: one cell a line without tab and a blank line after every cell; empty cells cannot be seen. */
export const bareCells: Layout = {
  id: 'C',
  name: 'one cell a line, no tabs',
  marksCells: false,
  torn: false,
  print: (table, style) =>
    withPages(
      table.map((line) =>
        [...words(line, style), ...valuesOf(line).map((value) => padded(value, style))].map(alone).join(''),
      ),
      style,
    ),
};

/** D: the same with the zeros left out, so that nobody can tell which column a number belongs to. */
export const bareCellsWithoutZeros: Layout = {
  id: 'D',
  name: 'one cell a line, zeros left out',
  marksCells: false,
  torn: true,
  print: (table, style) =>
    withPages(
      table.map((line) =>
        [...words(line, style), ...valuesOf(line).filter((value) => value !== '0')].map(alone).join(''),
      ),
      style,
    ),
};

/** K: all labels of a table first, their values behind them in tables of their own. */
export const detachedLabels: Layout = {
  id: 'K-detached',
  name: 'labels apart from their values',
  marksCells: false,
  torn: true,
  print(table, style) {
    const labels = table.flatMap(wordsOf).map((word) => `${word}\n`);
    const values = table
      .filter(hasValues)
      .map((line) => `\n| ${valuesOf(line).join(' | ')} |\n|${'---|'.repeat(valuesOf(line).length)}\n`);
    return withPages([...labels, ...values], style);
  },
};

const alone = (cell: string): string => `${cell}\n\n`;

function words(line: PaperLine, { choices, headerWidth, labelWidth }: Style): readonly string[] {
  const width = hasValues(line) ? labelWidth : headerWidth;
  return wordsOf(line).map((word) => pieces(word, width).join(pick(choices, ['\n', '\n\n'])));
}
