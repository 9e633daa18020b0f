import { hasValues, valuesOf, type PaperLine } from '../printed-table';
import { padded, type Layout, type Style } from '../style';

/** How many empty cells stand before the words of a row, between them and its values, and behind these. */
interface Padding {
  readonly lead: number;
  readonly gap: number;
  readonly trail: number;
}

/**
 * Rows of tabs or bars with padding cells around their labels and values: the same in all rows of a table, or another
 * in each. `regular` asks for the first; such tables may have lost the tabs at their line ends.
 */
export const raggedRows = (regular: boolean): Layout => ({
  id: regular ? 'ragged' : 'ragged-anyhow',
  name: `rows with padding cells, ${regular ? 'the same in all' : 'others in each'}`,
  marksCells: false,
  torn: false,
  print(table, style) {
    const { choices } = style;
    const draw = (): Padding => ({ lead: choices.below(3), gap: choices.below(3), trail: choices.below(3) });
    const common = draw();
    const form = {
      barred: choices.below(3) === 2,
      onGrid: choices.below(2) === 1,
      trimmed: regular && choices.below(3) === 2,
    };
    return table.map((line) => row(line, regular ? common : draw(), form, style)).join('');
  },
});

interface Form {
  readonly barred: boolean;
  /** Merged cells leave their columns empty. */
  readonly onGrid: boolean;
  readonly trimmed: boolean;
}

function row(line: PaperLine, { lead, gap, trail }: Padding, { barred, onGrid, trimmed }: Form, style: Style): string {
  const words = line.cells
    .filter(({ kind, text }) => kind !== 'value' && (onGrid || text !== ''))
    .flatMap(({ text, span }) => [text, ...empty(onGrid ? span - 1 : 0)]);
  const values = valuesOf(line).map((value) => padded(value, style));
  const cells = hasValues(line)
    ? [...empty(lead), ...words, ...empty(words.length === 0 ? 0 : gap), ...values, ...empty(trail)]
    : words;
  if (barred) return `| ${cells.join(' | ')} |\n`;
  return `${trimmed ? cells.join('\t').replace(/\t+$/, '') : cells.join('\t')}\n`;
}

const empty = (count: number): readonly string[] => Array<string>(count).fill('');
