// @ts-check
import path from 'node:path';
import { root } from '../load-core.mjs';
import { open, requestsAt, start } from '../speed/requests.mjs';
import { readTexts } from '../speed/texts.mjs';
import { exponent, round } from './fit.mjs';

const URI = 'file:///growth/volume.txt';
const MEGABYTE = 1_000_000;
const SIZES = [MEGABYTE / 4, MEGABYTE, 4 * MEGABYTE];

/**
 * How long each request takes on a volume that was just opened, when nothing is known of it, and once more when all is
 * known.
 */
export async function measureRequests(rounds, server = path.join(root, 'dist/server.js')) {
  const { child, connection } = await start([server, '--stdio']);
  const reports = readTexts(path.join(root, 'samples'));
  const measured = new Map();
  for (const size of SIZES) {
    const text = volume(reports, size);
    for (const [method, params] of requestsAt(URI, text, Infinity)) {
      const least = { first: Infinity, again: Infinity };
      for (let i = 0; i < rounds; i++) {
        await open(connection, URI, text);
        for (const when of Object.keys(least))
          least[when] = Math.min(least[when], await timed(() => connection.sendRequest(method, params)));
        await connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
      }
      for (const [when, time] of Object.entries(least)) {
        const name = `${method.replace('textDocument/', '')}, ${when}`;
        measured.set(name, [...(measured.get(name) ?? []), { size, time }]);
      }
    }
  }
  child.kill();
  return Object.fromEntries([...measured].map(([name, points]) => [name, row(points)]));
}

const row = (points) => ({
  ...Object.fromEntries(points.map(({ size, time }) => [`${size / MEGABYTE} MB`, round(time)])),
  'per 100 KB': round(points.at(-1).time / (points.at(-1).size / (MEGABYTE / 10))),
  exponent: round(exponent(points)),
});

/** Reports of many bodies, each about two years, until there are so many bytes of UTF-8. */
function volume(reports, bytes) {
  const parts = [];
  let length = 0;
  for (let i = 0; length < bytes; i++) {
    const report = reports[(i >> 1) % reports.length];
    const year = /** @type {string} */ (/\d{4}/.exec(report)?.[0]);
    const part = `第${i >> 1}片区${i % 2 === 0 ? report : report.replaceAll(year, String(Number(year) - 1))}`;
    parts.push(part);
    length += Buffer.byteLength(part);
  }
  return parts.join('');
}

async function timed(run) {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
