// @ts-check
// Holds the laws of test/fuzz against made-up reports with slips in them until the time is up; fails where one is
// broken.
// `--minutes N` (1 by default), `--seed N` repeats a run, `--law ID` (more than once) tries some laws alone,
// `--keep DIR` says where failures are written.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { writeEvidence } from './evidence.mjs';
import { load, root } from './load-core.mjs';

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    law: { type: 'string', multiple: true, default: [] },
    keep: { type: 'string', default: path.join(root, 'out/fuzz') },
  },
});
const [minutes, seed] = [Number(options.minutes), Number(options.seed)];
if (!(minutes > 0) || !Number.isInteger(seed)) throw new Error('--minutes and --seed take numbers');

const { Fuzzer, LAWS, asFixture } = await load(`
  export { Fuzzer } from './test/fuzz/fuzzer';
  export { asFixture } from './test/fuzz/fixtures';
  export { LAWS } from './test/fuzz/laws/index';
`);
const unknown = options.law.filter((wanted) => LAWS.every(({ id }) => id !== wanted));
if (unknown.length > 0) throw new Error(`No such law: ${unknown}; there are ${LAWS.map(({ id }) => id).join(', ')}`);
const laws = options.law.length === 0 ? LAWS : LAWS.filter(({ id }) => options.law.includes(id));

const PROGRESS = 15_000;
console.log(`种子 (seed) ${seed}，${laws.length} 条规律 (laws)，${minutes} 分钟 (minutes)`);
const fuzzer = new Fuzzer(seed, laws);
const start = performance.now();
for (let told = start, now = start; now - start < minutes * 60_000; now = performance.now()) {
  const failure = fuzzer.next();
  if (failure !== undefined) show(failure);
  if (now - told < PROGRESS) continue;
  told = now;
  progress();
}
progress();
for (const { id } of laws) console.log(`  ${id} ${fuzzer.tried.get(id) ?? 0}`);
for (const [fault, times] of fuzzer.faults) console.error(`✘ ${fault} ×${times}`);
console.log(`${fuzzer.count - fuzzer.failed} passed, ${fuzzer.failed} failed`);
const found = { seed, minutes, inputs: fuzzer.count, failed: fuzzer.failed, laws: laws.length };
writeEvidence('fuzz', found);
process.exitCode = fuzzer.failed > 0 ? 1 : 0;

function progress() {
  const took = (performance.now() - start) / 1000;
  console.log(
    `${took.toFixed(0)} s: ${fuzzer.count} 份 (inputs)，${(fuzzer.count / took).toFixed(0)}/s，${fuzzer.faults.size} 种错误 (faults)`,
  );
}

/** What is wrong, in which smallest input, and how to see it again. */
function show(failure) {
  mkdirSync(options.keep, { recursive: true });
  const file = path.join(options.keep, `${failure.law}-${failure.seed}.json`);
  writeFileSync(file, asFixture(failure));
  console.error(
    `✘ ${failure.law}: ${failure.message}\n  ${failure.madeOf}\n  ${failure.text.length} 字 (characters): ${file}`,
  );
}
