import { describe, expect, it } from 'vitest';
import { isCopy, reportNames } from '../../server/src/core/index';
import { checkFolder, type FolderWork } from '../../server/src/folder/check-folder';
import { judging, readUnder, summariesIn } from '../../server/src/folder/judge';
import { buildReport } from '../support/report-builder';

const row = (value: number): readonly number[] => [value, 0, 0, 0, 0, 0, value];
const lastYear = (carried: number): string =>
  buildReport({ edition: '2021', year: 2023, values: { new: row(carried), 'carried-out': row(carried) } });
const thisYear = buildReport({ edition: '2021', year: 2024 });
const other = buildReport({ edition: '2021', year: 2021 });
const FOLDER = 'file:///年报/';

/** The work on texts by the names of their files; a file without a text cannot be had. */
function workOn(texts: Readonly<Record<string, string>>, steps: string[] = []): FolderWork<string, string> {
  async function* each<Item, Result>(step: string, items: Iterable<Item>, done: (item: Item) => Result) {
    for (const item of items) {
      steps.push(step);
      yield done(item);
    }
  }
  const uriOf = (name: string): string => FOLDER + name;
  const onText = <Result>(name: string, work: (text: string) => Result): Result | undefined =>
    texts[name] === undefined ? undefined : work(texts[name]);
  return {
    uriOf,
    names: (names) => each('names', names, (name) => onText(name, (text) => reportNames(text, {}))),
    summaries: (names) => each('summaries', names, (name) => onText(name, (text) => summariesIn(text, {}))),
    judge: (_, tasks) =>
      each('judge', tasks, ({ file, lastYears }) => {
        const document = readUnder(texts[file]!, {});
        const findingsOn = judging(document, { uri: uriOf(file), config: {}, lastYears });
        return [
          file,
          ...document.segments.flatMap((segment) => findingsOn(segment).findings).map(({ rule }) => rule.id),
        ].join(' ');
      }),
  };
}

async function checked(texts: Readonly<Record<string, string>>, files = Object.keys(texts), steps: string[] = []) {
  const besides = Object.keys(texts).filter((name) => !files.includes(name));
  const found: string[] = [];
  for await (const result of checkFolder({ files, besides }, workOn(texts, steps))) {
    steps.push('given');
    found.push(result);
  }
  return found;
}

const CARRIED = 'carry-over-mismatch carry-over-mismatch';

describe('a folder that is checked', () => {
  it('gives one verdict after the other in the order asked for, whichever year comes first', async () => {
    expect(await checked({ '2024.txt': thisYear, '2023.txt': lastYear(1) })).toEqual([
      `2024.txt ${CARRIED}`,
      '2023.txt',
    ]);
  });

  it.each([
    ['another body', buildReport({ edition: '2021', year: 2024, body: '青禾县司法局' })],
    ['no report any more', '会议通知\n'],
    ['another year', buildReport({ edition: '2021', year: 2025 })],
  ])(
    'compares with no report that was last year’s of what a file held before it was changed: now %s',
    async (_, now) => {
      const texts: Record<string, string> = { '2024.txt': thisYear, '2023.txt': lastYear(1) };
      const work = workOn(texts);
      const changing: typeof work = {
        ...work,
        judge: (files, tasks) => {
          texts['2024.txt'] = now;
          return work.judge(files, tasks);
        },
      };
      const found: string[] = [];
      for await (const result of checkFolder({ files: ['2024.txt'], besides: ['2023.txt'] }, changing))
        found.push(result);
      expect(found).toEqual(['2024.txt']);
    },
  );

  it('knows what lies beside and says nothing of it', async () => {
    expect(await checked({ '2024.txt': thisYear, '2023.txt': lastYear(1) }, ['2024.txt'])).toEqual([
      `2024.txt ${CARRIED}`,
    ]);
  });

  it('takes last year’s report from the same file before others', async () => {
    expect(await checked({ 'v.txt': `${lastYear(1)}\n${thisYear}`, '2023.txt': lastYear(3) }, ['v.txt'])).toEqual([
      `v.txt ${CARRIED}`,
    ]);
  });

  it('compares what several of last year agree on, whatever their order', async () => {
    const texts = { 'a.txt': lastYear(1), 'b.txt': lastYear(2), '2024.txt': thisYear };
    for (const order of [texts, Object.fromEntries(Object.entries(texts).reverse())])
      expect(await checked(order, ['2024.txt'])).toEqual(['2024.txt differing-copies']);
    expect(
      await checked({ 'a.txt': lastYear(1), 'a - 副本.txt': lastYear(2), '2024.txt': thisYear }, ['2024.txt']),
    ).toEqual([`2024.txt ${CARRIED}`]);
  });

  it('goes on where a file cannot be had', async () => {
    expect(await checked({ '2024.txt': thisYear }, ['a.txt', '2024.txt'])).toEqual(['2024.txt']);
  });

  it('reads no file whole for others that is not last year’s of one of them', async () => {
    const steps: string[] = [];
    await checked({ '2024.txt': thisYear, '2023.txt': lastYear(1), '2020.txt': other }, undefined, steps);
    expect(steps.filter((step) => step === 'summaries')).toHaveLength(1);
  });

  it('gives each result before it begins with the next', async () => {
    const steps: string[] = [];
    const texts = Object.fromEntries(Array.from({ length: 3 }, (_, i) => [`${i}.txt`, other]));
    await checked(texts, undefined, steps);
    expect(steps.slice(3)).toEqual(['judge', 'given', 'judge', 'given', 'judge', 'given']);
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
