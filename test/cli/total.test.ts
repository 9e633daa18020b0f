import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument, valuesOf, format } from '../../server/src/core/index';
import { nianbao, temporaryFolder } from '../support/command-line';
import { buildReport, type ReportPlan } from '../support/report-builder';

const { at, write } = temporaryFolder();
const row = (value: number): readonly number[] => [value, 0, 0, 0, 0, 0, value];
const nameOf = (body: string, year = 2023): string => `部门/${body}${year}年政府信息公开工作年度报告.txt`;
const report = (body: string, values: ReportPlan['values'] = {}, plan: Partial<ReportPlan> = {}): string => {
  const text = buildReport({ edition: '2021', year: 2023, body, values, ...plan });
  return write(nameOf(body, plan.year), text);
};
const valueIn = (file: string, key: string): string =>
  format(valuesOf(readDocument(readFileSync(at(file), 'utf8')).segments[0]!.report).get(key)!);
const lines = (text: string): readonly string[] => text.trim().split('\n');

describe('total', () => {
  it('writes one report out of many, and says how many it counts', async () => {
    report('青禾县水务局', { licensing: [3], fees: [0.1], new: row(2), granted: row(2), 'results-total': row(2) });
    report('青禾县司法局', { licensing: [4], fees: [0.2] }, { layout: 'markdown' });
    const run = await nianbao(
      'total',
      '--body',
      '青禾县人民政府',
      '--layout',
      'markdown',
      '--out',
      'new/sum.txt',
      '部门',
    );
    expect(run).toEqual({ status: 0, out: '', err: 'nianbao: 2023 年：计入 2 份，未计入 0 份\n' });
    expect(valueIn('new/sum.txt', 'disclosure/licensing/decisions')).toBe('7');
    expect(valueIn('new/sum.txt', 'disclosure/fees/fee-amount')).toBe('0.3');
    expect(readFileSync(at('new/sum.txt'), 'utf8')).toMatch(/^青禾县人民政府2023年.*\n[^]*\| 行政许可 \|/);
    expect((await nianbao('total', '--check', 'new/sum.txt', '部门')).status).toBe(0);
  });

  it('leaves out what has an error, is there twice, is of another year or is its own, each in a line', async () => {
    report('青禾县水务局', { licensing: [3] });
    report('青禾县民政局', { new: [1, 0, 0, 0, 0, 0, 2] });
    report('青禾县水务局', { licensing: [9] }, { year: 2022 });
    write(
      '部门/又一份.txt',
      buildReport({ edition: '2021', year: 2023, body: '青禾县水务局', values: { licensing: [4] } }),
    );
    write('部门/说明.txt', '请各单位按时报送。\n');
    const { status, err } = await nianbao('total', '--body', '青禾县人民政府', '--out', '部门/sum.txt', '部门');
    expect(status).toBe(0);
    expect(lines(err).map((line) => line.replace(/^nianbao: 部门\//, ''))).toEqual(
      [
        '说明.txt: 未计入：没有认出年报',
        expect.stringMatching(
          /^青禾县水务局2023.*: 未计入：「青禾县水务局」已有 部门\/又一份.txt，两份数字不同，请核对$/,
        ),
        expect.stringMatching(/^青禾县民政局2023.*: 未计入：有 \d 处错误，首处在第 \d+ 行：.*总计应为 1/),
        'nianbao: 2022 年的报告 1 份，未计入',
        'nianbao: 2023 年：计入 1 份，未计入 4 份',
      ].map((line) => line),
    );
    expect(valueIn('部门/sum.txt', 'disclosure/licensing/decisions')).toBe('4');
    // The total that was written among its parts is none of them.
    const again = await nianbao('total', '--body', '青禾县人民政府', '--force', '--out', '部门/sum.txt', '部门');
    expect(again.err).toBe(err);
  });

  it('gives, as a workbook, a sheet with a row a body, which is none of the report', async () => {
    report('青禾县水务局', { licensing: [3] });
    report('青禾县司法局', { licensing: [4] });
    await nianbao('total', '--out', 'sum.xlsx', '部门');
    expect((await nianbao('import', '--out', 'in', 'sum.xlsx')).status).toBe(0);
    expect(valueIn('in/sum.txt', 'disclosure/licensing/decisions')).toBe('7');
    expect(readFileSync(at('in/sum.txt'), 'utf8')).not.toContain('青禾县水务局');
  });

  it.each([
    [['部门']],
    [['--out', 'sum.txt', '空']],
    [['--out', 'sum.txt', '--year', '1999', '部门']],
    [['--out', 'sum.txt', '--layout', 'bars', '部门']],
    [['--check', 'none.txt', '部门']],
  ])('says in a line what is wrong with %j, and writes nothing', async (options) => {
    report('青禾县水务局');
    write('空/说明.txt', '');
    const { status, err } = await nianbao('total', ...options);
    expect([status, lines(err).length <= 3, existsSync(at('sum.txt'))]).toEqual([2, true, false]);
  });

  it('leaves a file alone that is there, unless told otherwise', async () => {
    report('青禾县水务局');
    write('sum.txt', '原有');
    expect((await nianbao('total', '--out', 'sum.txt', '部门')).status).toBe(2);
    expect(readFileSync(at('sum.txt'), 'utf8')).toBe('原有');
  });
});

describe('total --check', () => {
  it('names the cells that differ at their places, and the body behind them; as JSON too', async () => {
    report('青禾县水务局', { licensing: [3] });
    report('青禾县司法局', { licensing: [4] });
    await nianbao('total', '--body', '青禾县人民政府', '--layout', 'tsv', '--out', 'sum.txt', '部门');
    writeFileSync(at('sum.txt'), readFileSync(at('sum.txt'), 'utf8').replace('行政许可\t7', '行政许可\t3'));
    const { status, out } = await nianbao('total', '--check', 'sum.txt', '部门');
    expect([status, out]).toEqual([
      1,
      expect.stringMatching(
        /^sum\.txt:\d+:6: 「行政许可·本年处理决定数量」汇总为 3，各机关之和为 7，少 4；与「青禾县司法局」的数相同，可能漏加\n$/,
      ),
    ]);
    const { cells } = JSON.parse((await nianbao('total', '--check', 'sum.txt', '--format', 'json', '部门')).out) as {
      cells: readonly object[];
    };
    expect(cells).toMatchObject([
      {
        table: 'disclosure',
        row: 'licensing',
        stated: '3',
        sum: '7',
        explained: [{ body: '青禾县司法局', how: 'omitted' }],
      },
    ]);
  });
});

describe('compare', () => {
  it('tells cells and sentences in text, and as JSON', async () => {
    const plan = { edition: '2021', body: '青禾县水务局' } as const;
    write('a.txt', buildReport({ ...plan, year: 2022, values: { licensing: [5] } }));
    write(
      'b.txt',
      buildReport({ ...plan, year: 2023, values: { licensing: [50] } }).replace('解读材料发布较慢', '解读材料偏少'),
    );
    const { out, status } = await nianbao('compare', 'a.txt', 'b.txt');
    expect([status, out]).toEqual([
      0,
      expect.stringMatching(
        /^「行政许可·本年处理决定数量」: 5 → 50　相差悬殊\n- 第五部分: .*发布较慢\n\+ 第五部分: .*偏少\n1 格不同，1 句不同；/,
      ),
    ]);
    expect(JSON.parse((await nianbao('compare', '--format', 'json', 'a.txt', 'b.txt')).out)).toMatchObject({
      cells: [{ table: 'disclosure', row: 'licensing', column: 'decisions', before: 5, after: 50, jump: true }],
      sentences: [{ section: 5 }],
    });
    const same = JSON.parse((await nianbao('compare', '--format', 'json', 'a.txt', 'a.txt')).out) as object;
    expect(same).toEqual({ version: 1, cells: [], sentences: [], repeatedProse: 1 });
  });

  it('takes two files of one report each', async () => {
    write('a.txt', buildReport({ edition: '2021' }));
    write('两份.txt', `${buildReport({ edition: '2021' })}\n${buildReport({ edition: '2021', year: 2023 })}`);
    write('空.txt', '');
    for (const other of ['两份.txt', '空.txt', 'none.txt'])
      expect(await nianbao('compare', 'a.txt', other)).toMatchObject({ status: 2, out: '' });
    expect((await nianbao('compare', '--factor', '1', 'a.txt', 'a.txt')).status).toBe(2);
  });
});
