import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWhole } from '../../server/src/files/new-file';
import type { Refusal } from '../../server/src/files/refusal';

let folder = '';
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), '年报 '))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const reasonOf = (refusal: Refusal | undefined): string | undefined => refusal?.reason.zh;

describe('a new file', () => {
  it('of one name that several write at once is one of theirs, and the others are told that it is there', async () => {
    const target = path.join(folder, '出', '深 一层', 'a.txt');
    const contents = Array.from({ length: 8 }, (_, i) => `第${i}份`);
    const outcomes = await Promise.all(contents.map((content) => writeWhole(target, content, { overwrites: false })));
    const written = contents.filter((_, i) => outcomes[i] === undefined);
    expect(written).toEqual([readFileSync(target, 'utf8')]);
    expect(outcomes.filter((each) => each !== undefined).map(reasonOf)).toEqual(
      Array.from({ length: 7 }, () => expect.stringContaining('已有这个文件') as string),
    );
    expect(readdirSync(path.dirname(target))).toEqual(['a.txt']);
  });

  it('replaces another where that is wanted', async () => {
    const target = path.join(folder, 'a.txt');
    writeFileSync(target, '旧');
    expect(reasonOf(await writeWhole(target, '新', { overwrites: false }))).toContain('已有这个文件');
    expect(readFileSync(target, 'utf8')).toBe('旧');
    expect(await writeWhole(target, '新', { overwrites: true })).toBeUndefined();
    expect([readFileSync(target, 'utf8'), readdirSync(folder)]).toEqual(['新', ['a.txt']]);
  });

  it('is not written below a file', async () => {
    writeFileSync(path.join(folder, 'a'), '');
    const refusal = await writeWhole(path.join(folder, 'a', 'b', 'c.txt'), '', { overwrites: false });
    expect(reasonOf(refusal)).toBe('所在位置是文件，不是文件夹');
  });

  it.runIf(existsSync('/proc/self'))('is told of where no folder can be made, instead of trying for ever', async () => {
    expect(reasonOf(await writeWhole('/proc/年报/a.txt', '', { overwrites: false }))).toBe('没有这个文件或文件夹');
  });
});
