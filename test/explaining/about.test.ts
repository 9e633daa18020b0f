import { describe, expect, it } from 'vitest';
import { contextOf, DEFAULT_SETTINGS, editionById, readDocument, rowsOf, tableOf } from '../../server/src/core/index';
import { summarise } from '../../server/src/core/collection/summary';
import { aboutBlock, aboutCell, aboutRow, aboutSection, cellsAddedUp } from '../../server/src/core/explaining/about';
import { aboutImported } from '../../server/src/core/explaining/imported';
import { formulaOf, relationsOf } from '../../server/src/core/explaining/relations';
import { buildReport, type Values } from '../support/report-builder';
import { readOne } from '../support/findings';

const build = (values: Values, year = 2023): string => buildReport({ edition: '2021', year, values });
const LAST = summarise(readDocument(build({ new: [9, 0, 0, 0, 0, 0, 9] }, 2022)).segments[0]!)!;

function about(
  values: Values,
  row: string,
  column: string,
  language: 'zh' | 'en' = 'zh',
  table: 'requests' | 'review' = 'requests',
  isCompared = false,
): readonly string[] {
  const report = readOne(build(values));
  const own = tableOf(report, table)!;
  const at = own.rows.find(({ form }) => form.id === row)!;
  const cell = at.cells.find((one) => one.column.id === column)!;
  const lastYear = isCompared ? { file: '2022.txt', summary: LAST } : undefined;
  return aboutCell(contextOf(report, DEFAULT_SETTINGS, { lastYear }), { table: own, row: at, cell }).map(
    (words) => words[language],
  );
}

const PARTS = '自然人 + 商业企业 + 科研机构 + 社会公益组织 + 法律服务机构 + 其他';
const NEW = [3, 1, 0, 0, 0, 0, 4];
const HELD: Values = { new: NEW, granted: NEW, 'results-total': NEW };

describe('what is said about a cell', () => {
  it('is its place, then each relation written out with what it goes by, those first whose total it is', () => {
    const [place, own, balance, ...more] = about(HELD, 'new', 'total');
    expect(place).toMatch(/^\*\*.+ › 一、本年新收 › 总计\*\*$/);
    expect(own).toBe(`总计 = ${PARTS} = 3 + 1 + 0 + 0 + 0 + 0 = 4 ✓\n\n依据：总计为自然人与法人或其他组织各列之和`);
    expect(balance).toMatch(/^「总计」：一、本年新收 \+ 二、上年结转 = 4 \+ 0 = 4; /);
    expect(balance).toMatch(/ ✓\n\n依据：/);
    expect(more).toEqual([]);
  });

  it('marks a relation that does not hold', () => {
    const [, own] = about({ ...HELD, new: [3, 1, 0, 0, 0, 0, 5] }, 'new', 'total');
    expect(own).toContain(' = 3 + 1 + 0 + 0 + 0 + 0 = 4 ✗');
  });

  it('names the line of a relation in which it is a part', () => {
    const [, row, column] = about(HELD, 'granted', 'natural-person');
    expect(row).toContain(`「（一）予以公开」：总计 = ${PARTS} = 3 + 1 + 0 + 0 + 0 + 0 = 4 ✓`);
    expect(column).toMatch(/^「自然人」：/);
    const [, inEnglish] = about(HELD, 'granted', 'natural-person', 'en');
    expect(inEnglish).toMatch(/^“[^”]+”: total = .* ✓\n\nBasis: /);
  });

  it.each([
    ['', '空白，按 0 计。', 'Blank, counts as 0.'],
    ['-', '横线，按 0 计。', 'Dash, counts as 0.'],
    ['3?', '不是数字，有关合计未核对。', 'Not a number; sums using it were not checked.'],
  ])('says what “%s” counts for', (value, zh, en) => {
    const values = { 'not-processed.1': [0, value, 0, 0, 0, 0, 0] };
    expect(about(values, 'not-processed.1', columnAt(1))[1]).toBe(zh);
    expect(about(values, 'not-processed.1', columnAt(1), 'en')[1]).toBe(en);
  });

  it('says what a blank total stands for', () => {
    expect(about({ ...HELD, new: [3, 1, 0, 0, 0, 0, ''] }, 'new', 'total')[1]).toBe('空白，按 4 计。');
  });

  it.each([
    [[9, 1, 0, 0, 0, 0, 10], '上年同格：9，比上年增加 1', 'Last year: 9, up 1'],
    [[5, 1, 0, 0, 0, 0, 6], '上年同格：9，比上年减少 3', 'Last year: 9, down 3'],
    [[8, 1, 0, 0, 0, 0, 9], '上年同格：9，与上年相同', 'Last year: 9, the same'],
  ])('compares it with last year’s: %s', (values, zh, en) => {
    expect(about({ new: values }, 'new', 'total', 'zh', 'requests', true).at(-1)).toBe(zh);
    expect(about({ new: values }, 'new', 'total', 'en', 'requests', true).at(-1)).toBe(en);
    expect(about({ new: values }, 'new', 'total').at(-1)).not.toContain('上年同格');
  });

  it('compares nothing that is no number', () => {
    expect(about({ new: [3, 1, 0, 0, 0, 0, '4?'] }, 'new', 'total', 'zh', 'requests', true)).toHaveLength(2);
  });
});

