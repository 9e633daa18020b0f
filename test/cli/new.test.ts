import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../server/src/core/index';
import { nianbao, temporaryFolder } from '../support/command-line';
import { buildReport } from '../support/report-builder';

const { at, write } = temporaryFolder();
const reportIn = (name: string) => readDocument(readFileSync(at(name), 'utf8')).segments[0]!.report;
const carriedIn = (name: string) =>
  reportIn(name)
    .tables.flatMap(({ rows }) => rows)
    .find(({ form }) => form.id === 'carried-in')!
    .cells.map(({ value }) => (value.kind === 'number' ? value.amount.digits : value.kind));

describe('new', () => {
  it('writes a report on the edition of its year', async () => {
    expect(await nianbao('new', '--body', '青禾县水务局', '--year', '2020', '--out', 'new/a.txt')).toEqual({
      status: 0,
      out: '',
      err: '',
    });
    const { body, year, edition, layout } = reportIn('new/a.txt');
    expect([body?.text, year?.value, edition.id, layout]).toEqual(['青禾县水务局', 2020, '2019', 'cells']);
  });

  it('goes on from last year’s report: body, next year, layout, what was carried over', async () => {
    const carried = [2, 0, 0, 0, 0, 1, 3];
    write('last.txt', buildReport({ edition: '2021', year: 2023, layout: 'tsv', values: { 'carried-out': carried } }));
    expect((await nianbao('new', '--from', 'last.txt', '--out', 'a.txt')).status).toBe(0);
    const { year, layout } = reportIn('a.txt');
    expect([year?.value, layout, carriedIn('a.txt')]).toEqual([2024, 'tsv', carried]);
    await nianbao('new', '--from', 'last.txt', '--layout', 'markdown', '--out', 'b.txt');
    expect([reportIn('b.txt').layout, carriedIn('b.txt')]).toEqual(['markdown', carried]);
  });

  it('gives it in a folder the name that such a report has', async () => {
    write('年报/说明.txt', '');
    expect((await nianbao('new', '--body', '青禾县水务局', '--year', '2024', '--out', '年报')).status).toBe(0);
    expect(reportIn('年报/青禾县水务局2024年政府信息公开工作年度报告.txt').year?.value).toBe(2024);
  });

  it('leaves a file alone that is there, unless told otherwise', async () => {
    write('a.txt', '原有');
    const args = ['new', '--body', '甲局', '--year', '2024', '--out', 'a.txt'];
    expect((await nianbao(...args)).status).toBe(2);
    expect(readFileSync(at('a.txt'), 'utf8')).toBe('原有');
    expect((await nianbao(...args, '--force')).status).toBe(0);
    expect(reportIn('a.txt').year?.value).toBe(2024);
  });

  it.each([
    [['--body', '甲局']],
    [['--body', '甲局', '--year', '1999']],
    [['--body', '甲局', '--year', '24']],
    [['--from', 'none.txt']],
    [['--from', 'empty.txt']],
    [['--from', 'empty.txt', '--year', '2024']],
    [['--body', '甲局', '--year', '2024', '--layout', 'aligned']],
  ])('says in a line what is wrong with %j, and writes nothing', async (options) => {
    write('empty.txt', '');
    const { status, err } = await nianbao('new', ...options, '--out', 'a.txt');
    expect([status, err.trim().split('\n').length, existsSync(at('a.txt'))]).toEqual([2, 1, false]);
  });
});
