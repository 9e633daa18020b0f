import { once, pick, type Choices } from './choices';
import { inTraditional, withNarrowMarks, withRadicals, withWideDigits } from './spellings';
import type { Style } from './style';

/** A change of a report's looks that leaves what it says alone. */
export interface Noise {
  /** The letter in the catalogue of layouts, with a word where it covers several. */
  readonly id: string;
  readonly name: string;
  /** Layouts that can show it; all where it is not given. */
  readonly only?: readonly string[];
  /** Holds where no line is without it: a slip in one line breaks all of them. */
  readonly everyLine?: true;
  readonly style?: Partial<Style>;
  /** Rewrites the words of a table before they are laid out. */
  readonly label?: (text: string, choices: Choices) => string;
  /** Rewrites the whole text. */
  readonly text?: (text: string, choices: Choices) => string;
}

const HEADING = /^[一二三四五六]、\S*(?:情况|事项)$/gm;
/** Layouts in which nothing hangs on how a line begins or ends. */
const LINES = ['A', 'B', 'C', 'E', 'E-grid', 'F', 'G', 'I', 'J', 'K'];

/**
 * In the order in which they are applied: looks of the table, words of its labels, headings, spellings of the whole
 * text, line ends.
 */
export const NOISES: readonly Noise[] = [
  {
    id: 'wrap',
    name: 'labels broken over lines',
    only: ['A', 'C', 'H', 'I'],
    style: { labelWidth: 13, headerWidth: 4 },
  },
  {
    id: 'wrap-narrow',
    name: 'labels in narrow columns, broken over several lines',
    only: ['A', 'C', 'H', 'I'],
    style: { labelWidth: 7, headerWidth: 3 },
  },
  {
    id: 'wrap-character',
    name: 'labels in columns of one character',
    only: ['A', 'C', 'H'],
    style: { labelWidth: 1, headerWidth: 1 },
  },
  {
    id: 'wrap-two',
    name: 'labels in columns of two characters',
    only: ['A', 'C', 'H'],
    style: { labelWidth: 2, headerWidth: 2 },
  },
  { id: 'L', name: 'page markers between rows', style: { pages: true } },
  { id: 'M', name: 'group labels cut by a page break', only: ['I'], style: { cutGroups: true } },
  { id: 'N', name: 'a group label written downwards', only: ['I'], style: { upright: true } },
  {
    id: 'O-padding',
    name: 'values between full-width, no-break and plain spaces',
    style: { padding: ['', ' ', '\u3000\u3000', '\u00a0'] },
  },
  { id: 'O-gaps', name: 'no-break spaces between cells', only: ['I'], style: { space: '\u00a0' } },
  { id: 'O-enumeration', name: '1、 for 1.', label: (text) => text.replace(/^(\d)\./, '$1、') },
  { id: 'O-spaced', name: 'spaces within labels', label: spaced },
  { id: 'R', name: 'headings running on into the text', text: runOn },
  { id: 'heading-wrap', name: 'headings that break in their midst', text: wrapped },
  {
    id: 'headings',
    name: 'Markdown headings',
    text: (text) => text.replace(HEADING, '## $&'),
  },
  {
    id: 'indent',
    name: 'indented headings and paragraphs',
    text: (text) => text.replace(/^(?=[一二三四五六]、|本[^\t|]*$)/gm, '\u3000\u3000'),
  },
  {
    id: 'headings-strong',
    name: 'headings in Markdown emphasis',
    text: (text) => text.replace(HEADING, '**$&**'),
  },
  { id: 'headings-framed', name: 'headings in 【】', text: (text) => text.replace(HEADING, '【$&】') },
  {
    id: 'headings-parts',
    name: '第一部分 for 一、',
    text: (text) => text.replace(HEADING, (heading) => `第${heading[0]}部分 ${heading.slice(2)}`),
  },
  {
    id: 'dates',
    name: 'the date of the print between lines',
    only: ['A', 'B', 'C', 'E', 'F', 'G', 'K'],
    text: (text) => text.replace(/(?:[^\n]*\n){40}/g, '$&2024年1月15日\n'),
  },
  { id: 'O-digits', name: 'full-width digits', text: withWideDigits },
  { id: 'O-marks', name: 'half-width brackets and marks', text: withNarrowMarks },
  { id: 'P', name: 'Kangxi and CJK radicals', text: withRadicals },
  { id: 'Q', name: 'Traditional characters', text: inTraditional },
  {
    id: 'quoted',
    name: 'a mark of quotation before each line',
    everyLine: true,
    only: LINES,
    text: alone((text) => text.replace(/^/gm, '> ')),
  },
  {
    id: 'numbered',
    name: 'numbered lines',
    everyLine: true,
    only: LINES,
    text: alone((text) => {
      let line = 0;
      return text.replace(/^/gm, () => `${++line}  `);
    }),
  },
  {
    id: 'tab-ended',
    name: 'a tab behind each line',
    everyLine: true,
    only: LINES,
    text: alone((text) => text.replace(/$/gm, '\t')),
  },
  { id: 'S', name: 'no newline at the end', text: (text) => text.trimEnd() },
  { id: 'bom', name: 'a byte order mark', text: (text) => `\ufeff${text}` },
  { id: 'crlf', name: 'CRLF line ends', text: (text) => text.replace(/\n/g, '\r\n') },
  { id: 'cr', name: 'CR line ends', text: (text) => text.replace(/\r?\n/g, '\r') },
];

/** Those that a text keeps that is changed in some of its lines, or stands beside another. */
export const LOOKS = NOISES.filter(({ everyLine }) => everyLine !== true);

/** What one program does to each line, no other does to the same text. */
function alone(mark: (text: string) => string): (text: string) => string {
  return (text) => (/^(?:> |\d+ |.*\t$)/m.test(text.slice(0, text.indexOf('\n') + 1)) ? text : mark(text));
}

export const fits = ({ only }: Noise, layout: string): boolean => only === undefined || only.includes(layout);

/** 自 然 人, 第二十条 第（一）项, （一） 予以公开, 总 计. */
function spaced(text: string, choices: Choices): string {
  if (text.length <= 3 && text !== '') return [...text].join(' ');
  const parted = text.replace(/^(第二十条|（[一二三四五六七]）|\d\.)/, '$1 ');
  return once(choices, 4) && parted === text && !/[a-z\d]/i.test(text)
    ? [...text].join(pick(choices, [' ', '\u3000']))
    : parted;
}

/** Headings that would be too long for a narrow page. */
function wrapped(text: string, choices: Choices): string {
  return text.replace(/^[二三四]、\S{10,}(?:情况|事项)$/gm, (heading) => {
    const at = 4 + choices.below(heading.length - 6);
    return `${heading.slice(0, at)}\n${heading.slice(at)}`;
  });
}

/** A heading and the first paragraph under it on one line; headings of tables keep their line. */
function runOn(text: string, choices: Choices): string {
  return text.replace(
    /^([一五六]、\S*(?:情况|事项))\n+(?=本)/gm,
    (_, heading: string) => heading + pick(choices, ['。', '：', '　']),
  );
}
