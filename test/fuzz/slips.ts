import { once, pick } from '../generator/choices';
import {
  doubled,
  inserting,
  lost,
  onLines,
  put,
  relining,
  rewriting,
  swapped,
  wide,
  withoutEnd,
  type SlipKind,
} from './slip';

/** A value of a table: digits at the end of a line, of a cell, or of a stretch of white space. */
const VALUE = /(?<=^|[\t |\u3000\u00a0])\d+(?=[\t |\u3000\u00a0\r\n]|$)/gm;
const LONG_VALUE = /(?<=^|[\t |\u3000\u00a0])\d{2,}(?=[\t |\u3000\u00a0\r\n]|$)/gm;

const VALUES: readonly SlipKind[] = [
  rewriting('digit-changed', VALUE, (value, choices) => {
    const at = choices.below(value.length);
    return put(value, { start: at, end: at + 1 }, String(choices.below(10)));
  }),
  rewriting('digit-doubled', VALUE, (value, choices) => doubled(value, choices.below(value.length))),
  rewriting('digit-lost', VALUE, (value, choices) => lost(value, choices.below(value.length))),
  rewriting('digits-swapped', LONG_VALUE, (value, choices) => swapped(value, choices.below(value.length - 1))),
  rewriting('value-blanked', VALUE, () => ''),
  rewriting('value-marked-empty', VALUE, (_, choices) => pick(choices, ['-', '—', '/', '无', '－', '--', '―', '\\'])),
  rewriting('value-wide', VALUE, wide),
  rewriting(
    'value-garbled',
    VALUE,
    (value, choices) => value + pick(choices, ['O', 'l', '?', '件', '.', '。', '%', '①', '(1)']),
  ),
  rewriting('value-negative', VALUE, (value, choices) => pick(choices, ['-', '－', '−', '减']) + value),
  rewriting('value-broken', VALUE, (value, choices) =>
    pick(choices, [`${value}.5`, `${value},000`, `${value} ${value}`, `0${value}`]),
  ),
  rewriting('value-of-neighbour', VALUE, (value, choices) => `${value}\t${choices.below(20)}`),
  rewriting('value-huge', VALUE, () => '99999999999999999999'),
  rewriting('number-in-prose', /\d+(?=[件宗份年月日])/g, (_, choices) => String(choices.below(3000))),
];

const SEPARATORS: readonly SlipKind[] = [
  rewriting('separator-lost', /[\t|]| {2,}/g, () => ''),
  rewriting('separator-doubled', /[\t|]| {2,}/g, (found) => found + found),
  rewriting('separator-changed', /[\t|]| +/g, (_, choices) =>
    pick(choices, ['\t', '|', ' ', '｜', '\u3000', '│', '丨']),
  ),
  rewriting(
    'space-in-a-word',
    /[\u4e00-\u9fff]{2}/g,
    (word, choices) => word[0]! + pick(choices, [' ', '\u3000', '\u00a0', '\u00ad']) + word[1]!,
  ),
  inserting('odd-space', [
    '\u00a0',
    '\u3000',
    '\u2002',
    '\u2003',
    '\u00ad',
    '\u200b',
    '\u200c',
    '\ufeff',
    '\u1680',
    '\u202f',
  ]),
  inserting('odd-line-end', ['\u2028', '\u2029', '\f', '\v', '\u0085', '\r', '\n\r']),
  inserting('odd-character', ['\ud800', '\udfff', '𠅤', '\0', '\u200f', '\u0301', '☑', '￥', '\ufffd', '\u001b[31m']),
];

const WHOLE_LINES: readonly SlipKind[] = [
  onLines('line-lost', 1, () => ''),
  onLines('line-doubled', 1, ([line = '']) => (withoutEnd(line) === line ? `${line}\n${line}` : line + line)),
  onLines('line-joined', 2, (lines) =>
    lines.map((line, i) => (i < lines.length - 1 ? withoutEnd(line) : line)).join(''),
  ),
  onLines('line-broken', 1, ([line = ''], choices) => {
    const at = choices.below(line.length);
    return `${line.slice(0, at)}\n${line.slice(at)}`;
  }),
  onLines('lines-swapped', 2, (lines) => lines.toReversed().join('')),
  onLines('line-blanked', 1, ([line = '']) => line.slice(withoutEnd(line).length)),
  onLines('line-indented', 3, (lines, choices) => {
    const indent = pick(choices, ['\t', ' ', '\u3000\u3000', '# ', '> ', '- ', '| ']);
    return lines.map((line) => indent + line).join('');
  }),
  onLines('line-trailing', 2, (lines, choices) => {
    const trail = pick(choices, [' ', '\t', '\u3000', '|', ' |', '\u00a0', '\t\t']);
    return lines.map((line) => withoutEnd(line) + trail + line.slice(withoutEnd(line).length)).join('');
  }),
  onLines(
    'blank-line',
    1,
    ([line = ''], choices) => pick(choices, ['\n', '\n\n', ' \n', '\t\n', '\u3000\n', '|\n']) + line,
  ),
];

