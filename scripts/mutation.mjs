// @ts-check
// Changes the core in one place at a time (a mutant) and looks whether a test fails: what survives is a missing test,
// dead code, or means the same. `--mutate GLOB` (more than once) takes some files, `--every N` every Nth stretch of
// their lines, `--tests GLOB` (more than once) runs other tests than all quick ones. What was tried before is kept in
// out/mutation: only what has changed is tried again, and what survived and other tests come by now; so a room's own
// tests can go first, and all of them see what these have left. `--again` tries everything again.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { readEvidence, writeEvidence } from './evidence.mjs';
import { countsOf, mutantsOf, percentOf } from './mutation/score.mjs';

const { values: options } = parseArgs({
  options: {
    mutate: { type: 'string', multiple: true, default: ['server/src/core/**'] },
    tests: { type: 'string', multiple: true, default: [] },
    every: { type: 'string', default: '1' },
    again: { type: 'boolean', default: false },
  },
});
const every = Number(options.every);
if (!Number.isInteger(every) || every < 1) throw new Error('--every takes a number');

process.chdir(path.join(import.meta.dirname, '..'));
const kept = 'out/mutation/results.json';
mkdirSync(path.dirname(kept), { recursive: true });
const all = readdirSync('server/src/core', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => path.posix.join('server/src/core', ...name.split(path.sep)))
  .toSorted();
const files = all.filter((file) => options.mutate.some((glob) => path.matchesGlob(file, glob)));
if (files.length === 0) throw new Error(`No such file: ${options.mutate}`);

// The tests' configuration is read in another process.
if (options.tests.length > 0) process.env.NIANBAO_MUTATION_TESTS = options.tests.join(' ');
await new Stryker({
  mutate: every === 1 ? files : files.flatMap(stretchesOf),
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'scripts/mutation/vitest.config.mjs', related: false },
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 1,
  timeoutMS: 2000,
  timeoutFactor: 1.2,
  incremental: true,
  incrementalFile: kept,
  force: options.again,
  tempDirName: 'out/mutation/sandbox',
  ignorePatterns: ['dist', 'out', 'docs', 'media'],
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
  allowConsoleColors: false,
}).runMutationTest();

const results = JSON.parse(readFileSync(kept, 'utf8')).files;
const day = new Date().toISOString().slice(0, 10);
const rooms = { ...earlier() };
for (const room of new Set(files.map(path.posix.dirname))) {
  const own = files.filter((file) => path.posix.dirname(file) === room);
  const of = all.filter((file) => path.posix.dirname(file) === room).length;
  const counts = countsOf(own.flatMap((file) => results[file]?.mutants ?? []));
  rooms[room] = { ...counts, files: own.length, of, every, day };
  console.log(`${room} ${percentOf(counts)} (${mutantsOf(counts)})`, counts);
}
writeEvidence('mutation', { rooms });

/** Every Nth ten lines, not the first ones of each file alone. */
function stretchesOf(file, index) {
  const SIZE = 10;
  const lines = readFileSync(file, 'utf8').split('\n').length;
  const starts = Array.from({ length: Math.ceil(lines / SIZE) }, (_, i) => i).filter((i) => (i + index) % every === 0);
  return starts.map((start) => `${file}:${start * SIZE + 1}-${start * SIZE + SIZE}`);
}

function earlier() {
  try {
    return readEvidence('mutation').rooms;
  } catch {
    return {};
  }
}
