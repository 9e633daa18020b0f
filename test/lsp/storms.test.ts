import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startClient, type Client } from '../support/lsp-harness';
import { FAULTY } from './texts';

const URI = 'file:///report.txt';
let client: Client;
afterEach(() => client.stop());

/** What editors ask after each key. */
const REQUESTS: readonly (readonly [method: string, params: object])[] = [
  ['textDocument/diagnostic', {}],
  ['textDocument/documentSymbol', {}],
  ['textDocument/foldingRange', {}],
  ['textDocument/codeLens', {}],
  ['textDocument/semanticTokens/full', {}],
  ['textDocument/inlayHint', { range: { start: { line: 0, character: 0 }, end: { line: 500, character: 0 } } }],
  ['textDocument/hover', { position: { line: 3, character: 1 } }],
  ['textDocument/completion', { position: { line: 3, character: 1 } }],
  ['nianbao/status', { uri: URI }],
  ['nianbao/preview', { uri: URI, line: 0, lastYear: false }],
];

describe('a storm', () => {
  it('of ten thousand changes that nobody waits for ends in the findings of the last text', async () => {
    client = await startClient();
    client.open(URI, FAULTY);
    const text = TextDocument.create(URI, 'nianbao', 1, FAULTY);
    const number = FAULTY.indexOf('4', FAULTY.indexOf('一、本年新收政府信息公开申请数量'));
    const place = TextDocument.create(URI, 'nianbao', 1, FAULTY).positionAt(number);
    for (let version = 2; version <= 10_001; version++) {
      const digit = String(version % 10);
      const change = { range: { start: place, end: { ...place, character: place.character + 1 } }, text: digit };
      TextDocument.update(text, [change], version);
      client.change(URI, version, [change]);
    }
    const found = await client.diagnostics(URI);
    client.open('file:///fresh.txt', text.getText());
    const fresh = await client.diagnostics('file:///fresh.txt');
    const said = ({ code, message, range }: (typeof found)[number]): unknown => ({ code, message, range });
    expect(found.map(said)).toEqual(fresh.map(said));
  }, 60_000);

  it('of requests that are cancelled at once has each answered, and the next as always', async () => {
    client = await startClient();
    client.open(URI, FAULTY);
    const expected = await client.diagnostics(URI);
    const answers: Promise<unknown>[] = [];
    for (let i = 0; i < 100; i++) {
      for (const [method, params] of REQUESTS) {
        const source = new CancellationTokenSource();
        const all = { textDocument: { uri: URI }, ...params };
        answers.push(client.connection.sendRequest(method, all, source.token));
        source.cancel();
      }
    }
    const ends = await Promise.allSettled(answers);
    const errors = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
    const codes = new Set(errors.map((error) => (error instanceof ResponseError ? error.code : error)));
    expect([...codes].filter((code) => code !== LSPErrorCodes.RequestCancelled)).toEqual([]);
    expect(client.logged.filter((line) => line.includes('Error'))).toEqual([]);
    expect(await client.diagnostics(URI)).toEqual(expected);
  });

  it('of documents that open, change and close while they are asked about leaves nothing behind', async () => {
    client = await startClient();
    const answers: Promise<unknown>[] = [];
    for (let i = 0; i < 60; i++) {
      const uri = `file:///report-${i % 7}.txt`;
      client.open(uri, FAULTY);
      for (const [method, params] of REQUESTS)
        answers.push(client.connection.sendRequest(method, { textDocument: { uri }, ...params, uri }));
      client.change(uri, 2, [{ text: i % 2 === 0 ? '' : FAULTY.replaceAll('3', '5') }]);
      client.close(uri);
    }
    const ends = await Promise.allSettled(answers);
    expect(ends.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(client.logged.filter((line) => line.includes('Error'))).toEqual([]);
    expect(await client.diagnostics('file:///report-3.txt')).toEqual([]);
  });
});
