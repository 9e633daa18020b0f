import { mkdirSync, symlinkSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { LARGEST_IN_FOLDER } from '../../server/src/folder/report-files';
import { nodeFiles } from '../../server/src/files/node-files';
import { temporaryFolder } from '../support/command-line';
import { startClient, type Client } from '../support/lsp-harness';
import { FAULTY } from './texts';

const { at, write, pipe } = temporaryFolder();
let client: Client;
afterEach(() => client.stop());

const codes = async (name: string): Promise<readonly unknown[]> =>
  (await client.diagnostics(pathToFileURL(at(name)).href)).map(({ code }) => code);

describe('a folder of this machine', () => {
  it('is read without what may not be read, and that is told in the log', async () => {
    write('a.txt', FAULTY);
    write('大.txt', new Uint8Array(LARGEST_IN_FOLDER + 1));
    pipe('p.txt');
    symlinkSync('/dev/zero', at('z.txt'));
    client = await startClient({ folder: pathToFileURL(at()).href, runtime: { files: nodeFiles } });
    await expect
      .poll(() => client.logged.filter((line) => line.includes('未查看：')), { timeout: 10_000 })
      .toHaveLength(1);
    expect(client.logged.join()).toMatch(/过大 1（.*大\.txt），不是普通文件 2（.*p\.txt 等）/);
  });

  it.each<[string, () => void]>([
    ['a folder', () => mkdirSync(at('nianbao.config.json'))],
    ['a pipe', () => pipe('nianbao.config.json')],
    ['a link to a device', () => symlinkSync('/dev/zero', at('nianbao.config.json'))],
    ['deep', () => void write('nianbao.config.json', '['.repeat(20_000))],
    [
      'a faulty entry',
      () => void write('nianbao.config.json', '{"ignores":[{"rule":"row-total-mismatch","body":["甲"],"reason":"x"}]}'),
    ],
  ])('gives the findings of the defaults where its configuration is %s', async (_, make) => {
    write('a.txt', FAULTY);
    make();
    client = await startClient({ folder: pathToFileURL(at()).href, runtime: { files: nodeFiles } });
    client.open(pathToFileURL(at('a.txt')).href, FAULTY);
    expect(await codes('a.txt')).toEqual([
      'row-total-mismatch',
      'dash-for-zero',
      'balance-mismatch',
      'misnumbered-section',
    ]);
  });
});
