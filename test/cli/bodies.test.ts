import { describe, expect, it } from 'vitest';
import { nianbao, temporaryFolder } from '../support/command-line';
import { buildReport } from '../support/report-builder';
import { workbookOf } from '../support/workbook';

const { write } = temporaryFolder();
const report = (body: string, file = body, year = 2023): string =>
  write(`${file}.txt`, buildReport({ edition: '2021', year, body }));
const list = (bodies: unknown, folder = ''): string =>
  write(`${folder}nianbao.config.json`, JSON.stringify({ bodies }));

interface Checked {
  readonly missingBodies: readonly string[];
  readonly arrivals: readonly {
    readonly doubled: readonly { body: string }[];
    readonly renamed: readonly { body: string; as: string }[];
    readonly unexpected: readonly { body: string }[];
    readonly listedTwice: readonly string[];
  }[];
}
const checked = async (...args: readonly string[]): Promise<Checked> =>
  JSON.parse((await nianbao('check', '--format', 'json', ...args)).out) as Checked;

describe('a list of the bodies that should report', () => {
  it('tells who is missing, twice there, under another name, or not on it', async () => {
    list(['青禾县水务局', '青禾县司法局', '青禾县民政局', '青禾县发展和改革委员会', '青禾县教育局', '青禾县教育局']);
    report('青禾县水务局');
    report('青禾县水务局', '又一份');
    report('云溪市青禾县司法局');
    report('青禾县发改委');
    report('青禾县体育局');
    report('青禾县民政局', '去年', 2022);
    const { missingBodies, arrivals } = await checked('.');
    expect(missingBodies).toEqual(['青禾县民政局', '青禾县教育局']);
    expect(arrivals).toMatchObject([
      {
        doubled: [{ body: '青禾县水务局' }],
        renamed: [
          { body: '青禾县司法局', as: '云溪市青禾县司法局' },
          { body: '青禾县发展和改革委员会', as: '青禾县发改委' },
        ],
        unexpected: [{ body: '青禾县体育局' }],
        listedTwice: ['青禾县教育局'],
      },
    ]);
    const { out } = await nianbao('check', '.');
    expect(out).toContain('2023 年缺少年报 (2)：青禾县民政局、青禾县教育局\n');
    expect((await nianbao('check', '--format', 'ndjson', '.')).err).toContain('缺少年报 (2)');
  });

  it('of which one name is part of another keeps both apart', async () => {
    list(['云溪市水务局', '望川市云溪市水务局']);
    report('望川市云溪市水务局');
    expect((await checked('.')).missingBodies).toEqual(['云溪市水务局']);
  });

  it('holds for the folder whose configuration has it', async () => {
    list(['青禾县水务局'], '甲/');
    list(['青禾县司法局'], '乙/');
    report('青禾县水务局', '甲/a');
    report('青禾县水务局', '乙/a');
    expect((await checked('.')).missingBodies).toEqual(['青禾县司法局']);
  });

  it.each([
    ['名单.txt', '\ufeff# 2023 年\r\n青禾县水务局\r\n\r\n 青禾县司法局 \r\n'],
    [
      '名单.xlsx',
      workbookOf([
        ['序号', '单位名称'],
        ['1', '青禾县水务局'],
        ['2', '青禾县司法局'],
      ]),
    ],
  ])('may be a file: %s', async (name, content) => {
    write(`甲/${name}`, content);
    list(name, '甲/');
    report('青禾县水务局', '甲/a');
    expect((await checked('.')).missingBodies).toEqual(['青禾县司法局']);
  });

  it('may be a table with commas, with or without a header', async () => {
    write('甲/名单.csv', '序号,单位名称,联系人\r\n1,"青禾县水务局",李明\r\n2,青禾县司法局,王芳\r\n');
    list('名单.csv', '甲/');
    report('青禾县水务局', '甲/a');
    write('乙/名单.csv', '# 2023 年\n1,青禾县水务局\n2,青禾县民政局\n');
    list('名单.csv', '乙/');
    report('青禾县水务局', '乙/a');
    const { missingBodies } = await checked('.');
    expect([...missingBodies].sort()).toEqual(['青禾县司法局', '青禾县民政局']);
  });

  it('that is a damaged workbook is told with the reason, and nobody is missing or too many', async () => {
    write('名单.xlsx', 'PK\u0003\u0004 broken');
    list('名单.xlsx');
    report('青禾县水务局');
    const { status, out, err } = await nianbao('check', '--format', 'json', '.');
    expect([status, err]).toEqual([2, expect.stringMatching(/名单\.xlsx: 文件不完整或已损坏/)]);
    expect(JSON.parse(out)).toMatchObject({ missingBodies: [], arrivals: [] });
  });

  it('that cannot be read is told', async () => {
    list('名单.txt');
    report('青禾县水务局');
    expect(await nianbao('check', '.')).toMatchObject({
      status: 2,
      err: expect.stringContaining('名单.txt') as string,
    });
  });
});
