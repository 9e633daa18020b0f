import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createMessageConnection,
  type MessageConnection,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { FAULTY } from './texts';

const program = path.resolve(import.meta.dirname, '../../dist/server.js');
if (!existsSync(program)) throw new Error('The server is tested as it is built: npm run build');

const URI = 'file:///report.txt';
let child: ChildProcessWithoutNullStreams;
let connection: MessageConnection;
let errors: string;
let ended: Promise<number | null>;

beforeEach(() => {
  child = spawn(process.execPath, [program, '--stdio']);
  errors = '';
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  child.stdin.on('error', () => undefined);
  ended = new Promise((resolve) => child.on('close', resolve));
  connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.listen();
});
afterEach(async () => {
  connection.dispose();
  child.kill();
  await ended;
});

const initialize = (params: object = {}): Promise<unknown> =>
  connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
    ...params,
  });

describe('the server as a process', () => {
  it('ends with 0 when it was shut down before', async () => {
    await initialize();
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await ended).toBe(0);
  });

  it.each([true, false])('ends with 1 when it was not: initialized %s', async (isInitialized) => {
    if (isInitialized) await initialize();
    await connection.sendNotification('exit');
    expect(await ended).toBe(1);
  });

  it('ends with 1 when its client is gone', async () => {
    await initialize();
    child.stdin.end();
    expect(await ended).toBe(1);
  });

  it.each(['X: 1', 'Content-Length: -5'])(
    'ends, and says why, at a message without a valid length: %s',
    async (header) => {
      await initialize();
      child.stdin.write(`${header}\r\n\r\n{}`);
      expect(await ended).toBe(1);
      expect(errors).toContain('消息没有有效的长度');
    },
  );

  it('outlives messages that are no JSON, or no messages', async () => {
    await initialize();
    for (const body of ['{', '[]', 'null', '{"jsonrpc":"2.0"}', '{"jsonrpc":"2.0","method":"$/cancelRequest"}'])
      child.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
    expect(await connection.sendRequest('nianbao/status', { uri: URI })).toBeNull();
  });

  it('outlives a client that answers everything with errors and names an empty folder', async () => {
    connection.onRequest(() => new ResponseError(-32603, 'no'));
    const dynamicRegistration = true;
    await initialize({
      workspaceFolders: [{ uri: '', name: '' }],
      capabilities: {
        workspace: {
          configuration: true,
          workspaceFolders: true,
          didChangeConfiguration: { dynamicRegistration },
          didChangeWatchedFiles: { dynamicRegistration },
          diagnostics: { refreshSupport: true },
          inlayHint: { refreshSupport: true },
          codeLens: { refreshSupport: true },
        },
        textDocument: { diagnostic: { dynamicRegistration }, synchronization: { dynamicRegistration } },
        window: { workDoneProgress: true },
      },
    });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'nianbao', version: 1, text: FAULTY },
    });
    for (let i = 0; i < 3; i++) {
      await connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
      const { items } = await connection.sendRequest<{ items: unknown[] }>('textDocument/diagnostic', {
        textDocument: { uri: URI },
      });
      expect(items).toHaveLength(4);
    }
    expect(child.exitCode).toBeNull();
  });
});
