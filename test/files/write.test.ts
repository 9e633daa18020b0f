import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../server/src/files/refusal';
import { replaceFile } from '../../server/src/files/write';
import { temporaryFolder } from '../support/command-line';

const { at, write } = temporaryFolder();
const NEW = Buffer.from('新');

const replace = (file: string, within?: string): Promise<Refusal | undefined> =>
  replaceFile(file, { bytes: NEW, read: statSync(file), within });
const contentOf = (file: string): string => readFileSync(at(file), 'utf8');

describe('a file that is replaced', () => {
  it('keeps its mode and its owner, and leaves nothing beside it', async () => {
    for (const mode of [0o600, 0o640, 0o664, 0o755]) {
      write('a.txt', '旧');
      chmodSync(at('a.txt'), mode);
      const before = statSync(at('a.txt'));
      expect(await replace('a.txt', '.')).toBeUndefined();
      const after = statSync(at('a.txt'));
      expect([after.mode, after.uid, after.gid, contentOf('a.txt')]).toEqual([
        before.mode,
        before.uid,
        before.gid,
        '新',
      ]);
    }
    expect(readdirSync(at())).toEqual(['a.txt']);
  });

  it('is another file: who reads the old one reads it to its end', async () => {
    write('a.txt', '旧');
    const before = statSync(at('a.txt')).ino;
    await replace('a.txt');
    expect(statSync(at('a.txt')).ino).not.toBe(before);
  });

  it('is left alone where it is read-only, though its folder is not and though we may do everything', async () => {
    write('a.txt', '旧');
    chmodSync(at('a.txt'), 0o444);
    expect(await replace('a.txt')).toMatchObject({ reason: { en: 'read-only, left as it is' } });
    expect(contentOf('a.txt')).toBe('旧');
    expect(readdirSync(at())).toEqual(['a.txt']);
  });

  it('is left alone where it was changed since it was read', async () => {
    write('a.txt', '旧');
    const read = statSync(at('a.txt'));
    write('a.txt', '改');
    utimesSync(at('a.txt'), read.atime, new Date(read.mtimeMs + 5000));
    expect(await replaceFile('a.txt', { bytes: NEW, read })).toMatchObject({
      reason: { en: 'changed since it was read, left as it is' },
    });
    expect(contentOf('a.txt')).toBe('改');
    expect(readdirSync(at())).toEqual(['a.txt']);
  });

  it('is what a link leads to, and the link stays; out of the folder in which it was found nothing is followed', async () => {
    write('out/secret.txt', '旧');
    mkdirSync(at('in'));
    symlinkSync('../out/secret.txt', at('in/a.txt'));
    symlinkSync('../out', at('in/way'));
    for (const file of ['in/a.txt', 'in/way/secret.txt']) {
      expect(await replace(file, 'in'), file).toMatchObject({
        reason: { en: 'outside of the given folder, left as it is' },
      });
      expect(contentOf('out/secret.txt')).toBe('旧');
    }
    expect(await replace('in/a.txt')).toBeUndefined();
    expect(contentOf('out/secret.txt')).toBe('新');
    expect(lstatSync(at('in/a.txt')).isSymbolicLink()).toBe(true);
    expect(readdirSync(at('in')).sort()).toEqual(['a.txt', 'way']);
  });

  it('is told as gone where it is gone', async () => {
    write('a.txt', '旧');
    const read = statSync(at('a.txt'));
    expect(await replaceFile('b.txt', { bytes: NEW, read })).toMatchObject({
      reason: { en: 'no such file or folder' },
    });
    writeFileSync(at('folder'), '');
    expect(await replaceFile('folder/b.txt', { bytes: NEW, read })).toMatchObject({
      reason: { en: 'no such file or folder' },
    });
  });
});
