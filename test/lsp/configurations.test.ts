import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { encode } from '../../server/src/files/decode';
import { nodeFiles } from '../../server/src/files/node-files';
import { temporaryFolder } from '../support/command-line';
import { startClient, type Client } from '../support/lsp-harness';
import { FAULTY } from './texts';

const CONFIG = 'nianbao.config.json';
const { at, write } = temporaryFolder();
let client: Client;
afterEach(() => client.stop());

const uriOf = (name: string): string => pathToFileURL(at(name)).href;
const codes = async (uri: string): Promise<readonly unknown[]> =>
  (await client.diagnostics(uri)).map(({ code }) => code);
const changed = (uri: string): Promise<void> =>
  client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });

async function openFolders(...folders: readonly string[]): Promise<void> {
  client = await startClient({ folders: folders.map(uriOf), runtime: { files: nodeFiles } });
}

describe('the configuration of a file', () => {
  it.each(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'] as const)('is read in %s', async (encoding) => {
    const text = '{"ignores":[{"rule":"row-total-mismatch","body":"青禾县水务局","reason":"已核实"}]}';
    write(
      CONFIG,
      encode(
        encoding.startsWith('utf-8') || encoding === 'gb18030'
          ? `${encoding === 'utf-8-bom' ? '\ufeff' : ''}${text}`
          : `\ufeff${text}`,
        encoding,
      )!,
    );
    await openFolders('.');
    client.open(uriOf('a.txt'), FAULTY);
    expect(await codes(uriOf('a.txt'))).not.toContain('row-total-mismatch');
  });

  it('may stand above the folder that is open, and of several the nearest counts', async () => {
    write(CONFIG, '{"rules":{"row-total-mismatch":"off"}}');
    write(`a/b/${CONFIG}`, '{"rules":{"balance-mismatch":"off"}}');
    write('a/c/x.txt', FAULTY);
    await openFolders('a', 'a/b');
    client.open(uriOf('a/c/x.txt'), FAULTY);
    client.open(uriOf('a/b/x.txt'), FAULTY);
    expect(await codes(uriOf('a/c/x.txt'))).toEqual(expect.not.arrayContaining(['row-total-mismatch']));
    const below = await codes(uriOf('a/b/x.txt'));
    expect([below.includes('row-total-mismatch'), below.includes('balance-mismatch')]).toEqual([true, false]);
  });

  it('is taken for what it is when it has been stored, above the folder too', async () => {
    write(CONFIG, '{}');
    write('a/x.txt', FAULTY);
    await openFolders('a');
    client.open(uriOf('a/x.txt'), FAULTY);
    expect(await codes(uriOf('a/x.txt'))).toContain('row-total-mismatch');
    client.open(uriOf(CONFIG), '{"rules":{"row-total-mismatch":"off"}}');
    write(CONFIG, '{"rules":{"row-total-mismatch":"off"}}');
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: uriOf(CONFIG) } });
    await expect.poll(() => codes(uriOf('a/x.txt')), { timeout: 10_000 }).not.toContain('row-total-mismatch');
  });
});

describe('what is wrong with a configuration', () => {
  it('is told no more when it is mended, or gone, though no report is open', async () => {
    write(CONFIG, '{"rulez":{}}');
    write('a.txt', FAULTY);
    await openFolders('.');
    client.open(uriOf('a.txt'), FAULTY);
    await client.diagnostics(uriOf('a.txt'));
    expect((await client.published(uriOf(CONFIG))).diagnostics).toHaveLength(1);
    client.close(uriOf('a.txt'));
    write(CONFIG, '{}');
    await changed(uriOf(CONFIG));
    expect((await client.published(uriOf(CONFIG))).diagnostics).toEqual([]);
    write(CONFIG, '[');
    client.open(uriOf('a.txt'), FAULTY);
    await changed(uriOf(CONFIG));
    await client.diagnostics(uriOf('a.txt'));
    expect((await client.published(uriOf(CONFIG))).diagnostics).toHaveLength(1);
    client.close(uriOf('a.txt'));
    rmSync(at(CONFIG));
    await changed(uriOf(CONFIG));
    expect((await client.published(uriOf(CONFIG))).diagnostics).toEqual([]);
  });
});

describe('a client that cannot be asked for settings', () => {
  it('says them when it starts, and when they change', async () => {
    client = await startClient({
      initializationOptions: { settings: { nianbao: { rules: { 'row-total-mismatch': 'off' } } } },
      capabilities: ({ workspace, ...usual }) => ({ ...usual, workspace: { ...workspace, configuration: false } }),
    });
    client.open('file:///x/a.txt', FAULTY);
    expect(await codes('file:///x/a.txt')).not.toContain('row-total-mismatch');
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { rules: { 'balance-mismatch': 'off' } },
    });
    const found = await codes('file:///x/a.txt');
    expect([found.includes('row-total-mismatch'), found.includes('balance-mismatch')]).toEqual([true, false]);
  });
});
