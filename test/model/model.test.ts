import { describe, expect, it } from 'vitest';
import { editionById, rowsOf, tableOf } from '../../server/src/core/index';
import { gapsAmong } from '../../server/src/core/model/gaps';
import { firstLine, titleOrFirstLine } from '../../server/src/core/model/places';
import { paragraphsOf } from '../../server/src/core/model/paragraphs';
import { isEmpty, missingNumbers, precedingSection, reportsFees } from '../../server/src/core/model/sections';
import { isTorn } from '../../server/src/core/model/torn';
import { cellsOf, numbersOf } from '../../server/src/core/model/values';
import type { Report, Row, Section } from '../../server/src/core/model/report';
import { buildReport, type ReportPlan } from '../support/report-builder';
import { readOne } from '../support/findings';

const build = (plan: Partial<ReportPlan> = {}): Report => readOne(buildReport({ edition: '2021', ...plan }));
const row = (values: number, found = values): Row => ({ cells: Array(values).fill({}), found }) as unknown as Row;
const rows = (...all: readonly Row[]): boolean => isTorn(all);
const section = (number: number, name = ''): Section => ({ number, name }) as unknown as Section;

describe('a table whose labels and values stand apart', () => {
  const [read, bare, other] = [row(7), row(0, 0), row(0, 6)];

  it('has several labels without values, or no row that could be read', () => {
    expect(rows(read, bare, bare)).toBe(true);
    expect(rows(bare)).toBe(true);
    expect(rows(other, other)).toBe(true);
  });

  it('is none where one label lacks its values, or some rows hold too few', () => {
    expect(rows(read, read)).toBe(false);
    expect(rows(read, bare)).toBe(false);
    expect(rows(read, other, other)).toBe(false);
    expect(rows(read, bare, other)).toBe(false);
    expect(rows(read, ...Array<Row>(5).fill(other))).toBe(false);
    expect(rows()).toBe(false);
  });

  it('has many rows with other numbers of values', () => {
    expect(rows(read, ...Array<Row>(6).fill(other))).toBe(true);
  });
});

describe('gaps in a table', () => {
  const form = editionById('2021').tables.requests;
  const all = rowsOf(form).map(({ id }) => id);
  const { rows: printed } = tableOf(build(), 'requests')!;
  const without = (...places: readonly number[]) =>
    gapsAmong(
      form,
      printed.filter((_, i) => !places.includes(i)),
    ).map(({ rows: missing, above }) => [missing.map(({ id }) => id), above?.form.id]);

  it('are the rows that stand together and are not printed, below the row above them', () => {
    expect(without()).toEqual([]);
    expect(without(0)).toEqual([[[all[0]], undefined]]);
    expect(without(2, 3, 6)).toEqual([
      [[all[2], all[3]], all[1]],
      [[all[6]], all[5]],
    ]);
    expect(gapsAmong(form, []).map(({ rows: missing, above }) => [missing.length, above])).toEqual([
      [all.length, undefined],
    ]);
  });

  it('do not show where labels and values stand apart', () => {
    const torn = printed.slice(1).map((one, i) => (i < 2 ? { ...one, cells: [], found: 0 } : one));
    expect(gapsAmong(form, torn)).toEqual([]);
  });
});

describe('sections', () => {
  it('that are missing are told by number, in order', () => {
    expect(missingNumbers([1, 2, 3, 4, 5, 6].map((number) => section(number)))).toEqual([]);
    expect(missingNumbers([section(5), section(2)])).toEqual([1, 3, 4, 6]);
  });

  it('are inserted behind the nearest that belongs before them, the last of it where it stands twice', () => {
    const [two, one, four, again] = [section(2), section(1), section(4), section(2, 'again')];
    expect(precedingSection([two, one, four, again], 3)).toBe(again);
    expect(precedingSection([two, one, four], 3)).toBe(two);
    expect(precedingSection([two, one, four], 2)).toBe(one);
    expect(precedingSection([two, one, four], 6)).toBe(four);
    expect(precedingSection([two, four], 1)).toBeUndefined();
    expect(precedingSection([], 3)).toBeUndefined();
  });

  it.each([
    ['', true],
    ['略', true],
    ['（略）。', true],
    ['（此处略）', true],
    ['\n\n  \n', true],
    ['略有改进。', false],
    ['无。', false],
    ['个别解读材料发布较慢。', false],
    ['略'.padStart(300, ' '), false],
  ])('with “%s” below the heading are empty: %s', (below, empty) => {
    const report = build({ replace: { 'section-5': `五、存在的主要问题及改进情况\n${below}\n` } });
    expect(
      isEmpty(
        report,
        report.sections.find(({ number }) => number === 5)!,
      ),
    ).toBe(empty);
  });

  it.each([
    ['本年度未收取信息处理费。', true],
    ['收费金额为 0 元。', true],
    ['本机关没有其他事项。', false],
  ])('that say “%s” report fees: %s', (below, fees) => {
    const report = build({ replace: { 'section-6': `六、其他需要报告的事项\n\n${below}\n` } });
    expect(
      reportsFees(
        report,
        report.sections.find(({ number }) => number === 6)!,
      ),
    ).toBe(fees);
  });
});

