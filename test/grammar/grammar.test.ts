import { readdirSync } from 'node:fs';
import textmate from 'vscode-textmate';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammar, readProjectFile, tokenize, type Token } from './tokenizer';

const TITLE = 'markup.heading.title';
const SECTION = 'markup.heading.section';
const NUMBER = 'markup.heading.section punctuation.definition.heading';
const SUB = 'markup.heading.subsection';
const ITEM = 'markup.bold.item entity.name.section.item';
const COLUMN = 'support.type.column';
const ROW = 'entity.name.tag.row';
const NOTE = 'markup.quote.note';
const VALUE = 'constant.numeric.cell';
const UNIT = 'keyword.other.unit';
const ZERO = 'constant.language.zero';
const DASH = 'constant.language.dash';
const DATE = 'constant.numeric.date';
const COUNT = 'constant.numeric.quantity';
const ARTICLE = 'string.other.link.article';
const NOTICE = 'string.other.link.number';
const LAW = 'string.other.link.title';
const GAP = 'invalid.deprecated.placeholder';
const RULE = 'punctuation.separator.table';
const PAGE = 'meta.page-number';

/** A line as written, then what of it is coloured and how. */
type Line = readonly [line: string, ...tokens: Token[]];

let grammar: textmate.IGrammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

const scopesOf = (line: string): Token[] => tokenize(grammar, [line])[0]!;

const PROSE: Readonly<Record<string, readonly Line[]>> = {
  titles: [
    ['青禾县水务局政府信息公开工作年度报告', ['青禾县水务局政府信息公开工作年度报告', TITLE]],
    [
      '  青禾县水务局2024年政府信息公开工作年度报告',
      ['青禾县水务局', TITLE],
      ['2024年', `${TITLE} ${DATE}`],
      ['政府信息公开工作年度报告', TITLE],
    ],
    ['# 云溪市（含开发区、高新区）政府信息公开年报', ['云溪市（含开发区、高新区）政府信息公开年报', TITLE]],
    [
      '云溪市2023年政府信息公开⼯作年度报告',
      ['云溪市', TITLE],
      ['2023年', `${TITLE} ${DATE}`],
      ['政府信息公开⼯作年度报告', TITLE],
    ],
    ['2024 年云溪市科技局政府信息公开工作', ['2024 年', `${TITLE} ${DATE}`], ['云溪市科技局政府信息公开工作', TITLE]],
    ['年度报告', ['年度报告', TITLE]],
    [
      '××局20××年政府信息公开工作年度报告',
      ['××', `${TITLE} ${GAP}`],
      ['局20', TITLE],
      ['××', `${TITLE} ${GAP}`],
      ['年政府信息公开工作年度报告', TITLE],
    ],
    ['现将本机关政府信息公开工作年度报告'],
    ['本机关编制了政府信息公开工作年度报告，并予公布。'],
  ],
  'section headings': [
    ['一、总体情况', ['一、', NUMBER], ['总体情况', SECTION]],
    ['　　二、主动公开政府信息情况', ['二、', NUMBER], ['主动公开政府信息情况', SECTION]],
    ['\t三、收到和处理政府信息公开申请情况', ['三、', NUMBER], ['收到和处理政府信息公开申请情况', SECTION]],
    ['四、政府信息公开行政复议、行政诉讼情况\t\t\t', ['四、', NUMBER], ['政府信息公开行政复议、行政诉讼情况', SECTION]],
    ['5、存在的主要问题及改进情况', ['5、', NUMBER], ['存在的主要问题及改进情况', SECTION]],
    ['6. 其他需要报告的事项', ['6.', NUMBER], ['其他需要报告的事项', SECTION]],
    ['总体情况', ['总体情况', SECTION]],
    ['## 二、行政机关主动公开政府信息情况', ['二、', NUMBER], ['行政机关主动公开政府信息情况', SECTION]],
    [
      '**四、因政府信息公开工作被申请行政复议、提起行政诉讼情况**',
      ['四、', NUMBER],
      ['因政府信息公开工作被申请行政复议、提起行政诉讼情况', SECTION],
    ],
    ['⼀、总体情况', ['⼀、', NUMBER], ['总体情况', SECTION]],
    ['三、存在问题及下一步工作打算', ['三、', NUMBER], ['存在问题及下一步工作打算', SECTION]],
    ['一、总体情况。本年平稳有序。', ['一、', NUMBER], ['总体情况', SECTION]],
    ['总体情况、主动公开政府信息情况等六个部分组成。'],
  ],
  'sub-headings': [
    ['（一）主动公开', ['（一）主动公开', SUB]],
    ['### （二）依申请公开', ['（二）依申请公开', SUB]],
    ['(三) 守住底线，管好源头', ['(三) 守住底线，管好源头', SUB]],
    ['　　（四）平台建设。全年更新栏目。', ['（四）平台建设', SUB]],
    ['（五）抽查发现，个别栏目更新偏慢。'],
  ],
  'dates, references, counts': [
    ['自2024年1月1日至12月31日，编制2024年度报告', ['2024年1月1日', DATE], ['12月31日', DATE], ['2024年度', DATE]],
    ['发布日期：2025-01-20', ['2025-01-20', DATE]],
    ['二〇二五年一月', ['二〇二五年', DATE]],
    [
      '依据《中华人民共和国政府信息公开条例》第五十条',
      ['《中华人民共和国政府信息公开条例》', LAW],
      ['第五十条', ARTICLE],
    ],
    ['按照国办公开办函〔2021〕30号编制', ['国办公开办函〔2021〕30号', NOTICE]],
    ['（国务院令第711号）', ['国务院令第711号', NOTICE]],
    ['对应第二十条第（五）项所列信息', ['第二十条第（五）项', ARTICLE]],
    ['发布 1200 余条，占 35.5%，浏览3.2万次', ['1200', COUNT], ['35.5', COUNT], ['3.2万', COUNT]],
    ['地址：清渠路8号，邮编：000000'],
  ],
  placeholders: [
    ['20××年，××局收到申请XX件', ['××', GAP], ['××', GAP], ['XX', GAP]],
    ['电话：____，地址：〔填写地址〕', ['____', GAP], ['〔填写地址〕', GAP]],
    ['×年×月', ['×', GAP], ['×', GAP]],
    ['3×4 与 MAXXL 都不是空缺'],
  ],
  'text beside the tables': [['- 4 -', ['- 4 -', PAGE]], ['无'], ['\t年内没有收取费用，也没有其他事项。']],
};

