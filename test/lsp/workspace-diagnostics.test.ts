import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type {
  Diagnostic,
  PreviousResultId,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import { encode } from '../../server/src/files/decode';
import { nodeFiles } from '../../server/src/files/node-files';
import { buildReport } from '../support/report-builder';
import { startClient, type Client, type ClientOptions } from '../support/lsp-harness';
import { FAULTY, SOUND } from './texts';

const FOLDER = 'file:///reports';
const WORKSPACE = { diagnostics: { scope: 'workspace' } };
const FOUND = ['row-total-mismatch', 'dash-for-zero', 'balance-mismatch', 'misnumbered-section'];
const of = (name: string): string => `${FOLDER}/${name}`;

let client: Client;
afterEach(() => client.stop());

/** A folder whose files are these; `reads` tells how often they were read. */
async function openFolder(
  files: Map<string, string>,
  options: ClientOptions = {},
): Promise<{ readonly reads: string[] }> {
  const reads: string[] = [];
  const read = async (uri: string): Promise<string | undefined> => {
    reads.push(uri);
    return files.get(uri);
  };
  client = await startClient({
    folder: FOLDER,
    settings: WORKSPACE,
    ...options,
    runtime: { files: { list: async () => [...files.keys()], read } },
  });
  return { reads };
}

const pull = async (
  previousResultIds: readonly PreviousResultId[] = [],
  more: object = {},
): Promise<readonly WorkspaceDocumentDiagnosticReport[]> =>
  (
    await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      identifier: 'nianbao',
      previousResultIds,
      ...more,
    })
  ).items;

const codes = (diagnostics: readonly Diagnostic[]): readonly unknown[] => diagnostics.map(({ code }) => code);
const found = (
  reports: readonly WorkspaceDocumentDiagnosticReport[],
): Readonly<Record<string, readonly unknown[] | 'unchanged'>> =>
  Object.fromEntries(reports.map((report) => [report.uri, report.kind === 'full' ? codes(report.items) : 'unchanged']));
const resultIds = (reports: readonly WorkspaceDocumentDiagnosticReport[]): readonly PreviousResultId[] =>
  reports.map(({ uri, resultId }) => ({ uri, value: resultId! }));

const changed = (uri: string, type: number): Promise<void> =>
  client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });

