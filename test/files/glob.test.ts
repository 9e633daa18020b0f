import { describe, expect, it } from 'vitest';
import { isPattern, wantedBy } from '../../server/src/files/glob';

const names = (path: string): readonly string[] => path.split('/');

describe('a pattern', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['*.txt', ['a.txt', '.txt', '年报.txt'], ['a.md', 'a/b.txt', 'a.txt.md']],
    ['**/*.txt', ['a.txt', 'a/b.txt', 'a/b/c.txt'], ['a/b.md']],
    ['2023/**', ['2023/a.txt', '2023/b/c.md'], ['2024/a.txt']],
    ['**/2023/**/*.txt', ['2023/a.txt', 'x/2023/y/a.txt'], ['x/2024/a.txt']],
    ['202?/a.txt', ['2023/a.txt'], ['20234/a.txt', '202/a.txt']],
    ['202[34].txt', ['2023.txt', '2024.txt', '202[34].txt'], ['2025.txt']],
    ['[!a]*.txt', ['b.txt'], ['a.txt']],
    ['[0-9].txt', ['7.txt'], ['x.txt']],
    ['[z-a].txt', ['[z-a].txt'], ['b.txt']],
    ['{2023,2024}*.{txt,md}', ['2023.txt', '2024年报.md'], ['2025.txt', '2023.docx']],
    ['报告(2024)+.*', ['报告(2024)+.txt'], ['报告2024.txt']],
    ['a-b^$|.txt?', ['a-b^$|.txt!'], ['a-b^$|.txt']],
  ])('%s', (pattern, matching, others) => {
    const { file, folder } = wantedBy(names(pattern));
    for (const path of matching) {
      expect(file(names(path)), path).toBe(true);
      for (let i = 1; i < names(path).length; i++) expect(folder(names(path).slice(0, i)), path).toBe(true);
    }
    for (const path of others) expect(file(names(path)), path).toBe(false);
  });

  it('does not lead into folders in which nothing of it can lie', () => {
    const { folder } = wantedBy(['2023', '*.txt']);
    expect([folder(['2023']), folder(['2024']), folder(['2023', 'a'])]).toEqual([true, false, false]);
  });

  it('means what is hidden only where it says so', () => {
    const { hidden } = wantedBy(['**', '.归档*', '{.a,b}.txt']);
    expect(hidden?.(['x', '.归档2023'])).toBe(true);
    expect(hidden?.(['x', '.git'])).toBe(false);
    expect(wantedBy(['*', '*.txt']).hidden?.(['.git'])).toBe(false);
    expect(wantedBy(['*', 'node_modules', '*.txt']).hidden?.(['a', 'node_modules'])).toBe(true);
  });

  it('is told from a path by its marks', () => {
    expect(['*.txt', 'a?', '[a]', '{a,b}'].every(isPattern)).toBe(true);
    expect(isPattern('报告(2024)/a!.txt')).toBe(false);
  });
});