describe('paragraphs of a section', () => {
  const of = (below: string): readonly string[] => {
    const report = build({ replace: { 'section-1': `一、总体情况\n${below}` } });
    const first = report.sections[0]!;
    return paragraphsOf(report, first).map(({ start, end }) => report.text.slice(start, end).trim());
  };

  it('end where a sentence does at the end of a line, or at a blank line', () => {
    expect(of('\n甲事已办。\n乙事\n未办。\n\n丙事\n\n丁事')).toEqual(['甲事已办。', '乙事\n未办。', '丙事', '丁事']);
    expect(of('\n都办了吗？\n办了！\n是')).toEqual(['都办了吗？', '办了！', '是']);
    expect(of('\n甲事已办。乙事\n未办。\n')).toEqual(['甲事已办。乙事\n未办。']);
    expect(of('\n')).toEqual([]);
    const open = readOne(
      buildReport({ edition: '2021', replace: { 'section-6': '六、其他需要报告的事项\n\n甲事已办' } }).trimEnd(),
    );
    const last = open.sections.at(-1)!;
    expect(paragraphsOf(open, last).map(({ start, end }) => open.text.slice(start, end))).toEqual(['甲事已办']);
  });

  it('take words behind the heading', () => {
    const report = build({ replace: { 'section-1': '一、总体情况 甲事已办。\n乙事未办。\n' } });
    expect(
      paragraphsOf(report, report.sections[0]!).map(({ start, end }) => report.text.slice(start, end).trim()),
    ).toEqual(['甲事已办。', '乙事未办。']);
  });

  it('begin with their sub-heading, also over a blank line', () => {
    expect(of('\n全县概况如下\n（一）主动公开\n\n甲事已办。\n\n（二）依申请公开\n乙事未办。\n')).toEqual([
      '全县概况如下',
      '（一）主动公开\n\n甲事已办。',
      '（二）依申请公开\n乙事未办。',
    ]);
  });
});

describe('the place of a finding about the whole report', () => {
  it('is its title, else its first line without the white space around it', () => {
    const report = build();
    expect(titleOrFirstLine(report)).toEqual(report.title!.span);
    const text = '\r\n \u3000 会议纪要 \u3000\r\n今天';
    const other = { text, title: undefined } as unknown as Report;
    expect(titleOrFirstLine(other)).toEqual({ start: 5, end: 9 });
    expect(firstLine({ text: ' \n ' } as Report)).toEqual({ start: 0, end: 0 });
    expect(firstLine({ text: '' } as Report)).toEqual({ start: 0, end: 0 });
  });
});

describe('cells', () => {
  const { tables } = build({ values: { new: [3, '-', '', '3?', 0, -1, 4] } });
  const own = tables.slice(1, 2);

  it('are found by what stands in them, in printed order', () => {
    expect(cellsOf(own, 'dash').map(({ row: { form }, cell }) => [form.id, cell.column.id])).toEqual([
      ['new', own[0]!.rows[0]!.columns[1]!.id],
    ]);
    expect(cellsOf(own, 'blank')).toHaveLength(1);
    expect(cellsOf(own, 'unreadable')).toHaveLength(1);
    expect(cellsOf(tables, 'number').length).toBe(
      tables.flatMap((table) => table.rows.flatMap(({ cells }) => cells)).length - 3,
    );
  });

  it('are found by their number', () => {
    expect(numbersOf(own, ({ digits }) => digits !== 0).map(({ amount }) => amount.digits)).toEqual([3, -1, 4]);
    expect(numbersOf(own, ({ digits }, unit) => digits !== 0 && unit !== 'count')).toEqual([]);
  });
});