describe('diagnostics of the workspace', () => {
  it('are those of every report in its folders, open or not, and of nothing else', async () => {
    await openFolder(
      new Map([
        [of('a.txt'), FAULTY],
        [of('b.txt'), SOUND],
        [of('readme.md'), '会议通知\n'],
        [of('c.txt'), 'x'],
      ]),
    );
    client.open(of('c.txt'), FAULTY.replace('水务局', '司法局'));
    client.open('file:///elsewhere.txt', FAULTY.replace('水务局', '财政局'));
    const reports = await pull();
    expect(found(reports)).toEqual({ [of('a.txt')]: FOUND, [of('b.txt')]: [], [of('c.txt')]: FOUND });
    expect(reports.map(({ version }) => version)).toEqual([1, null, null]);
  });

  it('are none where the setting leaves it at open files, which is usual', async () => {
    await openFolder(new Map([[of('a.txt'), FAULTY]]), { settings: {} });
    expect(await pull()).toEqual([]);
    expect(await client.diagnostics(of('a.txt'))).toEqual([]);
  });

  it('are not sent nor worked out again while nothing changed', async () => {
    const { reads } = await openFolder(
      new Map([
        [of('a.txt'), FAULTY],
        [of('b.txt'), SOUND],
      ]),
    );
    const first = await pull();
    const before = reads.length;
    const second = await pull(resultIds(first));
    expect(found(second)).toEqual({ [of('a.txt')]: 'unchanged', [of('b.txt')]: 'unchanged' });
    expect(resultIds(second)).toEqual(resultIds(first));
    expect(reads).toHaveLength(before);
  });

  it('are known by whatever spelling of the URI the client uses', async () => {
    await openFolder(new Map([[of('a (1).txt'), FAULTY]]));
    const [{ value }] = resultIds(await pull()) as [PreviousResultId];
    const spelt = of('a%20%281%29.txt');
    expect(found(await pull([{ uri: spelt, value }]))).toEqual({ [of('a (1).txt')]: 'unchanged' });
    client.open(spelt, SOUND);
    expect(found(await pull())).toEqual({ [spelt]: [] });
  });

  it('follow files that are changed, come and go', async () => {
    const files = new Map([
      [of('a.txt'), FAULTY],
      [of('b.txt'), FAULTY.replace('水务局', '司法局')],
    ]);
    await openFolder(files);
    const first = await pull();
    files.set(of('a.txt'), SOUND);
    files.delete(of('b.txt'));
    files.set(of('c.txt'), FAULTY.replace('水务局', '财政局'));
    await changed(of('a.txt'), 2);
    await changed(of('b.txt'), 3);
    await changed(of('c.txt'), 1);
    const now = async () => found(await pull(resultIds(first)));
    await expect.poll(now, { timeout: 10_000 }).toEqual({ [of('a.txt')]: [], [of('c.txt')]: FOUND, [of('b.txt')]: [] });
  });

  it('change with last year’s report alone, when that is typed in', async () => {
    const [last, present, other] = [of('2023.txt'), of('2024.txt'), of('other.txt')];
    const files = new Map([
      [last, buildReport({ edition: '2021', year: 2023 })],
      [present, buildReport({ edition: '2021', year: 2024 })],
      [other, SOUND.replace('水务局', '司法局')],
    ]);
    await openFolder(files);
    const first = await pull();
    expect(found(first)[present]).toEqual([]);
    client.open(
      last,
      buildReport({
        edition: '2021',
        year: 2023,
        values: { new: [1, 0, 0, 0, 0, 0, 1], 'carried-out': [1, 0, 0, 0, 0, 0, 1] },
      }),
    );
    await client.diagnostics(last);
    const again = async () => found(await pull(resultIds(first)));
    await expect
      .poll(async () => (await again())[present], { timeout: 10_000 })
      .toEqual(['carry-over-mismatch', 'carry-over-mismatch']);
    expect((await again())[other]).toBe('unchanged');
  });

  it('are kept when a file is closed, and taken back when the setting changes', async () => {
    await openFolder(new Map([[of('a.txt'), FAULTY]]));
    client.open(of('a.txt'), SOUND);
    expect(found(await pull())).toEqual({ [of('a.txt')]: [] });
    client.close(of('a.txt'));
    expect(codes(await client.diagnostics(of('a.txt')))).toEqual(FOUND);
    await expect.poll(async () => found(await pull()), { timeout: 10_000 }).toEqual({ [of('a.txt')]: FOUND });
    const kept = await pull();
    client.configure({});
    expect(found(await pull(resultIds(kept)))).toEqual({ [of('a.txt')]: [] });
    expect(await client.diagnostics(of('a.txt'))).toEqual([]);
  });

  it('heed the configuration and the settings', async () => {
    const config = JSON.stringify({
      rules: { 'dash-for-zero': 'off' },
      ignores: [{ rule: 'misnumbered-section', reason: '惯例' }],
    });
    await openFolder(
      new Map([
        [of('a.txt'), FAULTY],
        [of('nianbao.config.json'), config],
      ]),
    );
    const first = await pull();
    expect(found(first)).toEqual({ [of('a.txt')]: ['row-total-mismatch', 'balance-mismatch'] });
    client.configure({ ...WORKSPACE, rules: { 'balance-mismatch': 'off' } });
    expect(found(await pull(resultIds(first)))).toEqual({ [of('a.txt')]: ['row-total-mismatch'] });
  });

  it('come in pieces to a client that takes them so', async () => {
    const files = new Map(
      Array.from({ length: 40 }, (_, i) => [of(`${i}.txt`), FAULTY.replace('水务局', `第${i}中学`)]),
    );
    await openFolder(files);
    const pieces: WorkspaceDocumentDiagnosticReport[][] = [];
    client.connection.onNotification(
      '$/progress',
      ({ token, value }: { token: string; value: WorkspaceDiagnosticReport }) => {
        if (token === 'pieces') pieces.push(value.items);
      },
    );
    const rest = await pull([], { partialResultToken: 'pieces' });
    expect(pieces.length).toBeGreaterThan(1);
    expect([...pieces.flat(), ...rest].map(({ uri }) => uri).sort()).toEqual([...files.keys()].sort());
    expect(rest.length).toBeLessThan(files.size / 2);
  });

  it('let other requests pass, and end when they are no longer waited for', async () => {
    const files = new Map(
      Array.from({ length: 5 }, (_, i) => [of(`${i}.txt`), FAULTY.replace('水务局', `第${i}中学`)]),
    );
    const reads: string[] = [];
    let reading = Promise.resolve();
    const read = async (uri: string): Promise<string | undefined> => {
      reads.push(uri);
      await reading;
      return files.get(uri);
    };
    client = await startClient({
      folder: FOLDER,
      settings: WORKSPACE,
      runtime: { files: { list: async () => [...files.keys()], read } },
    });
    await pull();
    client.open(of('a.txt'), FAULTY);
    await client.diagnostics(of('a.txt'));
    reads.length = 0;
    let goOn = (): void => undefined;
    reading = new Promise((resolve) => (goOn = resolve));
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] }, source.token);
    const outcome = expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    await expect.poll(() => reads, { timeout: 10_000 }).toHaveLength(1);
    source.cancel();
    expect(await client.request('nianbao/status', { uri: of('a.txt') })).toMatchObject({ recognised: true });
    goOn();
    await outcome;
    expect(reads).toHaveLength(1);
  });

  it('read files in their own encoding', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'nianbao-'));
    try {
      await writeFile(path.join(folder, '年报.txt'), encode(FAULTY, 'gb18030')!);
      client = await startClient({
        folder: pathToFileURL(folder).href,
        settings: WORKSPACE,
        runtime: { files: nodeFiles },
      });
      expect(Object.values(found(await pull()))).toEqual([FOUND]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('are nothing where no folder is open or its files cannot be listed', async () => {
    client = await startClient({ settings: WORKSPACE });
    expect(await pull()).toEqual([]);
    await client.stop();
    const list = (): Promise<never> => Promise.reject(new Error('no such folder'));
    client = await startClient({
      folder: FOLDER,
      settings: WORKSPACE,
      runtime: { files: { list, read: async () => undefined } },
    });
    expect(await pull()).toEqual([]);
  });
});

