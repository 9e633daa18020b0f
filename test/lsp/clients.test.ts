import { afterEach, describe, expect, it } from 'vitest';
import type { WorkspaceDiagnosticReport } from 'vscode-languageserver';
import { ResponseError } from 'vscode-languageserver/node';
import { Clock } from '../support/clock';
import { startClient, type Client, type ClientOptions } from '../support/lsp-harness';
import { FAULTY } from './texts';

const FOLDER = 'file:///reports';
const URI = `${FOLDER}/report.txt`;
const FOUND = ['row-total-mismatch', 'dash-for-zero', 'balance-mismatch', 'misnumbered-section'];
const WORKSPACE = { diagnostics: { scope: 'workspace' } };
/** All that the server asks of a client. */
const ASKED = [
  'client/registerCapability',
  'client/unregisterCapability',
  'workspace/configuration',
  'workspace/diagnostic/refresh',
  'workspace/inlayHint/refresh',
  'workspace/codeLens/refresh',
  'workspace/applyEdit',
  'window/workDoneProgress/create',
  'nianbao/listFiles',
  'nianbao/readFile',
];

let client: Client;
let clock: Clock;
afterEach(() => client.stop());

/** A client that can do all that the server may ask for, and answers in one way. */
async function start(answer: () => unknown, options: ClientOptions = {}): Promise<void> {
  clock = new Clock();
  client = await startClient({
    capabilities: (usual) => ({
      workspace: {
        ...usual.workspace,
        workspaceFolders: true,
        codeLens: { refreshSupport: true },
        didChangeConfiguration: { dynamicRegistration: true },
        didChangeWatchedFiles: { dynamicRegistration: true },
      },
      textDocument: {
        ...usual.textDocument,
        synchronization: { dynamicRegistration: true },
        diagnostic: { dynamicRegistration: true },
      },
      window: { workDoneProgress: true },
    }),
    answers: Object.fromEntries(ASKED.map((method) => [method, answer])),
    ...options,
    runtime: { later: clock.later, ...options.runtime },
  });
}

const codes = async (uri = URI): Promise<readonly unknown[]> => (await client.diagnostics(uri)).map(({ code }) => code);
/** The server has taken notice of all that was sent before. */
const settled = (): Promise<unknown> => client.request('nianbao/status', { uri: 'file:///unknown.txt' });
const changed = (uri: string): Promise<void> =>
  client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });

describe('a client that answers with errors', () => {
  const refuse = (): never => {
    throw new ResponseError(-32603, 'no');
  };

  it('is served with defaults, and all that is in its folders is read', async () => {
    const files = new Map(Array.from({ length: 150 }, (_, i) => [`${FOLDER}/${i}.txt`, '会议通知\n']));
    const reads: string[] = [];
    const read = async (uri: string): Promise<string | undefined> => (reads.push(uri), files.get(uri));
    await start(refuse, { folder: FOLDER, runtime: { files: { list: async () => [...files.keys()], read } } });
    client.open(URI, FAULTY);
    expect(await codes()).toEqual(FOUND);
    client.configure({});
    expect(await codes()).toEqual(FOUND);
    await expect.poll(() => reads.filter((uri) => files.has(uri)).length, { timeout: 10_000 }).toBe(150);
    clock.pass(1000);
    expect(await codes()).toEqual(FOUND);
  });

  it('is served where it has the files too', async () => {
    await start(refuse, { folder: FOLDER, runtime: { files: undefined } });
    client.open(URI, FAULTY);
    expect(await codes()).toEqual(FOUND);
    expect(client.logged.join('\n')).toContain(`文件夹读不出 (the folder cannot be read): ${FOLDER}`);
  });
});

describe('a client that does not answer', () => {
  const never = (): Promise<never> => new Promise(() => undefined);

  it('gets its findings under the default settings after two seconds', async () => {
    await start(never);
    client.open(URI, FAULTY);
    let found: readonly unknown[] | undefined;
    const asked = codes().then((answer) => (found = answer));
    await expect.poll(() => clock.waiting(2000), { timeout: 10_000 }).toBeGreaterThan(0);
    clock.pass(1999);
    await settled();
    expect(found).toBeUndefined();
    clock.pass(1);
    await asked;
    expect(found).toEqual(FOUND);
  });

  it('is heard when it answers after all', async () => {
    let answer: (settings: unknown) => void = () => undefined;
    const settings = new Promise((resolve) => (answer = resolve));
    let refreshes = 0;
    await start(never);
    client.connection.onRequest('workspace/configuration', () => settings);
    client.connection.onRequest('workspace/diagnostic/refresh', () => (refreshes++, null));
    client.open(URI, FAULTY);
    const first = client.pull(URI);
    await expect.poll(() => clock.waiting(2000), { timeout: 10_000 }).toBeGreaterThan(0);
    clock.pass(2000);
    const { resultId } = await first;
    clock.pass(1000);
    await settled();
    const before = refreshes;
    answer([{ rules: { 'row-total-mismatch': 'off' } }]);
    await expect.poll(() => clock.waiting(100), { timeout: 10_000 }).toBeGreaterThan(0);
    clock.pass(100);
    await expect.poll(() => refreshes, { timeout: 10_000 }).toBe(before + 1);
    const now = await client.pull(URI, resultId);
    expect(now.kind === 'full' && now.items.map(({ code }) => code)).toEqual(FOUND.slice(1));
  });
});

