import { mkdirSync, symlinkSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readText } from '../../server/src/files/read';
import { FOLDER, MISSING, NO_TEXT, NOT_REGULAR, tooLarge } from '../../server/src/files/refusal';
import { nodeFiles } from '../../server/src/files/node-files';
import { temporaryFolder } from '../support/command-line';

const { at, write, pipe } = temporaryFolder();

describe('a file', () => {
  it('is read with its bytes, its encoding and its state', async () => {
    write('a.txt', '\ufeff年报\n');
    expect(await readText('a.txt', 100)).toMatchObject({
      text: '年报\n',
      encoding: 'utf-8-bom',
      bytes: Buffer.from('\ufeff年报\n'),
      stats: { size: 10 },
    });
    expect(await readText('a.txt', 10)).toMatchObject({ text: '年报\n' });
  });

  it('is not read where it is too large, or no text', async () => {
    write('a.txt', '0123456789');
    write('b.txt', new Uint8Array([0, 1, 2]));
    expect(await readText('a.txt', 9)).toEqual(tooLarge(9));
    expect(await readText('b.txt', 9)).toBe(NO_TEXT);
  });

  it('is not read beyond the limit where the system does not tell its size', async () => {
    expect(await readText('/proc/self/status', 20)).toEqual(tooLarge(20));
  });

  it('is not waited for where it is a pipe or a device, reached by a link or not', async () => {
    pipe('p');
    symlinkSync('p', at('to-pipe'));
    symlinkSync('/dev/zero', at('to-device'));
    for (const name of ['p', 'to-pipe', 'to-device', '/dev/zero'])
      expect(await readText(name, 100), name).toBe(NOT_REGULAR);
  });

  it('is refused with a reason where it is a folder, or not there', async () => {
    mkdirSync(at('folder'));
    symlinkSync('loop', at('loop'));
    expect(await readText('folder', 100)).toBe(FOLDER);
    expect(await readText('nowhere', 100)).toMatchObject({ reason: MISSING.reason });
    expect(await readText('loop', 100)).toMatchObject({ reason: { zh: 'ELOOP' } });
  });

  it('is for a server its text, nothing where it is not there, and an error where it cannot be read', async () => {
    write('a.txt', '年报');
    pipe('p.txt');
    const read = (name: string): Promise<string | undefined> => nodeFiles.read(pathToFileURL(name).href);
    expect([
      await read('a.txt'),
      await read('nowhere'),
      await read('a.txt/b'),
      await nodeFiles.read('untitled:x'),
    ]).toEqual(['年报', undefined, undefined, undefined]);
    await expect(read('p.txt')).rejects.toThrow('不是普通文件');
  });
});
