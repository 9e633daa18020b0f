// @ts-check
// Types into many documents for a long time, asking for diagnostics, symbols and tokens as an editor does, and tells
// how much memory the server takes on the way. Build first.
// `--edits N` (200,000 by default), `--documents N` (50), `--ask N` asks after every so many edits (20), `--seed N`.
// Ends with 1 where memory still grows in the second half, or an answer is an error.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { writeEvidence } from './evidence.mjs';
import { root } from './load-core.mjs';
import { open, start } from './speed/requests.mjs';
import { readTexts } from './speed/texts.mjs';

const { values: options } = parseArgs({
  options: {
    edits: { type: 'string', default: '200000' },
    documents: { type: 'string', default: '50' },
    ask: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
});
const [edits, documents, ask, seed] = [options.edits, options.documents, options.ask, options.seed].map(Number);
/** By how much the second half may take more than the first: collections come when they come. */
const MOST = 1.15;
const STEPS = 10;

let state = seed;
/** A whole number below a limit; the same seed gives the same ones. */
const below = (limit) => {
  state = (Math.imul(state, 1103515245) + 12345) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};

const { child, connection } = await start([path.join(root, 'dist/server.js'), '--stdio']);
const samples = readTexts(path.join(root, 'samples'));
const opened = Array.from({ length: documents }, (_, i) => ({
  uri: `file:///soak/${i}.txt`,
  version: 1,
  lines: `第${i}片区${samples[i % samples.length]}`.split('\n'),
}));
for (const { uri, lines } of opened) await open(connection, uri, lines.join('\n'));

const peaks = [];
const startedAt = performance.now();
for (let i = 0; i < edits; i++) {
  const document = opened[below(documents)];
  await connection.sendNotification('textDocument/didChange', change(document));
  if (i % ask === 0) {
    const textDocument = { uri: document.uri };
    for (const method of ['textDocument/diagnostic', 'textDocument/documentSymbol', 'textDocument/semanticTokens/full'])
      await connection.sendRequest(method, { textDocument });
  }
  const step = Math.floor((i * STEPS) / edits);
  if (i % 500 === 0) peaks[step] = Math.max(peaks[step] ?? 0, memory());
}
const minutes = (performance.now() - startedAt) / 60_000;
child.kill();

const half = (from) => Math.max(...peaks.slice(from, from + STEPS / 2));
const [first, second] = [half(0), half(STEPS / 2)];
console.log(`${edits} 次改动 (edits)，${documents} 份 (documents)，${minutes.toFixed(1)} 分钟 (minutes)`);
console.log(`每十分之一的最大内存 (most memory in each tenth): ${peaks.map((bytes) => `${mb(bytes)} MB`).join(', ')}`);
const grows = second > first * MOST;
console.log(grows ? `仍在增长 (still growing): ${(second / first).toFixed(2)}` : '不再增长 (level)');
writeEvidence('soak', { edits, documents, seed, first: mb(first), second: mb(second) });
process.exit(grows ? 1 : 0);

/** A digit, a character or a line comes or goes somewhere. */
function change(document) {
  const { lines } = document;
  const line = below(lines.length);
  const character = below(lines[line].length + 1);
  const end = Math.min(lines[line].length, character + below(3));
  const text = ['7', '0', '', '总', '，', '\t', '\n'][below(7)];
  const replaced = lines[line].slice(0, character) + text + lines[line].slice(end);
  lines.splice(line, 1, ...replaced.split('\n'));
  return {
    textDocument: { uri: document.uri, version: ++document.version },
    contentChanges: [{ range: { start: { line, character }, end: { line, character: end } }, text }],
  };
}

/** What the server holds of the machine's memory, in bytes; Linux alone tells. */
function memory() {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

function mb(bytes) {
  return Math.round(bytes / 1024 ** 2);
}
