import { once, pick } from '../choices';
import { hasValues, valuesOf, wordsOf, type PaperLine } from '../printed-table';
import { pageMarker, pieces, withPages, type Layout, type Style } from '../style';

/** I: a row a line, its words and numbers apart by spaces, as text comes out of a PDF. */
export const spacedRows: Layout = {
  id: 'I',
  name: 'a row a line, cells apart by spaces (PDF)',
  marksCells: false,
  torn: false,
  print(table, style) {
    const waiting: string[] = [];
    return withPages(
      table.map((line) => {
        const late = waiting
          .splice(0)
          .map(
            (rest) => `${style.choices.below(2) === 0 ? `${pageMarker(style.choices)}\n` : ''}${rest}${style.space}`,
          );
        const row = hasValues(line) ? valueRow(line, style, waiting) : headerLine(line, style);
        return late.join('') + row;
      }),
      style,
    );
  },
};

function headerLine(line: PaperLine, { choices, headerWidth, space }: Style): string {
  const words = wordsOf(line).flatMap((word) => pieces(word, word.length > 20 ? 3 * headerWidth : headerWidth));
  return `${words.join(headerWidth === 0 ? space : pick(choices, ['\n', space]))}\n`;
}

/** `waiting` takes the second halves of group labels, which stand before a later row. */
function valueRow(line: PaperLine, style: Style, waiting: string[]): string {
  const groups = line.cells
    .filter(({ kind, text }) => kind === 'group' && text !== '')
    .map(({ text }) => groupText(text, style, waiting));
  const label = line.cells.find(({ kind }) => kind === 'label')?.text ?? '';
  return groups.join('') + labelled(label, valuesOf(line).join(style.space), style);
}

/**
 * A group's label stands on lines of its own or before the first label on the same line; page breaks cut it, narrow
 * columns turn it upright.
 */
function groupText(text: string, style: Style, waiting: string[]): string {
  const { choices, upright, cutGroups, labelWidth, space } = style;
  if (text.startsWith('三、'))
    return upright ? `三、\n${[...text.slice(2)].join('\n')}\n` : `${text}${pick(choices, ['\n', space])}`;
  if (cutGroups && once(choices, 2)) {
    waiting.push(text.slice(4));
    return `${text.slice(0, 4)}\n`;
  }
  return labelWidth > 0 ? `${pieces(text, 4).join('\n')}\n` : `${text}${pick(choices, ['\n', space])}`;
}

/**
 * A label with its numbers; those of one that breaks stand behind its last line, on a line of their own, or in the
 * midst of it.
 */
function labelled(label: string, values: string, { choices, labelWidth, space }: Style): string {
  if (label === '') return `${values}\n`;
  const lines = pieces(label, labelWidth);
  if (lines.length === 1) return `${label}${space}${values}\n`;
  const above = pick(choices, [lines.length, Math.floor(lines.length / 2)]);
  const beside = choices.below(2) === 1;
  const head = lines.slice(0, above).join('\n');
  const tail = lines.slice(above).map((line) => `${line}\n`);
  return `${head}${beside ? space : '\n'}${values}\n${tail.join('')}`;
}

/** J: columns aligned with spaces. */
export const alignedColumns: Layout = {
  id: 'J',
  name: 'columns aligned with spaces',
  marksCells: false,
  torn: false,
  print: (table, style) => withPages(table.map(alignedLine), style),
};

const LABEL_COLUMN = 26;
const VALUE_COLUMN = 14;

function alignedLine({ cells }: PaperLine): string {
  const printed = cells.map(({ kind, text, span }) => {
    const width = span * (kind === 'value' || kind === 'header' ? VALUE_COLUMN : LABEL_COLUMN);
    const gap = ' '.repeat(Math.max(2, width - displayWidth(text)));
    return kind === 'value' ? gap + text : text + gap;
  });
  return `${printed.join('').trimEnd()}\n`;
}

/** Columns that a text takes up on a terminal: ideographs and full-width forms take two. */
const displayWidth = (text: string): number =>
  [...text].reduce((width, unit) => width + (unit.codePointAt(0)! > 0x2e7f ? 2 : 1), 0);
