import { describe, expect, it } from 'vitest';
import { EDITIONS } from '../../server/src/core/index';
import { headingMatcher } from '../../server/src/core/reading/heading-line';
import { findSections } from '../../server/src/core/reading/headings';
import { Lines } from '../../server/src/core/text/lines';

const sections = (text: string) => findSections(text, Lines.of(text), EDITIONS[0]!.sections.map(headingMatcher));
/** Number, wording and printed heading of each section. */
const read = (text: string): readonly string[] =>
  sections(text).map(
    ({ number, wording, heading }) => `${number} ${wording} ${text.slice(heading.start, heading.end)}`,
  );

describe('a section heading', () => {
  it.each([
    ['一、总体情况', '1 official 一、总体情况'],
    ['　　一、总体情况  ', '1 official 一、总体情况'],
    ['## 一、总体情况', '1 official 一、总体情况'],
    ['**三、收到和处理政府信息公开申请情况**', '3 official 三、收到和处理政府信息公开申请情况'],
    ['⼀、总体情况', '1 official ⼀、总体情况'],
    ['一、總體情況', '1 official 一、總體情況'],
    ['一. 总 体 情 况', '1 official 一. 总 体 情 况'],
    ['第一部分 总体情况', '1 official 第一部分 总体情况'],
    ['5、 存在的主要问题及改进情况', '5 official 5、 存在的主要问题及改进情况'],
    ['收到和处理政府信息公开申请情况', '3 official 收到和处理政府信息公开申请情况'],
    [
      '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '4 accepted 四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
    ],
    ['五、存在的问题及整改措施', '5 altered 五、存在的问题及整改措施'],
    ['一、总体情况。本年度一切如常。', '1 official 一、总体情况'],
    ['一、总体情况：全年一切如常', '1 official 一、总体情况'],
    ['一、总体情况　全年一切如常，没有变化。', '1 official 一、总体情况'],
    ['六、其他需要报告的事项 无。', '6 official 六、其他需要报告的事项'],
    ['六、其他需要报告的事项本单位没有收取信息处理费。', '6 official 六、其他需要报告的事项'],
    ['五、存在的主要问题及改进情况存在的问题：一是形式单一', '5 official 五、存在的主要问题及改进情况'],
    ['二、主动公开政府信息情况第二十条第（一）项', '2 official 二、主动公开政府信息情况'],
    ['【一、总体情况】', '1 official 一、总体情况'],
    ['【一、总体情况】全年一切如常', '1 official 一、总体情况'],
    ['**【五、存在的主要问题及改进情况】**', '5 official 五、存在的主要问题及改进情况'],
  ])('is seen: %s', (line, expected) => {
    expect(read(`${line}\n正文。\n`)).toEqual([expected]);
  });

  it.each([
    '一、本年新收政府信息公开申请数量',
    '二、上年结转政府信息公开申请数量',
    '## 三、本年度办理结果',
    '四、结转下年度继续办理',
    '（一）主动公开情况',
    '一、会议纪要',
    '\t一、总体情况\t1',
    '一、总体情况 | 1 | 2 |',
    '总体情况如下。',
    '一是总体情况良好，二是申请情况正常。',
    '1.5 总体情况',
  ])('is not seen in %j', (line) => {
    expect(read(`${line}\n正文。\n`)).toEqual([]);
  });

  it.each([
    ['四、政府信息公开行政复议、\n行政诉讼情况', '4 official'],
    ['三、收到和处理政府信息公开\r\n　　申请情况', '3 official'],
    ['五、存在的\n主要问题及改进情况', '5 official'],
    ['四、政\n府信息公开行政复议、行政诉讼情况', '4 official'],
    ['四、政  \n府信息公开行政复议、行政诉讼情况', '4 official'],
    ['**四、因政府信息公开工作被申请行政复议、**\n**提起行政诉讼情况**', '4 accepted'],
  ])('may break in its midst: %j', (heading, expected) => {
    const [section, ...others] = sections(`${heading}\n正文。\n`);
    expect([section?.number, section?.wording].join(' ')).toBe(expected);
    expect(others).toEqual([]);
  });

  it('has its number and words apart', () => {
    const text = '5、 存在的主要问题及改进情况\n';
    const [{ numeral, words, heading }] = sections(text) as [ReturnType<typeof sections>[0]];
    expect(text.slice(numeral.span.start, numeral.span.end)).toBe('5、');
    expect(numeral).toMatchObject({ value: 5, chinese: false });
    expect(text.slice(words.start, words.end)).toBe('存在的主要问题及改进情况');
    expect(heading.end).toBe(words.end);
  });
});