const columnAt = (place: number): string => tableOf(readOne(build({})), 'requests')!.rows[0]!.columns[place]!.id;

describe('a relation written out', () => {
  const written = (values: Values, row: string, place: number, table: 'requests' | 'review' = 'requests') => {
    const report = readOne(build(values));
    const { sums } = contextOf(report, DEFAULT_SETTINGS);
    const cell = tableOf(report, table)!.rows.find(({ form }) => form.id === row)!.cells[place]!;
    return relationsOf(sums, cell).map((identity) => formulaOf(identity, sums.amounts, 'zh'));
  };

  it('has all parts where they are few', () => {
    expect(written({ reconsideration: [1, 0, 2, 0, 3] }, 'reconsideration', 4, 'review')).toEqual([
      '总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 1 + 0 + 2 + 0 = 3 ✓',
    ]);
  });

  it('has the parts that are not 0 where they are many, and two names where all are 0', () => {
    const [column] = written(
      { granted: [2, 0, 0, 0, 0, 0, 2], 'results-total': [2, 0, 0, 0, 0, 0, 2] },
      'results-total',
      0,
    );
    expect(column).toMatch(/^（七）总计 = （一）予以公开 \+ … = 2 ✓$/);
    const [none] = written({}, 'results-total', 0);
    expect(none).toMatch(/^（七）总计 = （一）予以公开 \+ （二）部分公开[^+]* \+ … = 0 ✓$/);
  });

  it('has both sides of a balance', () => {
    const relations = written({ new: [2, 0, 0, 0, 0, 0, 2], 'carried-in': [1, 0, 0, 0, 0, 0, 1] }, 'carried-out', 0);
    expect(relations.find((one) => one.includes(';'))).toBe(
      '一、本年新收 + 二、上年结转 = 2 + 1 = 3; （七）总计 + 四、结转下年度 = 0 + 0 = 0 ✗',
    );
  });
});

describe('what is said about the form', () => {
  const edition = editionById('2021');
  const { requests, disclosure } = edition.tables;

  it('names a row with its columns', () => {
    const [row] = rowsOf(requests);
    expect(aboutRow(requests, row!).map(({ zh }) => zh)).toEqual([
      `**${requests.name.zh} › ${row!.label}**`,
      '自然人 · 商业企业 · 科研机构 · 社会公益组织 · 法律服务机构 · 其他 · 总计',
    ]);
    expect(aboutRow(requests, row!)[1]!.en).toMatch(/^[\x20-\x7e]+( · [\x20-\x7e]+){6}$/);
  });

  it('names a block with the rows under it, where the form gives it an item', () => {
    const block = disclosure.blocks.find(({ about: words }) => words !== undefined)!;
    const [item, , rows] = aboutBlock(disclosure, block);
    expect(item).toEqual({ zh: `**条例${block.item}**`, en: `**Article 20, ${block.item}**` });
    expect(rows!.zh).toBe(`${disclosure.name.zh}中的行：${block.rows.map(({ name }) => name.zh).join('、')}`);
    expect(rows!.en).toBe(`Rows of the table: ${block.rows.map(({ name }) => name.en).join(', ')}`);
    const other = requests.blocks.find(({ about: words }) => words === undefined)!;
    expect(aboutBlock(requests, other)).toEqual([]);
  });

  it('names a section and where its form is written down', () => {
    const [section] = edition.sections;
    expect(aboutSection(section!, edition).map(({ zh }) => zh)).toEqual([
      `**${section!.title}**`,
      section!.contents.zh,
      `格式：${edition.source}`,
    ]);
  });
});

it('adds up the cells that prose is compared with', () => {
  const report = readOne(build({ new: NEW, 'carried-in': [1, 0, 0, 0, 0, 0, 1] }));
  const [first, second] = tableOf(report, 'requests')!.rows;
  const cells = [first!, second!].map((row) => ({ row, cell: row.cells.at(-1)! }));
  const { sums } = contextOf(report, DEFAULT_SETTINGS);
  expect(cellsAddedUp(cells, sums).zh).toBe('一、本年新收·总计 + 二、上年结转·总计 = 5');
  expect(cellsAddedUp(cells, sums).en).toMatch(/^[^+]+·total \+ [^+]+·total = 5$/);
});

describe('what is said about a report made of another program’s file', () => {
  const said = (text: string, refused: readonly unknown[] = []) =>
    aboutImported({ text, refused } as never).map(({ zh }) => zh);

  it('is nothing where it was read whole', () => {
    expect(said(build({}))).toEqual([]);
  });

  it('names tables that could not be written in the layout that was asked for', () => {
    const refused = [{ table: { zh: '表三', en: 'table 3' }, reason: { zh: '有合并的格', en: 'merged cells' } }];
    expect(said(build({}), refused)).toEqual(['“表三”以制表符分列：有合并的格']);
    expect(aboutImported({ text: build({}), refused } as never)[0]!.en).toBe(
      '“table 3” is tab-separated: merged cells',
    );
  });

  it('tells why nothing is judged, and that there are no tables', () => {
    expect(said('会议纪要\n\n今天下雨。\n')).toEqual(['未识别为年度报告：六个部分不足两个，也没有格式中的表格']);
    const prose = build({})
      .split('\n')
      .filter((line) => !line.includes('\t'))
      .join('\n');
    expect(said(prose)).toEqual(['没有找到年报的表格']);
  });
});
