// @ts-check
// Changes the core in one place at a time (a mutant) and looks whether a test fails: what survives is a missing test,
// dead code, or means the same. `--mutate GLOB` (more than once) takes some files, `--every N` every Nth stretch of
// their lines, `--from K` (more than once) other stretches, so that a sample for which tests were written can be
// followed by another; `--tests GLOB` (more than once) runs other tests than those of the folders. What was tried
// before is kept in out/mutation: only what has changed is tried again, and what survived and other tests come by now.
// `--again` tries everything again. What is counted is the sample of this run alone.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { readEvidence, writeEvidence } from './evidence.mjs';
import { countsOf, mutantsOf, percentOf } from './mutation/score.mjs';
import { testsOf } from './mutation/tests.mjs';

const { values: options } = parseArgs({
  options: {
    mutate: { type: 'string', multiple: true, default: ['server/src/core/**'] },
    tests: { type: 'string', multiple: true, default: [] },
    every: { type: 'string', default: '1' },
    from: { type: 'string', multiple: true, default: ['0'] },
    again: { type: 'boolean', default: false },
  },
});
const every = Number(options.every);
const from = options.from.map(Number);
if (!Number.isInteger(every) || every < 1) throw new Error('--every takes a number');
if (from.some((start) => !Number.isInteger(start) || start < 0)) throw new Error('--from takes numbers');

process.chdir(path.join(import.meta.dirname, '..'));
const core = 'server/src/core';
const kept = 'out/mutation/results.json';
mkdirSync(path.dirname(kept), { recursive: true });
const all = readdirSync(core, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => path.posix.join(core, ...name.split(path.sep)))
  .toSorted();
const files = all.filter((file) => options.mutate.some((glob) => path.matchesGlob(file, glob)));
if (files.length === 0) throw new Error(`No such file: ${options.mutate}`);

const rooms = [...new Set(files.map((file) => path.posix.dirname(file)))];
const stretches = stretchesOf(files);
const tests =
  options.tests.length > 0 ? options.tests : testsOf(rooms.map((room) => path.posix.relative(core, room) || 'index'));
// The tests' configuration is read in another process.
process.env.NIANBAO_MUTATION_TESTS = tests.join(' ');
await new Stryker({
  mutate:
    every === 1
      ? files
      : files.flatMap((file) => (stretches.get(file) ?? []).map(({ first, last }) => `${file}:${first}-${last}`)),
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
const scores = { ...earlier() };
for (const room of rooms) {
  const own = files.filter((file) => path.posix.dirname(file) === room);
  const of = all.filter((file) => path.posix.dirname(file) === room).length;
  const counts = countsOf(own.flatMap(mutantsTried));
  scores[room] = { ...counts, files: own.length, of, every, from, day };
  console.log(`${room} ${percentOf(counts)} (${mutantsOf(counts)})`, counts);
}
writeEvidence('mutation', { rooms: scores });

/** Every Nth ten lines, counted through all files: few of many small files would else be among them. */
function stretchesOf(files) {
  const SIZE = 10;
  let count = 0;
  return new Map(
    files.map((file) => {
      const lines = readFileSync(file, 'utf8').split('\n').length;
      const all = Array.from({ length: Math.ceil(lines / SIZE) }, (_, i) => ({ place: count++, first: i * SIZE + 1 }));
      const own = all.filter(({ place }) => from.some((start) => place % every === start % every));
      return [file, own.map(({ first }) => ({ first, last: first + SIZE - 1 }))];
    }),
  );
}

/** Those of this sample: what is kept has those of earlier ones too. */
function mutantsTried(file) {
  const mutants = results[file]?.mutants ?? [];
  if (every === 1) return mutants;
  return mutants.filter(({ location: { start, end } }) =>
    (stretches.get(file) ?? []).some(({ first, last }) => first <= start.line && end.line <= last),
  );
}

function earlier() {
  try {
    return readEvidence('mutation').rooms;
  } catch {
    return {};
  }
}