describe('a client that can be told later', () => {
  const dynamic: ClientOptions['capabilities'] = (usual) => ({
    ...usual,
    textDocument: { ...usual.textDocument, diagnostic: { dynamicRegistration: true } },
  });
  const registered = (): readonly unknown[] =>
    client
      .registrations()
      .flatMap(({ method, registerOptions }) => (method === 'textDocument/diagnostic' ? [registerOptions] : []));

  it('hears of diagnostics for the workspace while the setting asks for them', async () => {
    await openFolder(new Map([[of('a.txt'), FAULTY]]), { capabilities: dynamic, settings: {} });
    expect(client.initialized.capabilities.diagnosticProvider).toMatchObject({
      workspaceDiagnostics: false,
      id: expect.any(String),
    });
    expect(registered()).toEqual([]);
    client.configure(WORKSPACE);
    await expect
      .poll(registered, { timeout: 10_000 })
      .toMatchObject([{ identifier: 'nianbao', workspaceDiagnostics: true }]);
    client.configure({});
    await expect
      .poll(registered, { timeout: 10_000 })
      .toMatchObject([{ identifier: 'nianbao', workspaceDiagnostics: false }]);
  });
});

describe('a client that does not ask', () => {
  it('is told of files that are not open where the setting asks for them, and of changes in them', async () => {
    const files = new Map([
      [of('a.txt'), FAULTY],
      [of('b.txt'), SOUND],
    ]);
    await openFolder(files, { pull: false });
    expect(codes((await client.published(of('a.txt'))).diagnostics)).toEqual(FOUND);
    expect((await client.published(of('b.txt'))).diagnostics).toEqual([]);
    files.set(of('a.txt'), SOUND);
    await changed(of('a.txt'), 2);
    expect((await client.published(of('a.txt'))).diagnostics).toEqual([]);
  });

  it('hears of a file’s stored problems when it is closed, and no more when the setting changes', async () => {
    await openFolder(new Map([[of('a.txt'), FAULTY]]), { pull: false });
    const next = async (): Promise<readonly unknown[]> => codes((await client.published(of('a.txt'))).diagnostics);
    expect(await next()).toEqual(FOUND);
    client.open(of('a.txt'), SOUND);
    expect(await next()).toEqual([]);
    client.close(of('a.txt'));
    await expect.poll(next, { timeout: 10_000 }).toEqual(FOUND);
    client.configure({});
    expect(await next()).toEqual([]);
  });
});
