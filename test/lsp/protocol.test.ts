import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createConnection,
  createMessageConnection,
  ErrorCodes,
  type InitializeResult,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { startServer } from '../../server/src/lsp/server';
import { Clock } from '../support/clock';
import { startClient, type Client } from '../support/lsp-harness';
import { FAULTY, SOUND } from './texts';

const URI = 'file:///report.txt';

describe('the order of messages', () => {
  let connection: MessageConnection;
  beforeEach(() => {
    const [up, down] = [new PassThrough(), new PassThrough()];
    startServer((options) => createConnection(new StreamMessageReader(up), new StreamMessageWriter(down), options), {
      later: new Clock().later,
      nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
      ruleDocs: 'file:///rules',
      files: { list: async () => [], read: async () => undefined },
    });
    connection = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    connection.listen();
  });
  afterEach(() => connection.dispose());

  const open = (text: string): Promise<void> =>
    connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'nianbao', version: 1, text },
    });
  const codeOf = (method: string, params: unknown = {}): Promise<unknown> =>
    connection.sendRequest(method, params).then(
      () => 'answered',
      ({ code }: { code: number }) => code,
    );
  const about = { textDocument: { uri: URI } };
  const initialize = { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } };

  it.each(['textDocument/diagnostic', 'nianbao/status', 'shutdown', 'no/such/method'])(
    'has no request before initialize: %s',
    async (method) => {
      expect(await codeOf(method, about)).toBe(ErrorCodes.ServerNotInitialized);
    },
  );

  it.each([
    ['offers bytes first', { positionEncodings: ['utf-8', 'utf-16'] }, 'utf-16'],
    ['offers nothing', {}, undefined],
  ])('counts UTF-16 units for a client that %s', async (_, general, encoding) => {
    const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
      ...initialize,
      capabilities: { ...initialize.capabilities, general },
    });
    expect(capabilities.positionEncoding).toBe(encoding);
  });

  it('drops notifications before initialize', async () => {
    await open(FAULTY);
    expect(await codeOf('initialize', initialize)).toBe('answered');
    expect(await connection.sendRequest('textDocument/diagnostic', about)).toMatchObject({ items: [] });
    await open(FAULTY);
    expect(await connection.sendRequest('textDocument/documentSymbol', about)).not.toEqual([]);
  });

  it('has initialize once, and after shutdown nothing', async () => {
    await codeOf('initialize', initialize);
    expect(await codeOf('initialize', initialize)).toBe(ErrorCodes.InvalidRequest);
    expect(await codeOf('no/such/method')).toBe(ErrorCodes.MethodNotFound);
    expect(await codeOf('shutdown', undefined)).toBe('answered');
    for (const method of ['textDocument/diagnostic', 'shutdown', 'initialize', 'no/such/method'])
      expect(await codeOf(method, about)).toBe(ErrorCodes.InvalidRequest);
  });
});

describe('what a client remembers of the last findings', () => {
  let client: Client;
  beforeEach(async () => {
    client = await startClient();
  });
  afterEach(() => client.stop());
  const resultId = async (): Promise<string> => (await client.pull(URI)).resultId!;

  it('holds no longer where the text changed and its version did not', async () => {
    client.open(URI, FAULTY);
    const id = await resultId();
    client.change(URI, 1, [{ text: SOUND }]);
    expect(await client.pull(URI, id)).toMatchObject({ kind: 'full', items: [] });
    const range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
    const params = { textDocument: { uri: URI }, range, context: { diagnostics: [], only: ['quickfix'] } };
    expect(await client.request('textDocument/codeAction', params)).toEqual([]);
  });

  it('holds no longer where the file was closed and opened with another text', async () => {
    client.open(URI, FAULTY);
    const id = await resultId();
    client.close(URI);
    client.open(URI, SOUND);
    expect(await client.pull(URI, id)).toMatchObject({ kind: 'full', items: [] });
  });

  it('holds where a change was undone', async () => {
    client.open(URI, FAULTY);
    const id = await resultId();
    client.change(URI, 2, [{ text: SOUND }]);
    expect(await resultId()).not.toBe(id);
    client.change(URI, 3, [{ text: FAULTY }]);
    expect(await client.pull(URI, id)).toMatchObject({ kind: 'unchanged' });
  });

  it('holds for no other run of the server, and for no file as it is stored', async () => {
    const options = {
      folder: 'file:///',
      settings: { diagnostics: { scope: 'workspace' } },
      runtime: { files: { list: async () => [URI], read: async (uri: string) => (uri === URI ? FAULTY : undefined) } },
    };
    const ids = new Set<unknown>();
    for (let i = 0; i < 2; i++) {
      await client.stop();
      client = await startClient(options);
      const { items } = await client.request<{ items: readonly { resultId?: string }[] }>('workspace/diagnostic', {
        previousResultIds: [],
      });
      ids.add(items[0]!.resultId);
      client.open(URI, FAULTY);
      ids.add(await resultId());
    }
    expect(ids.size).toBe(4);
    expect(ids).not.toContain(undefined);
  });

  it('follows a folder’s headings that are no longer accepted', async () => {
    await client.stop();
    const config = 'file:///reports/nianbao.config.json';
    const files = new Map([[config, '{ "acceptedHeadings": { "5": ["不足与打算"] } }']]);
    client = await startClient({
      folder: 'file:///reports',
      runtime: { files: { list: async () => [], read: async (uri) => files.get(uri) } },
    });
    const uri = 'file:///reports/a.txt';
    client.open(uri, SOUND.replace(/^五、.*$/m, '五、不足与打算'));
    expect(await client.diagnostics(uri)).toEqual([]);
    files.clear();
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: config, type: 3 }],
    });
    await expect.poll(async () => (await client.diagnostics(uri)).length, { timeout: 10_000 }).toBeGreaterThan(0);
  });
});