describe('the sections of a text', () => {
  it('reach from heading to heading', () => {
    const text = '标题\n一、总体情况\n正文。\n六、其他需要报告的事项\n无';
    expect(sections(text).map(({ span }) => text.slice(span.start, span.end))).toEqual([
      '一、总体情况\n正文。\n',
      '六、其他需要报告的事项\n无',
    ]);
  });

  it('keep their printed order and stand as often as they are printed', () => {
    expect(read('六、其他需要报告的事项\n无\n一、总体情况\n正文\n一、总体情况\n正文\n').map((line) => line[0])).toEqual(
      ['6', '1', '1'],
    );
  });

  it.each([
    [
      ['五、问题和不足', '六、其他'],
      ['5 altered 五、问题和不足', '6 altered 六、其他'],
    ],
    [
      ['五、下一步工作打算', '六、其他需要报告的事项'],
      ['5 altered 五、下一步工作打算', '6 official 六、其他需要报告的事项'],
    ],
    // A list, of which each would stand in the place of a section.
    [['一、加强学习', '二、完善制度', '五、严格监督'], []],
    [['六、其他', '五、问题和不足'], []],
    [['四、结转到下年度的申请', '五、另外'], ['5 altered 五、另外']],
    // Section six stands above already.
    [['六、其他需要报告的事项', '五、问题和不足', '六、附件'], ['6 official 六、其他需要报告的事项']],
  ])('are told by number and place where their words do not tell: %j', (lines, expected) => {
    const known = [
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
    ];
    expect(read([...known, ...lines].map((line) => `${line}\n正文。\n`).join('')).slice(4)).toEqual(expected);
  });

  it('may be numbered in brackets throughout', () => {
    const headings = [
      '总体情况',
      '主动公开政府信息情况',
      '收到和处理政府信息公开申请情况',
      '政府信息公开行政复议、行政诉讼情况',
    ];
    const bracketed = headings.map((words, i) => `（${'一二三四'[i]}）${words}`);
    expect(read(bracketed.map((line) => `${line}\n正文。\n`).join(''))).toEqual(
      bracketed.map((line, i) => `${i + 1} official ${line}`),
    );
    // Sub-headings say the same within a section.
    const plain = headings.map((words, i) => `${'一二三四'[i]}、${words}`);
    expect(read([plain[0], ...bracketed, ...plain.slice(1)].map((line) => `${line}\n正文。\n`).join(''))).toEqual(
      plain.map((line, i) => `${i + 1} official ${line}`),
    );
    expect(read(`一、总体情况\n${bracketed[1]}\n正文。\n${bracketed[2]}\n正文。\n`)).toEqual([
      '1 official 一、总体情况',
    ]);
  });

  it('are not those of a table of contents above them', () => {
    const headings = '一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n';
    const text = `${headings}\n${headings.replaceAll('\n', '\n正文。\n')}`;
    expect(sections(text).map(({ heading }) => heading.start >= headings.length)).toEqual([true, true, true]);
  });

  it('take an altered heading only where there is no better one', () => {
    expect(read('五、存在的问题及整改措施\n正文\n五、存在的主要问题及改进情况\n正文\n')).toEqual([
      '5 official 五、存在的主要问题及改进情况',
    ]);
  });

  it('have their sub-headings', () => {
    const text = '一、总体情况\n（一）主动公开\n正文。\n（二）依申请公开。全年如常。\n(三)监督保障：正文\n（2021年）\n';
    expect(sections(text)[0]!.subheadings.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      '（一）主动公开',
      '（二）依申请公开',
      '(三)监督保障',
    ]);
  });
});
