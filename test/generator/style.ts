import { once, pick, type Choices } from './choices';
import type { PaperCell, PaperLine } from './printed-table';

/** The loose ends of a printed text that noise turns on; every layout honours those that it can show. */
export interface Style {
  readonly choices: Choices;
  /**
   * Characters after which labels break over lines, and the same for the narrower column headers; 0 where they do not.
   */
  readonly labelWidth: number;
  readonly headerWidth: number;
  /** Page markers stand between rows. */
  readonly pages: boolean;
  /** Group labels are cut by a page marker. */
  readonly cutGroups: boolean;
  /** 三、本年度办理结果 is written downwards. */
  readonly upright: boolean;
  /** What may surround a value within its cell. */
  readonly padding: readonly string[];
  /** What separates words and numbers on a line without tabs and bars. */
  readonly space: string;
}

export const plainStyle = (choices: Choices): Style => ({
  choices,
  labelWidth: 0,
  headerWidth: 0,
  pages: false,
  cutGroups: false,
  upright: false,
  padding: [''],
  space: ' ',
});

/** A way to turn a table on paper into text. */
export interface Layout {
  /** The letter of the layout in the catalogue, with a word where it has several forms. */
  readonly id: string;
  readonly name: string;
  /** Whether an empty cell can be seen in the text. */
  readonly marksCells: boolean;
  /** Whether labels and values stand apart, so that rows cannot be read. */
  readonly torn: boolean;
  /** Lines end with LF. */
  print(table: readonly PaperLine[], style: Style): string;
}

/** The lines on which a word stands in a column of the given width, spaces not counted. */
export function pieces(word: string, width: number): readonly string[] {
  if (width === 0) return [word];
  const lines: string[] = [''];
  let room = width;
  for (const unit of word) {
    const space = unit.trim() === '';
    const staysBefore = NEVER_FIRST.test(unit) || NEVER_LAST.test(lines.at(-1)!);
    if (room <= 0 && !space && !staysBefore) {
      lines.push('');
      room = width;
    }
    lines[lines.length - 1] += unit;
    if (!space) room--;
  }
  return lines.map((line) => line.trim());
}

/** No program that wraps lines puts these at the beginning or at the end of one (GB/T 15834, 5.1). */
const NEVER_FIRST = /[.、，。；：！？）》”’%]/;
const NEVER_LAST = /[（《“‘]$/;

/** The text of a cell: values with what surrounds them. */
export const cellText = ({ kind, text }: PaperCell, style: Style): string =>
  kind === 'value' ? padded(text, style) : text;

export const padded = (value: string, { choices, padding }: Style): string =>
  pick(choices, padding) + value + pick(choices, padding);

const PAGE_MARKERS = ['- 4 -', '— 5 —', '-6-', '－ 7 －', '第 8 页', '\f', '- 9 -\n\f'];

/** Joins the printed rows of a table, page markers between some of them. */
export function withPages(rows: readonly string[], { pages, choices }: Style): string {
  if (!pages) return rows.join('');
  return rows.map((row, i) => (i > 0 && once(choices, 6) ? `${pageMarker(choices)}\n${row}` : row)).join('');
}

export const pageMarker = (choices: Choices): string => pick(choices, PAGE_MARKERS);
