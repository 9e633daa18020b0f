import { describe, expect, it } from 'vitest';
import { canonicalUri, folderThatHolds, pathBelow, sameFolder } from '../../server/src/folder/uri';

describe('a file and the folders that are open', () => {
  it.each([
    ['spelt alike', 'file:///a/b/c.txt', ['file:///a'], 'file:///a'],
    ['escaped differently', 'file:///%E5%B9%B4%E6%8A%A5%20a/c.txt', ['file:///年报 a'], 'file:///年报 a'],
    ['on a drive in either case', 'file:///c%3A/a/c.txt', ['file:///C:/a'], 'file:///C:/a'],
    [
      'in several, the innermost counting',
      'file:///a/b/c/d.txt',
      ['file:///a/b', 'file:///a', 'file:///a/b/c'],
      'file:///a/b/c',
    ],
    ['beside one whose name begins alike', 'file:///ab/c.txt', ['file:///a'], undefined],
    ['with a percent sign that escapes nothing', 'file:///100%/c.txt', ['file:///100%'], 'file:///100%'],
    ['of another scheme', 'git:/a/c.txt', ['file:///a'], undefined],
  ])('%s', (_, uri, folders, expected) => {
    expect(folderThatHolds(uri, folders)).toBe(expected);
    expect(folderThatHolds(uri, [...folders].reverse())).toBe(expected);
  });

  it('are named by one path, however they are spelt', () => {
    expect(pathBelow('file:///C:/%E5%B9%B4', 'file:///c%3A/年/.x/a.txt')).toBe('.x/a.txt');
    expect(canonicalUri('file:///C:/a')).toBe(canonicalUri('file:///c%3A/a'));
    expect(sameFolder('file:///c%3A/a/x.txt', 'file:///C:/a/y.txt')).toBe(true);
  });
});