/** The line of a section's heading, or of a row that is numbered the same way. */
const HEADING = /^[#\s]*[一二三四五六]、.*$/gm;
/** A section with all that is in it. */
const SECTION =
  /^[#\s]*[一二三四五六]、[^\t|\d\r\n]*(?:情况|事项)\r?[\n\r][^]*?(?=^[#\s]*[一二三四五六]、[^\t|\d\r\n]*(?:情况|事项)\r?$|$(?![^]))/gm;
const TITLE = /^.*年度报告$/m;

const HEADINGS: readonly SlipKind[] = [
  rewriting('heading-lost', new RegExp(`${HEADING.source}[\r\n]*`, 'gm'), () => ''),
  rewriting('heading-renumbered', /^[#\s]*[一二三四五六]、/gm, (_, choices) =>
    pick(choices, ['（三）', '3.', '5、', '二、', '七、', '', '四 、', '第一部分 ', '①', '〇、', '（一）、', 'III. ']),
  ),
  rewriting('heading-reworded', HEADING, (heading, choices) => {
    const at = choices.below(heading.length);
    return pick(choices, [
      lost(heading, at),
      doubled(heading, at),
      swapped(heading, at),
      `${heading}：`,
      `${heading}如下`,
      `（${heading}）`,
    ]);
  }),
  rewriting('heading-doubled', HEADING, (heading) => `${heading}\n${heading}`),
  rewriting('section-lost', SECTION, () => ''),
  rewriting('section-doubled', SECTION, (section) => `${section}\n${section}`),
  {
    id: 'section-moved',
    apply(text, choices) {
      const sections = [...text.matchAll(SECTION)];
      if (sections.length < 2) return text;
      const { 0: section, index } = pick(choices, sections);
      const rest = put(text, { start: index, end: index + section.length }, '');
      const to = pick(choices, [0, rest.length, ...[...rest.matchAll(SECTION)].map((other) => other.index)]);
      return put(rest, { start: to, end: to }, section);
    },
  },
  rewriting('title-lost', new RegExp(`${TITLE.source}[\r\n]*`, 'gm'), () => ''),
  rewriting('title-doubled', new RegExp(TITLE.source, 'gm'), (title) => `${title}\n${title}`),
  rewriting('title-reworded', new RegExp(TITLE.source, 'gm'), (title, choices) =>
    lost(title, choices.below(title.length)),
  ),
  rewriting('year-changed', /20\d\d(?=年)/g, (_, choices) =>
    pick(choices, ['2018', '2019', '2020', '2021', '2024', '202', '二〇二三', '20244']),
  ),
  rewriting('label-reworded', /(?<=^|[\t|])[\u4e00-\u9fff（）、]{2,}/gm, (label, choices) => {
    const at = choices.below(label.length);
    return pick(choices, [lost(label, at), doubled(label, at), swapped(label, at), '']);
  }),
  rewriting('mark-changed', /[（）、，。；：]/g, (_, choices) =>
    pick(choices, ['', '(', ')', ',', '.', '、', '：', '，', '“']),
  ),
];

/** What prose says of what the tables count; the numbers are whatever comes to mind. */
const SENTENCES: readonly ((count: () => number) => string)[] = [
  (count) => `全年新收政府信息公开申请${count()}件，上年结转${count()}件，办结${count()}件，结转下年度${count()}件。`,
  (count) => `收到申请${count()}件，其中自然人${count()}件、法人${count()}件，均已按期答复。`,
  (count) => `予以公开${count()}件，占${count()}%，同比增长${count()}%。`,
  (count) =>
    `行政复议${count()}件，其中维持${count()}件、纠正${count()}件；行政诉讼${count()}件，尚未审结${count()}件。`,
  (count) => `制发规章${count()}件、行政规范性文件${count()}件，现行有效${count()}件。`,
  () => '本年度未收到政府信息公开申请，未发生行政复议、行政诉讼。',
  (count) => `共收取信息处理费${count()}元，处罚××件，详见____。`,
];

const PROSE: readonly SlipKind[] = [
  rewriting('sentence-added', /(?<=[。；])/g, (_, choices) => pick(choices, SENTENCES)(() => choices.below(40))),
  rewriting('sentence-lost', /[^。；\r\n]*[。；]/g, () => ''),
];

const LINE_ENDS: readonly SlipKind[] = [
  {
    id: 'line-ends-mixed',
    apply: (text, choices) => text.replace(/\r\n|\r|\n/g, (end) => pick(choices, [end, end, '\n', '\r\n', '\r'])),
  },
  {
    id: 'line-ends-changed',
    apply: (text, choices) => text.replace(/\r\n|\r|\n/g, pick(choices, ['\r\n', '\n', '\r'])),
  },
];

/** What tears tables and sections apart, so that what belongs together can no longer be told. */
const TEARS: readonly SlipKind[] = [
  onLines('block-lost', 30, () => ''),
  onLines('block-doubled', 30, (lines) => lines.join('') + lines.join('')),
  relining('block-moved', (lines, choices) => {
    const at = choices.below(lines.length);
    const moved = lines.slice(at, at + 1 + choices.below(40));
    const rest = lines.toSpliced(at, moved.length);
    return rest.toSpliced(choices.below(rest.length + 1), 0, ...moved);
  }),
  {
    id: 'stretch-lost',
    apply(text, choices) {
      const start = choices.below(text.length + 1);
      return put(text, { start, end: start + choices.below(once(choices, 4) ? 600 : 12) }, '');
    },
  },
  {
    id: 'stretch-copied',
    apply(text, choices) {
      const from = choices.below(text.length + 1);
      const at = choices.below(text.length + 1);
      const words = text.slice(from, from + choices.below(once(choices, 4) ? 600 : 12));
      return put(text, { start: at, end: at + choices.below(2) * words.length }, words);
    },
  },
  { id: 'end-lost', apply: (text, choices) => text.slice(0, choices.below(text.length + 1)) },
  { id: 'beginning-lost', apply: (text, choices) => text.slice(choices.below(Math.min(text.length, 800) + 1)) },
];

/** Slips after which every table and section is still in one piece. */
export const LIGHT_KINDS: readonly SlipKind[] = [
  ...VALUES,
  ...SEPARATORS,
  ...WHOLE_LINES,
  ...HEADINGS,
  ...PROSE,
  ...LINE_ENDS,
];

export const SLIP_KINDS: readonly SlipKind[] = [...LIGHT_KINDS, ...TEARS];
