import { describe, expect, it } from 'vitest';
import { readDocument } from '../../server/src/core/index';
import { findingsIn } from '../support/findings';

const OUTCOMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
type Block = readonly [name: string, values: readonly number[]];
const BLOCKS: readonly [Block, Block, Block] = [
  ['行政复议', [1, 0, 2, 0, 3]],
  ['行政诉讼（未经复议直接起诉）', [2, 0, 0, 1, 3]],
  ['行政诉讼（复议后起诉）', [0, 4, 0, 0, 4]],
];

type Write = (cells: readonly (string | number)[]) => string;
const LAYOUTS: Readonly<Record<string, Write>> = {
  tsv: (cells) => cells.join('\t'),
  markdown: (cells) => `| ${cells.join(' | ')} |`,
  cells: (cells) => `${cells.map((cell) => `\t${cell}`).join('\n')}\n`,
  aligned: (cells) => cells.join('   '),
};

/** Ways to print the three blocks, by what they are called. */
const WAYS: Readonly<Record<string, (write: Write, blocks: readonly Block[]) => string[]>> = {
  'a header each': (write, blocks) => blocks.flatMap(([name, values]) => [name, write(OUTCOMES), write(values), '']),
  'a Markdown heading each': (write, blocks) =>
    blocks.flatMap(([name, values]) => [`### ${name}`, '', write(OUTCOMES), write(values), '']),
  'a numbered heading each': (write, blocks) =>
    blocks.flatMap(([name, values], i) => [`（${'一二三'[i]}）${name}`, write(OUTCOMES), write(values)]),
  'one header': (write, blocks) => [write(OUTCOMES), ...blocks.flatMap(([name, values]) => [name, write(values)])],
  'the group’s name first': (write, blocks) => [
    write(['', ...OUTCOMES]),
    ...blocks.map(([name, values]) => write([name, ...values])),
  ],
};

const report = (lines: readonly string[]): string =>
  [
    '青禾县水务局2023年政府信息公开工作年度报告',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    ...lines,
    '五、存在的主要问题及改进情况',
    '本单位公开的渠道不多。',
  ].join('\n');

const reviewIn = (text: string) => readDocument(text).segments[0]!.report.tables.find(({ id }) => id === 'review')!;
const valuesIn = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    reviewIn(text).rows.map(({ form, cells }) => [
      form.id,
      cells.map(({ span }) => text.slice(span.start, span.end)).join(' '),
    ]),
  );
const RIGHT = {
  reconsideration: '1 0 2 0 3',
  'litigation-direct': '2 0 0 1 3',
  'litigation-after-reconsideration': '0 4 0 0 4',
};

describe.each(Object.entries(LAYOUTS))('table four in blocks below each other, in the layout %s', (_, write) => {
  it.each(Object.entries(WAYS))('with %s', (_way, print) => {
    expect(valuesIn(report(print(write, BLOCKS)))).toEqual(RIGHT);
  });

  it('in another order', () => {
    const [first, second, third] = BLOCKS;
    expect(valuesIn(report(WAYS['a header each']!(write, [third, first, second])))).toEqual(RIGHT);
  });

  it('tells a wrong total, a row that is too short, and a block that is not there', () => {
    const [first, second, third] = BLOCKS;
    const wrong: readonly Block[] = [[first[0], [1, 0, 2, 0, 4]], second];
    const found = findingsIn(report(WAYS['a header each']!(write, wrong))).map(({ rule }) => rule);
    expect(found).toContain('review-total-mismatch');
    expect(found).toContain('missing-row');
    const short: readonly Block[] = [first, [second[0], [2, 0, 3]], third];
    const text = report(WAYS['a header each']!(write, short));
    const [row] = findingsIn(text).filter(({ rule }) => rule === 'row-width');
    expect(text.slice(row!.start, row!.end)).toContain('未经复议直接起诉');
  });
});
