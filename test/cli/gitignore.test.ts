import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { GitIgnore } from '../../server/src/files/git-ignore';
import { nianbao, temporaryFolder } from '../support/command-line';
import { buildReport } from '../support/report-builder';

const { at, write } = temporaryFolder();
const FILES = [
  'a.txt',
  'b.txt',
  'out/a.txt',
  'out/keep.txt',
  '甲/out/a.txt',
  '甲/b.txt',
  '甲/c#.txt',
  '甲/乙/d.md',
  '!e.txt',
];

describe('.gitignore', () => {
  it.each([
    ['out/\n', ''],
    ['/out\n', ''],
    ['*.txt\n!b.txt\n', ''],
    ['out/\n!out/keep.txt\n', ''],
    ['out/*\n!out/keep.txt\n', ''],
    ['b.txt\n', '!b.txt\n'],
    ['# b.txt\n\\!e.txt\n', 'c#.txt \n'],
    ['甲/**/*.md\n**/b.txt\n', ''],
    ['[ab].tx?\n', '乙\n'],
  ])('%j with %j below leaves out what Git leaves out', async (above, below) => {
    for (const file of FILES) write(file, '');
    write('.gitignore', above);
    if (below !== '') write('甲/.gitignore', below);
    spawnSync('git', ['init', '-q', '.'], { cwd: at('.') });
    const { stdout } = spawnSync('git', ['-c', 'core.quotePath=false', 'ls-files', '-o', '--exclude-standard'], {
      cwd: at('.'),
      encoding: 'utf8',
    });
    const ignore = new GitIgnore(at('.'));
    const kept: string[] = [];
    for (const file of FILES) if (!(await ignore.leavesOut(at(file)))) kept.push(file);
    expect(kept.sort()).toEqual(
      stdout
        .trim()
        .split('\n')
        .filter((name) => !name.endsWith('.gitignore'))
        .sort(),
    );
  });

  it('is heeded by check when that is asked for, and not for files that were named', async () => {
    write('.gitignore', '草稿/\n');
    write('a.txt', buildReport({ edition: '2021' }));
    write('草稿/b.txt', buildReport({ edition: '2021' }));
    const paths = async (...args: readonly string[]): Promise<readonly string[]> =>
      (
        JSON.parse((await nianbao('check', '--format', 'json', ...args)).out) as { files: { path: string }[] }
      ).files.map(({ path }) => path);
    expect(await paths('.')).toEqual(['a.txt', '草稿/b.txt']);
    expect(await paths('--gitignore', '.')).toEqual(['a.txt']);
    expect(await paths('--gitignore', '草稿/b.txt')).toEqual(['草稿/b.txt']);
    expect((await nianbao('check', '--gitignore', '.')).err).toContain('1');
  });
});
