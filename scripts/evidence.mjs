// @ts-check
// What test runs leave for `npm run evidence`, one file a kind in out/evidence/.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '../out/evidence');

/** Keeps what a run has found, with the day. @param {string} kind @param {object} found */
export function writeEvidence(kind, found) {
  mkdirSync(folder, { recursive: true });
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync(path.join(folder, `${kind}.json`), JSON.stringify({ day, ...found }));
}

/** What the last run has found; throws where there was none. @param {string} kind */
export function readEvidence(kind) {
  try {
    return JSON.parse(readFileSync(path.join(folder, `${kind}.json`), 'utf8'));
  } catch (cause) {
    throw new Error(`没有 ${kind} 的结果，请先运行 npm test (no results of ${kind}: run npm test first)`, { cause });
  }
}
