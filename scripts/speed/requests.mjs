// @ts-check
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { root } from '../load-core.mjs';
import { temporaryFolder } from '../temporary.mjs';
import { median, round } from './engine.mjs';

export const URI = 'file:///speed/report.txt';

/**
 * Our server and one on the same libraries that has its answers to all requests on a text ready; both have it open.
 */
export async function startBoth(text) {
  const folder = temporaryFolder('speed');
  const answers = path.join(folder, 'answers.json');
  const ours = await start([path.join(root, 'dist/server.js'), '--stdio']);
  const requests = requestsAt(URI, text);
  await open(ours.connection, URI, text);
  /** @type {Record<string, unknown>} */
  const ready = {};
  for (const [method, params] of requests) ready[method] = await ours.connection.sendRequest(method, params);
  writeFileSync(answers, JSON.stringify(ready));
  const canned = await start([await bundle(folder), answers, '--stdio']);
  await open(canned.connection, URI, text);
  return { ours, canned, ready, requests };
}

/** How long each request on a report takes, beside a server that has the same answer ready. */
export async function measureRequests(text, rounds) {
  const { ours, canned, ready, requests } = await startBoth(text);
  /** @type {Record<string, object>} */
  const table = {};
  for (const [method, params] of requests) {
    /** @type {[number[], number[]]} */
    const [own, least] = [[], []];
    for (let i = 0; i < 2 * rounds; i++) {
      for (const { server, measured } of [
        { server: ours, measured: own },
        { server: canned, measured: least },
      ]) {
        const sent = performance.now();
        await server.connection.sendRequest(method, params);
        if (i >= rounds) measured.push(performance.now() - sent);
      }
    }
    table[method.replace('textDocument/', '')] = {
      bytes: JSON.stringify(ready[method]).length,
      'ready answer': round(median(least)),
      ours: round(median(own)),
      ratio: round(median(own) / median(least)),
    };
  }
  for (const { child } of [ours, canned]) child.kill();
  return table;
}

/**
 * Every request on a document, at a value in its middle where it needs a place, and around it or over all where it
 * needs a range.
 *
 * @returns {(readonly [string, object])[]}
 */
export function requestsAt(uri, text, around = 30) {
  const lines = text.split('\n');
  const line = lines.findIndex((words, i) => i > lines.length / 2 && /\d/.test(words));
  const position = { line, character: lines[line].search(/\d/) };
  const textDocument = { uri };
  const range = {
    start: { line: Math.max(0, line - around), character: 0 },
    end: { line: Math.min(line + around, lines.length), character: 0 },
  };
  const at = { textDocument, position };
  return [
    ['textDocument/diagnostic', { textDocument }],
    ['textDocument/documentSymbol', { textDocument }],
    ['textDocument/foldingRange', { textDocument }],
    ['textDocument/semanticTokens/full', { textDocument }],
    ['textDocument/codeLens', { textDocument }],
    ['textDocument/inlayHint', { textDocument, range }],
    ['textDocument/hover', at],
    ['textDocument/completion', at],
    ['textDocument/definition', at],
    ['textDocument/references', { ...at, context: { includeDeclaration: false } }],
    ['textDocument/documentHighlight', at],
    ['textDocument/selectionRange', { textDocument, positions: [position] }],
    ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }],
    ['textDocument/formatting', { textDocument, options: { tabSize: 4, insertSpaces: false } }],
  ];
}

/** Starts a server and introduces a client to it that wants every hint. */
export async function start(args) {
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => ({ inlayHints: 'all' })));
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: { configuration: true },
      textDocument: { diagnostic: {}, publishDiagnostics: { relatedInformation: true } },
    },
  });
  await connection.sendNotification('initialized', {});
  return { child, connection };
}

export const open = (connection, uri, text) =>
  connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'nianbao', version: 1, text },
  });

async function bundle(folder) {
  const outfile = path.join(folder, 'canned.cjs');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'canned-server.mjs')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    minify: true,
  });
  return outfile;
}