describe('folders', () => {
  const list = (uris: readonly string[]) => async (folder: string) =>
    uris.filter((uri) => uri.startsWith(`${folder}/`));
  const usual = { settings: WORKSPACE } as const;
  const pulled = async (): Promise<readonly string[]> =>
    (await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] })).items.map(
      ({ uri }) => uri,
    );

  it.each([[['']], [['', FOLDER]], [['reports']]])('without an address are none: %j', async (folders) => {
    client = await startClient({ folders });
    client.open(URI, FAULTY);
    expect(await codes()).toEqual(FOUND);
    client.open('report.txt', FAULTY);
    expect(await codes('report.txt')).toEqual(FOUND);
  });

  it('that cannot be listed hide no others', async () => {
    const good = 'file:///good/a.txt';
    client = await startClient({
      ...usual,
      folders: ['file:///gone', 'file:///good'],
      runtime: {
        files: {
          list: async (folder) =>
            folder === 'file:///gone' ? Promise.reject(new Error('unreachable')) : list([good])(folder),
          read: async (uri) => (uri === good ? FAULTY : undefined),
        },
      },
    });
    expect(await pulled()).toEqual([good]);
    expect(client.logged.join('\n')).toContain(
      '文件夹读不出 (the folder cannot be read): file:///gone: Error: unreachable',
    );
  });

  it('that take long to list hold up nobody, and are read when they can', async () => {
    clock = new Clock();
    const [good, slow] = ['file:///good/a.txt', 'file:///slow/b.txt'];
    let arrive = (): void => undefined;
    const listing = new Promise<readonly string[]>((resolve) => (arrive = () => resolve([slow])));
    client = await startClient({
      ...usual,
      folders: ['file:///slow', 'file:///good'],
      runtime: {
        later: clock.later,
        files: {
          list: (folder) => (folder === 'file:///slow' ? listing : list([good])(folder)),
          read: async (uri) => (uri === good || uri === slow ? FAULTY : undefined),
        },
      },
    });
    const first = pulled();
    // The other folder is listed, and no setting is waited for.
    await expect.poll(() => [clock.waiting(10_000), clock.waiting(2000)], { timeout: 10_000 }).toEqual([1, 0]);
    clock.pass(10_000);
    expect(await first).toEqual([good]);
    expect(client.logged.join('\n')).toContain('file:///slow');
    arrive();
    await expect.poll(pulled, { timeout: 10_000 }).toEqual([good, slow]);
  });

  it('with a file that takes for ever to read are read to the end', async () => {
    clock = new Clock();
    const uris = ['a', 'b'].map((name) => `${FOLDER}/${name}.txt`);
    const read = (uri: string): Promise<string | undefined> =>
      uri === uris[0] ? new Promise(() => undefined) : Promise.resolve(uri === uris[1] ? FAULTY : undefined);
    client = await startClient({
      ...usual,
      folder: FOLDER,
      runtime: { later: clock.later, files: { list: async () => uris, read } },
    });
    const first = pulled();
    await expect.poll(() => clock.waiting(30_000), { timeout: 10_000 }).toBe(1);
    clock.pass(30_000);
    expect(await first).toEqual([uris[1]]);
  });

  it('that change in five hundred files at once are asked about once', async () => {
    clock = new Clock();
    const uris = Array.from({ length: 500 }, (_, i) => `${FOLDER}/${i}.txt`);
    const reads: string[] = [];
    const read = async (uri: string): Promise<string | undefined> => (
      reads.push(uri),
      uris.includes(uri) ? '会议通知\n' : undefined
    );
    client = await startClient({
      ...usual,
      folder: FOLDER,
      runtime: { later: clock.later, files: { list: async () => [], read } },
    });
    await pulled();
    clock.pass(1000);
    await settled();
    const before = client.refreshes();
    reads.length = 0;
    for (const uri of uris) await changed(uri);
    await expect.poll(() => reads.length, { timeout: 30_000 }).toBe(500);
    await expect.poll(() => clock.waiting(100), { timeout: 10_000 }).toBe(1);
    clock.pass(1000);
    await settled();
    expect(client.refreshes()).toBe(before + 1);
  });
});