describe('parameters', () => {
  let client: Client;
  beforeEach(async () => {
    client = await startClient();
    client.open(URI, FAULTY);
    await client.diagnostics(URI);
  });
  afterEach(() => client.stop());
  const textDocument = { uri: URI };
  const at = { line: 0, character: 0 };

  it.each([
    ['workspace/symbol', {}],
    ['workspace/symbol', { query: 7 }],
    ['codeAction/resolve', 7],
    ['codeAction/resolve', null],
    ['completionItem/resolve', 'x'],
    ['textDocument/diagnostic', { textDocument: 'x' }],
    ['workspace/diagnostic', {}],
    ['textDocument/codeAction', { textDocument, range: { start: at }, context: { diagnostics: [] } }],
    ['textDocument/codeAction', { textDocument, range: { start: at, end: at }, context: { diagnostics: [null] } }],
    ['textDocument/hover', { textDocument, position: { line: '0', character: 0 } }],
    ['textDocument/hover', { textDocument }],
    ['textDocument/inlayHint', { textDocument }],
    ['textDocument/selectionRange', { textDocument, positions: at }],
    ['workspace/executeCommand', { command: 'nianbao.server.ignore' }],
    ['workspace/executeCommand', { command: 'nianbao.server.recompute', arguments: [URI, 'x'] }],
    ['nianbao/convert', { uri: URI, layout: 'pdf' }],
    ['nianbao/cursor', { uri: URI, line: at, character: 0 }],
    ['nianbao/template', undefined],
  ])('of the wrong kind are refused and no failure: %s %j', async (method, params) => {
    const answer = client.connection.sendRequest(method, params).then(
      () => undefined,
      ({ code }: { code: number }) => code,
    );
    expect([ErrorCodes.InvalidParams, ErrorCodes.InternalError]).toContain(await answer);
    expect(client.logged).toEqual([]);
  });

  it.each([
    ['codeAction/resolve', { title: 'x', data: 7 }],
    ['codeAction/resolve', { title: 'x', data: { split: [] } }],
    ['completionItem/resolve', { label: 'x', data: { list: 0, place: 'length' } }],
    ['completionItem/resolve', { label: 'x', data: null }],
  ])('of items that are not ours leave them as they are: %s %j', async (method, item) => {
    expect(await client.request(method, item)).toEqual(item);
    expect(client.logged).toEqual([]);
  });

  it.each([
    [-1, 0],
    [0, -1],
    [9999, 0],
    [2 ** 31 - 1, 2 ** 31 - 1],
  ])('that name a place outside of the text are answered with nothing: %d:%d', async (line, character) => {
    const position = { line, character };
    const range = { start: position, end: position };
    for (const [method, nothing] of [
      ['textDocument/hover', null],
      ['textDocument/completion', []],
      ['textDocument/definition', []],
      ['textDocument/references', []],
      ['textDocument/documentHighlight', []],
      ['textDocument/onTypeFormatting', []],
    ] as const)
      expect(
        await client.request(method, {
          textDocument,
          position,
          ch: '\n',
          context: { includeDeclaration: true },
          options: {},
        }),
        method,
      ).toEqual(nothing);
    for (const method of ['textDocument/inlayHint', 'textDocument/rangeFormatting', 'textDocument/codeAction'])
      expect(
        await client.request(method, { textDocument, range, context: { diagnostics: [] }, options: {} }),
        method,
      ).toEqual([]);
    expect(await client.request('textDocument/selectionRange', { textDocument, positions: [position] })).toHaveLength(
      1,
    );
    expect(await client.request('nianbao/cursor', { uri: URI, line, character: 0 })).toEqual({ inTable: false });
    expect(client.logged).toEqual([]);
  });
});

describe('a client that changes no files on request', () => {
  it('is not offered what needs that, and is told where it asks for it', async () => {
    const client = await startClient({
      capabilities: (usual) => ({ ...usual, workspace: { ...usual.workspace, applyEdit: false } }),
    });
    const asked: unknown[] = [];
    client.connection.onRequest('workspace/applyEdit', (params) => (asked.push(params), { applied: true }));
    const said = new Promise<{ message: string }>((resolve) =>
      client.connection.onNotification('window/showMessage', resolve),
    );
    client.open(URI, FAULTY);
    const lenses: readonly { command: { command: string } }[] = await client.request('textDocument/codeLens', {
      textDocument: { uri: URI },
    });
    expect(lenses.map(({ command }) => command.command)).toEqual(lenses.map(() => ''));
    await client.request('workspace/executeCommand', { command: 'nianbao.server.recompute', arguments: [URI] });
    expect((await said).message).toContain('未作改动');
    expect(asked).toEqual([]);
    await client.stop();
  });
});
