import { describe, expect, it } from 'vitest';
import {
  arrivalLines,
  bodiesInBlocks,
  bodiesInText,
  lapsedEntries,
  lapsedLine,
  type Ignore,
  type ReportOfEntries,
} from '../../server/src/core/index';

describe('a list of bodies', () => {
  const [a, b] = ['青禾县水务局', '青禾县民政局'];

  it('is one a line, with or without a header, blanks and notes left out', () => {
    expect(bodiesInText(`${a}\n${b}`)).toEqual([a, b]);
    expect(bodiesInText(`\ufeff机关名称\r\n ${a} \r${b}\r\n\r\n# 以下不报\r\n`)).toEqual([a, b]);
    expect(bodiesInText('')).toEqual([]);
    expect(bodiesInText(`${a}\n\ufeff${b}`)).toEqual([a, b]);
  });

  it.each(['单位', '部门全称', '报送单位', '机构名称', '名称', ' 全称 '])(
    'is the column that is headed “%s”',
    (header) => {
      expect(bodiesInText(`序号,备注,${header}\n1,按时,${a}\n2,,${b}\n3,空,\n`)).toEqual([a, b]);
    },
  );

  it('is the first column with words where none is headed', () => {
    expect(bodiesInText(`1\t${a}\t按时\n2\t${b}\t\n`)).toEqual([a, b]);
    expect(bodiesInText(`1,"${a}"\n2, "${b}" `)).toEqual([a, b]);
  });

  it('has no body that is numbers alone, and none above its header', () => {
    expect(bodiesInText(`青禾县各单位报送表\n单位,人数\n${a},12\n3,4\n`)).toEqual([a]);
  });

  it('is in a file of another program the first table whose header names them', () => {
    const grid = (rows: readonly (readonly string[])[]) => ({ kind: 'grid' as const, rows });
    const paragraph = (text: string) => ({ kind: 'paragraph' as const, text });
    const other = grid([['日期'], ['三月']]);
    const named = grid([
      ['序号', '单位名称'],
      ['1', a],
      ['2', b],
    ]);
    expect(bodiesInBlocks([paragraph('名单'), other, named] as never)).toEqual([a, b]);
    expect(bodiesInBlocks([paragraph('名单'), grid([['1', a]]), other] as never)).toEqual([a]);
    expect(bodiesInBlocks([paragraph(a), paragraph(b)] as never)).toEqual([a, b]);
  });
});

describe('who has handed in', () => {
  const NONE = { year: 2023, missing: [], doubled: [], renamed: [], unexpected: [], listedTwice: [] };

  it('is nothing to tell where all is as the list has it', () => {
    expect(arrivalLines(NONE as never, 'zh-CN')).toEqual([]);
  });

  it('is a line for each kind of thing that is not', () => {
    const arrivals = {
      year: 2023,
      missing: ['甲局', '乙局'],
      doubled: [{ body: '丙局', files: ['a.txt', 'b.txt'] }],
      renamed: [{ body: '丁局', as: '丁委', file: 'c.txt' }],
      unexpected: [{ body: '戊局', file: 'd.txt' }],
      listedTwice: ['己局'],
    };
    expect(arrivalLines(arrivals as never, 'zh-CN')).toEqual([
      '2023 年缺少年报 (2)：甲局、乙局',
      '2023 年不止一份 (1)：丙局 [a.txt | b.txt]',
      '2023 年以另一名称报送 (1)：丁局 = 丁委 [c.txt]',
      '2023 年不在名单中 (1)：戊局 [d.txt]',
      '2023 年名单中写了不止一次 (1)：己局',
    ]);
    expect(arrivalLines({ ...arrivals, doubled: [], renamed: [], unexpected: [] } as never, 'en')).toEqual([
      '2023 no report (2): 甲局, 乙局',
      '2023 on the list more than once (1): 己局',
    ]);
  });
});

describe('entries that set nothing aside any more', () => {
  const entry: Ignore = {
    rule: 'row-total-mismatch',
    body: '青禾县水务局',
    year: 2023,
    row: 'new',
    column: 'total',
    reason: '与台账一致',
  };
  const report = (
    entries: Partial<ReportOfEntries['entries']> = {},
    more: Partial<ReportOfEntries> = {},
  ): ReportOfEntries => ({
    body: '青禾县水务局',
    year: 2023,
    entries: { standing: [], changed: [], ...entries },
    ...more,
  });
  const why = (ignore: Ignore, reports: readonly ReportOfEntries[], isWhole = true) =>
    lapsedEntries([ignore], reports, isWhole).map((lapsed) => lapsed.why);

  it('are those that are found with other values, or of which nothing is found', () => {
    expect(why(entry, [report()])).toEqual(['gone']);
    expect(why(entry, [report({ changed: [{ ...entry }] })])).toEqual(['changed']);
  });

  it('are none that stand in any report', () => {
    expect(why(entry, [report({ standing: [{ ...entry }] })])).toEqual([]);
    const everywhere: Ignore = { rule: 'dash-for-zero', reason: '惯例' };
    expect(why(everywhere, [report({ changed: [everywhere] }), report({ standing: [everywhere] })])).toEqual([]);
  });

  it('are none about reports that were not looked at', () => {
    expect(why(entry, [])).toEqual([]);
    expect(why(entry, [report({}, { year: 2022 })])).toEqual([]);
    expect(why(entry, [report({}, { body: '青禾县民政局' })])).toEqual([]);
    expect(why(entry, [report({}, { body: undefined })])).toEqual([]);
    const anyYear: Ignore = { rule: entry.rule, body: entry.body!, reason: entry.reason };
    expect(why(anyYear, [report({}, { year: 2020 })])).toEqual(['gone']);
  });

  it('are only those that name body and year as long as not all reports were looked at', () => {
    const anyBody: Ignore = { rule: entry.rule, year: 2023, reason: entry.reason };
    expect(why(entry, [report()], false)).toEqual(['gone']);
    expect(why(anyBody, [report()], false)).toEqual([]);
    expect(why(anyBody, [report({ changed: [anyBody] })], false)).toEqual([]);
    expect(why(anyBody, [report()])).toEqual(['gone']);
  });

  it('are told in a line', () => {
    const about = '青禾县水务局 · 2023 · ';
    expect(
      lapsedLine({ ignore: { ...entry, by: '李明', date: '2024-01-20', kind: 'confirmed' }, why: 'changed' }, 'zh-CN'),
    ).toMatch(new RegExp(`^经核实无误，已失效：数值已变：${about}.+ · new · total（与台账一致，李明，2024-01-20）$`));
    expect(lapsedLine({ ignore: { rule: 'dash-for-zero', reason: '惯例' }, why: 'gone' }, 'en')).toMatch(
      /^does not apply, lapsed: nothing is found there any more: [\x20-\x7e]+ \(惯例\)$/,
    );
  });
});
