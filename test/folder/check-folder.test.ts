import { describe, expect, it } from 'vitest';
import { isCopy } from '../../server/src/core/index';
import { checkFolder, type FolderHost } from '../../server/src/folder/check-folder';
import { buildReport } from '../support/report-builder';

const row = (value: number): readonly number[] => [value, 0, 0, 0, 0, 0, value];
const lastYear = (carried: number): string =>
  buildReport({ edition: '2021', year: 2023, values: { new: row(carried), 'carried-out': row(carried) } });
const thisYear = buildReport({ edition: '2021', year: 2024 });
const FOLDER = 'file:///年报/';

async function checked(texts: Record<string, string>, names = Object.keys(texts), host: Partial<FolderHost> = {}) {
  const found: string[] = [];
  const failed: string[] = [];
  const besides = Object.keys(texts).filter((name) => !names.includes(name));
  const uris = (all: readonly string[]): readonly string[] => all.map((name) => FOLDER + name);
  const verdicts = checkFolder(
    { files: uris(names), besides: uris(besides) },
    {
      read: async (uri) => texts[uri.slice(FOLDER.length)],
      configOf: async () => ({}),
      failed: (uri) => failed.push(uri),
      onRuleFailure: (_uri, rule, error) => {
        throw new Error(rule.id, { cause: error });
      },
      ...host,
    },
  );
  for await (const { uri, verdicts: all } of verdicts)
    found.push(
      [uri.slice(FOLDER.length), ...all.flatMap(({ findings }) => findings.map(({ rule }) => rule.id))].join(' '),
    );
  return { found, failed };
}

const CARRIED = 'carry-over-mismatch carry-over-mismatch';

describe('a folder that is checked', () => {
  it('gives one verdict after the other in the order asked for, whichever year comes first', async () => {
    expect((await checked({ '2024.txt': thisYear, '2023.txt': lastYear(1) })).found).toEqual([
      `2024.txt ${CARRIED}`,
      '2023.txt',
    ]);
  });

  it('knows what lies beside and says nothing of it', async () => {
    expect((await checked({ '2024.txt': thisYear, '2023.txt': lastYear(1) }, ['2024.txt'])).found).toEqual([
      `2024.txt ${CARRIED}`,
    ]);
  });

  it('takes last year’s report from the same file before others', async () => {
    expect(
      (await checked({ 'v.txt': `${lastYear(1)}\n${thisYear}`, '2023.txt': lastYear(3) }, ['v.txt'])).found,
    ).toEqual([`v.txt ${CARRIED}`]);
  });

  it('compares what several of last year agree on, whatever their order', async () => {
    const texts = { 'a.txt': lastYear(1), 'b.txt': lastYear(2), '2024.txt': thisYear };
    for (const order of [texts, Object.fromEntries(Object.entries(texts).reverse())])
      expect((await checked(order, ['2024.txt'])).found).toEqual(['2024.txt differing-copies']);
    expect(
      (await checked({ 'a.txt': lastYear(1), 'a - 副本.txt': lastYear(2), '2024.txt': thisYear }, ['2024.txt'])).found,
    ).toEqual([`2024.txt ${CARRIED}`]);
  });

  it('goes on where a file cannot be had or its configuration fails', async () => {
    const configOf = async (uri: string) => {
      if (uri.endsWith('b.txt')) throw new Error('no configuration');
      return {};
    };
    const { found, failed } = await checked(
      { 'b.txt': thisYear, '2024.txt': thisYear },
      ['a.txt', 'b.txt', '2024.txt'],
      { configOf },
    );
    expect([found, failed]).toEqual([['2024.txt'], [`${FOLDER}b.txt`]]);
  });

  it('holds one text at a time', async () => {
    const texts = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`${2020 + i}.txt`, thisYear]));
    const read: string[] = [];
    let given = 0;
    const host: FolderHost = {
      read: async (uri) => (read.push(uri), texts[uri.slice(FOLDER.length)]),
      configOf: async () => ({}),
      failed: () => undefined,
      onRuleFailure: () => undefined,
    };
    for await (const { verdicts } of checkFolder({ files: Object.keys(texts).map((name) => FOLDER + name) }, host)) {
      expect(verdicts).toHaveLength(1);
      expect(read).toHaveLength(6 + ++given);
    }
  });
});

describe('the name of a copy', () => {
  it.each([
    'a - 副本.txt',
    'a - 副本 (2).txt',
    'a（1）.txt',
    'a(12).md',
    'a 备份.txt',
    'a - Copy.txt',
    'a - Copy (3).txt',
    '副本 a.txt',
    'Copy of a.txt',
    'file:///x/a%20-%20%E5%89%AF%E6%9C%AC.txt',
  ])('is %s', (name) => expect(isCopy(name)).toBe(true));
  it.each([
    'a.txt',
    '报告(2024).txt',
    '备份中心2023年报告.txt',
    '(1)县政府办.txt',
    'copyright.txt',
    '副本管理局.txt',
    'x(1)/a.txt',
    '复制中心2023年报.txt',
  ])('is not %s', (name) => expect(isCopy(name)).toBe(false));
});
