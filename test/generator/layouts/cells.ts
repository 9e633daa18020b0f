import { once, pick } from '../choices';
import { hasValues, widthOf, type PaperCell, type PaperLine } from '../printed-table';
import { padded, pieces, withPages, type Layout, type Style } from '../style';

/** A: one cell a line behind a tab, a blank line ends a row; wrapped words go on in a line without tab. */
export const cellALine: Layout = {
  id: 'A',
  name: 'tab and one cell a line',
  marksCells: true,
  torn: false,
  print(table, style) {
    const cell = ({ kind, text }: PaperCell): string => {
      if (kind === 'value') return `\t${padded(text, style)}\n`;
      return `\t${pieces(text, kind === 'header' ? style.headerWidth : style.labelWidth).join(pick(style.choices, ['\n', '\n\n']))}\n`;
    };
    return withPages(
      table.map(({ cells }) => `${cells.map(cell).join('')}\n`),
      style,
    );
  },
};

/** B: rows of tab-separated cells on the grid of the form. */
export const tabRows: Layout = {
  id: 'B',
  name: 'tab-separated rows',
  marksCells: true,
  torn: false,
  print(table, style) {
    const cell = ({ kind, text, span }: PaperCell): string =>
      (kind === 'value' ? padded(text, style) : text) + '\t'.repeat(span - 1);
    return withPages(
      table.map(({ cells }) => `${cells.map(cell).join('\t')}\n`),
      style,
    );
  },
};

/** B: the same with label columns that shift from row to row, tabs at the end, and blank lines at page breaks. */
export const shiftedTabRows: Layout = {
  id: 'B-shifted',
  name: 'tab-separated rows, label columns shifted',
  marksCells: false,
  torn: false,
  print(table, style) {
    return withPages(
      table.map((line) =>
        hasValues(line)
          ? shiftedRow(line, style)
          : `${line.cells.map(({ text, span }) => text + '\t'.repeat(span - 1)).join('\t')}\n`,
      ),
      style,
    );
  },
};

function shiftedRow(line: PaperLine, style: Style): string {
  const { choices } = style;
  const words = line.cells.filter(({ kind, text }) => kind !== 'value' && text !== '').map(({ text }) => text);
  const values = line.cells.filter(({ kind }) => kind === 'value').map(({ text }) => padded(text, style));
  const lead = '\t'.repeat(choices.below(3));
  const gap = words.length === 0 ? '' : '\t'.repeat(1 + choices.below(3));
  const trail = '\t'.repeat(choices.below(3));
  return `${lead}${words.join('\t')}${gap}${values.join('\t')}${trail}\n${once(choices, 12) ? '\n' : ''}`;
}

/** K: one Markdown table, a rule under its first line, merged cells empty. */
export const markdownTable: Layout = {
  id: 'K',
  name: 'Markdown table',
  marksCells: true,
  torn: false,
  print(table, style) {
    const cell = ({ kind, text, span }: PaperCell): string =>
      `${kind === 'value' ? padded(text, style) : text}${' |'.repeat(span - 1)}`;
    const [first = '', ...rest] = table.map(({ cells }) => `| ${cells.map(cell).join(' | ')} |\n`);
    const rule = `|${' --- |'.repeat(widthOf(table[0]!))}\n`;
    return `${first}${rule}${withPages(rest, style)}`;
  },
};

/** K: every row is a Markdown table of its own. */
export const markdownRows: Layout = {
  id: 'K-mini',
  name: 'a small Markdown table for each row',
  marksCells: false,
  torn: false,
  print(table, style) {
    return withPages(
      table.map(({ cells }) => {
        const printed = cells
          .filter(({ text }) => text !== '')
          .map(({ kind, text }) => (kind === 'value' ? padded(text, style) : text));
        return `| ${printed.join(' | ')} |\n|${'---|'.repeat(printed.length)}\n\n`;
      }),
      style,
    );
  },
};
