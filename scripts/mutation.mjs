// @ts-check
// Changes the core in one place at a time (a mutant) and looks whether a test fails: what survives is a missing test,
// dead code, or means the same. `--mutate GLOB` (more than once) takes a part, `--every N` every Nth of its files.
// What was tried before and has not changed is kept in out/mutation, and counts.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { writeEvidence } from './evidence.mjs';
import { percentOf, scoresOf, totalOf } from './mutation/score.mjs';

const { values: options } = parseArgs({
  options: {
    mutate: { type: 'string', multiple: true, default: ['server/src/core/**'] },
    every: { type: 'string', default: '1' },
  },
});
const every = Number(options.every);
if (!(every >= 1)) throw new Error('--every takes a number');

process.chdir(path.join(import.meta.dirname, '..'));
const kept = 'out/mutation/results.json';
mkdirSync(path.dirname(kept), { recursive: true });
const files = readdirSync('server/src/core', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => path.posix.join('server/src/core', ...name.split(path.sep)))
  .toSorted();
const chosen = files.filter((file) => options.mutate.some((glob) => path.matchesGlob(file, glob)));
const mutate = chosen.filter((_, i) => i % every === 0);
if (mutate.length === 0) throw new Error(`No such file: ${options.mutate}`);

await new Stryker({
  mutate,
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'scripts/mutation/vitest.config.mjs', related: false },
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 1,
  incremental: true,
  incrementalFile: kept,
  tempDirName: 'out/mutation/sandbox',
  ignorePatterns: ['dist', 'out', 'docs', 'media'],
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
  allowConsoleColors: false,
}).runMutationTest();

const scores = scoresOf(JSON.parse(readFileSync(kept, 'utf8')).files, files);
writeEvidence('mutation', { scores });
for (const score of [...scores, { room: '合计 (total)', ...totalOf(scores) }])
  console.log(
    `${score.room} ${percentOf(score)}: ${score.killed} 发现 (killed)，${score.timeouts} 超时 (timed out)，${score.survived} 存活 (survived)，${score.uncovered} 未经 (uncovered)，${score.files}/${score.of} 文件 (files)`,
  );