describe.each(Object.entries(PROSE))('%s', (_, lines) => {
  for (const [line, ...tokens] of lines) it(JSON.stringify(line), () => expect(scopesOf(line)).toEqual(tokens));
});

/** What a cell shows, whatever stands beside it. */
const VALUES: readonly Line[] = [
  ['42', ['42', VALUE]],
  ['１２', ['１２', VALUE]],
  ['增27', ['增27', VALUE]],
  ['增加7', ['增加7', VALUE]],
  ['减6922', ['减6922', VALUE]],
  ['+5592', ['+5592', VALUE]],
  ['-241', ['-241', VALUE]],
  ['1,234', ['1,234', VALUE]],
  ['96171.6', ['96171.6', VALUE]],
  ['210万', ['210', VALUE], ['万', UNIT]],
  ['160.5万元', ['160.5', VALUE], ['万元', UNIT]],
  ['8280702元', ['8280702', VALUE], ['元', UNIT]],
  ['5个', ['5', VALUE], ['个', UNIT]],
  ['22（其中修订16件）', ['22', VALUE], ['（其中修订16件）', NOTE]],
  ['0', ['0', ZERO]],
  ['０', ['０', ZERO]],
  ['0.00元', ['0.00', ZERO], ['元', UNIT]],
  ['-', ['-', DASH]],
  ['——', ['——', DASH]],
  ['/', ['/', DASH]],
  ['××', ['××', GAP]],
  ['3O'],
  [''],
];

const LABELS: readonly Line[] = [
  ...['第二十条第（一）项', '第二十条 第(九)项'].map((label): Line => [label, [label, ITEM]]),
  ...[
    ...[
      '信息内容',
      '本年新制作数量',
      '上一年项目数量',
      '本年增/减',
      '采购总金额',
      '现行有效件数',
      '本年收费金额（单位：万元）',
    ],
    ...['申请人情况', '自然人', '⾃然⼈', '法人或其他组织', '社会公益组织', '其他', '总计'],
    ...['行政复议', '未经复议直接起诉', '复议后起诉', '结果维持', '其他结果', '尚未审结'],
  ].map((label): Line => [label, [label, COLUMN]]),
  ...[
    ...['行政规范性文件', '行政许可', '其他对外管理服务事项', '行政事业性收费', '政府集中采购'],
    ...[
      '一、本年新收政府信息公开申请数量',
      '二、上年结转政府信息公开申请数量',
      '三、本年度办理结果',
      '四、结转下年度继续办理',
    ],
    ...[
      '（一）予以公开',
      '(一) 予以公开',
      '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
      '（三）',
      '不予公开',
      '（七）总计',
    ],
    ...['1.属于国家秘密', '3、危及“三安全一稳定”', '3.其他'],
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  ].map((label): Line => [label, [label, ROW]]),
  ['（本列数据的勾稽关系为：第一项加第二项之和）', ['（本列数据的勾稽关系为：第一项加第二项之和）', NOTE]],
];

/** What the layouts below put around the cell under test. */
const NEIGHBOURS: ReadonlySet<string> = new Set(['|', '规章', '7']);

/** The layouts in which reports are kept: the cell under test between two others. */
const LAYOUTS: Readonly<Record<string, (cell: string) => { lines: string[]; tested: number }>> = {
  'one cell a line': (cell) => ({ lines: ['\t规章', `\t${cell}`, '\t7'], tested: 1 }),
  'one padded cell a line': (cell) => ({ lines: ['\t 规章', `\t\u00a0${cell}\u3000`], tested: 1 }),
  'one bare cell a line': (cell) => ({ lines: ['规章', '', cell], tested: 2 }),
  'one cell and a bar a line': (cell) => ({ lines: ['规章 |', `${cell} |`], tested: 1 }),
  'tab-separated rows': (cell) => ({ lines: [`规章\t${cell}\t7`], tested: 0 }),
  'tab-separated rows, first column': (cell) => ({ lines: [`${cell}\t\t7`], tested: 0 }),
  'Markdown rows': (cell) => ({ lines: [`| 规章 | ${cell} | 7 |`], tested: 0 }),
  'rows without outer bars': (cell) => ({ lines: [`规章 | ${cell} |`], tested: 0 }),
};

