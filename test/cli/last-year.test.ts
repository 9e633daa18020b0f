import { describe, expect, it } from 'vitest';
import { nianbao, temporaryFolder } from '../support/command-line';
import { buildReport } from '../support/report-builder';

const { write } = temporaryFolder();
const row = (value: number): readonly number[] => [value, 0, 0, 0, 0, 0, value];
const lastYear = (carried: number): string =>
  buildReport({ edition: '2021', year: 2023, values: { new: row(carried), 'carried-out': row(carried) } });
const thisYear = buildReport({ edition: '2021', year: 2024 });

async function checked(...args: readonly string[]): Promise<readonly string[]> {
  const { files } = JSON.parse((await nianbao('check', '--format', 'json', ...args)).out) as {
    files: { path: string; findings: { rule: string }[] }[];
  };
  return files.map(({ path, findings }) => [path, ...findings.map(({ rule }) => rule)].join(' '));
}

describe('a file that is checked alone', () => {
  it('is compared with last year’s report beside it, which is not itself reported', async () => {
    write('a/2024.txt', thisYear);
    write('a/2023.TXT', lastYear(1));
    write('a/坏.txt', new Uint8Array([0, 1]));
    expect(await checked('a/2024.txt')).toEqual(['a/2024.txt carry-over-mismatch carry-over-mismatch']);
    expect((await nianbao('check', 'a/2024.txt')).err).toBe('');
  });
});

describe('last year’s report', () => {
  it('is the one in the same file before that of another', async () => {
    write('合订本.txt', `${lastYear(1)}\n${thisYear}`);
    write('2023.txt', lastYear(0));
    expect(await checked('.')).toEqual([
      '2023.txt',
      '合订本.txt',
      '合订本.txt carry-over-mismatch carry-over-mismatch',
    ]);
  });

  it('is what all agree on where there are several', async () => {
    write('2023定稿.txt', lastYear(1));
    write('2023送审稿.txt', lastYear(2));
    write('2024.txt', thisYear);
    expect((await checked('.')).at(-1)).toBe('2024.txt differing-copies');
  });

  it('is not its copy', async () => {
    for (const name of [
      '2023 - 副本.txt',
      '2023 备份.txt',
      '2023 (1).txt',
      '2023（2）.txt',
      '2023 - Copy.txt',
      '副本 2023.txt',
    ])
      write(name, lastYear(2));
    write('2023.txt', lastYear(1));
    write('2024.txt', thisYear);
    expect(await checked('.')).toContain('2024.txt carry-over-mismatch carry-over-mismatch');
    expect((await checked('2024.txt')).at(-1)).toBe('2024.txt carry-over-mismatch carry-over-mismatch');
  });
});