describe.each(Object.entries(LAYOUTS))('%s', (_, layout) => {
  for (const [cell, ...tokens] of [...VALUES, ...LABELS]) {
    it(JSON.stringify(cell), () => {
      const { lines, tested } = layout(cell);
      const found = tokenize(grammar, lines)[tested]!.filter(([text]) => !NEIGHBOURS.has(text));
      expect(found).toEqual(tokens);
    });
  }
});

describe('row labels in other words are never headings', () => {
  it.each([
    '一、新收政府信息公开申请数',
    '二、上一年度结转申请数量',
    '三、本年度',
    '三、办理结果',
    '四、结转下一年度',
    '（三）不',
    '（六）其他',
    '1．属于国家秘密的',
  ])('%s', (label) => {
    const lines = [label, `\t${label}`, `${label}\t0\t0`, `| ${label} | 0 |`, `${label} |`, `${label} 0 0 0 0 0 0 0`];
    for (const tokens of tokenize(grammar, lines)) {
      expect(tokens.filter(([, scopes]) => scopes.startsWith('markup.heading'))).toEqual([]);
    }
  });
});

describe('rows', () => {
  const lines: readonly Line[] = [
    ['|---|:---:|---:|', ['|---|:---:|---:|', RULE]],
    ['| 无 |', ['|', RULE], ['无', DASH], ['|', RULE]],
    ['\t无', ['无', DASH]],
    ['补充说明\t3', ['补充说明', ROW], ['3', VALUE]],
    ['（一）予以公开 12 0 - 12', ['（一）予以公开', ROW], ['12', VALUE], ['0', ZERO], ['-', DASH], ['12', VALUE]],
    ['政府集中采购 7 86.4万元', ['政府集中采购', ROW], ['7', VALUE], ['86.4', VALUE], ['万元', UNIT]],
    ['3 0 3', ['3', VALUE], ['0', ZERO], ['3', VALUE]],
    ['\t〔填写数量〕', ['〔填写数量〕', GAP]],
  ];
  for (const [line, ...tokens] of lines) it(JSON.stringify(line), () => expect(scopesOf(line)).toEqual(tokens));
});

describe('samples', () => {
  const samples = readdirSync(new URL('../../samples/', import.meta.url)).filter((name) => name.endsWith('.txt'));
  const headings = (name: string, scope: string): string[] => {
    const tokens = tokenize(grammar, readProjectFile(`samples/${name}`).split('\n'));
    return tokens
      .map((line) =>
        line
          .filter(([, scopes]) => scopes.startsWith(scope))
          .map(([text]) => text)
          .join(''),
      )
      .filter((text) => text !== '');
  };

  it.each(samples)('%s: the title, its sections and their sub-parts are the only headings', (name) => {
    expect(headings(name, TITLE)).toEqual([name.replace('.txt', '')]);
    expect(headings(name, SUB)).toEqual([
      '（一）主动公开',
      '（二）依申请公开',
      '（三）政府信息管理',
      '（四）政府信息公开平台建设',
      '（五）监督保障',
    ]);
    const sections = [
      '总体情况',
      '主动公开政府信息情况',
      '收到和处理政府信息公开申请情况',
      '政府信息公开行政复议、行政诉讼情况',
      '存在的主要问题及改进情况',
      '其他需要报告的事项',
    ];
    const found = headings(name, SECTION).map((heading) => heading.replace(/^.、/, ''));
    expect(found).toEqual(sections.slice(0, found.length));
    expect(found.length).toBeGreaterThanOrEqual(5);
  });
});

describe('long lines', () => {
  const fill = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length));
  const runs = [
    '0',
    ' ',
    '　',
    '\t',
    '\t0',
    '\t府',
    '| 1 ',
    '|--',
    '-',
    '府',
    '（一）',
    '信息公开',
    '2024年',
    '《',
    '〔2021',
    '1 ',
    '1,',
    '_',
    '12件',
  ].map((unit) => ['', unit]);
  const padded = [
    '0',
    '12',
    '增',
    '一、',
    '（一）',
    '（本列数据',
    '1.属于',
    '2024',
    '国〔2021〕',
    '规章 1',
    '\t府',
  ].map((start) => [start, '　']);
  // A pattern that tries every split of the run would not end within the runner's patience.
  it.each([...runs, ...padded])('100 000 characters of %j%j are coloured to their end', (start, unit) => {
    const line = `${start}${fill(unit!, 1e5)}。`;
    expect(grammar.tokenizeLine(line, textmate.INITIAL, 0).tokens.at(-1)!.endIndex).toBeGreaterThanOrEqual(line.length);
  });
});
