// @ts-check
// Measures `check` over many files: time of the processor, of one thread, against markdownlint-cli2 on the same files,
// and peak memory of few files and many.
// Build first. `--linter FILE` is markdownlint-cli2's program; without it only `check` is measured. `--files N` (2000),
// `--folder FOLDER` takes files that are there; `--many N` (20000) is how many memory is measured with, 0 for not at
// all. Best kept to one core: `taskset -c 0 node scripts/measure-check.mjs …`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { temporaryFolder } from './temporary.mjs';

const root = path.join(import.meta.dirname, '..');
const { values: options } = parseArgs({
  options: {
    linter: { type: 'string' },
    files: { type: 'string', default: '2000' },
    many: { type: 'string', default: '20000' },
    folder: { type: 'string' },
  },
});
const program = path.join(root, 'dist/cli.js');
const SAMPLE = readFileSync(path.join(root, 'test/support/measured-report.txt'), 'utf8');
/** A report of about 7 KB. */
const LENGTH = 7000;
const PROSE =
  '本机关围绕中心工作，不断完善公开目录，规范公开流程，及时回应社会关切，组织业务培训，服务水平稳步提升。\n';

/** Writes reports of as many bodies. @param {number} count */
function filesOf(count) {
  const folder = temporaryFolder(`check-${count}`);
  for (let i = 0; i < count; i++) {
    const report = SAMPLE.replaceAll('青禾县', `青禾${i}县`);
    const more = PROSE.repeat(Math.max(0, Math.ceil((LENGTH - Buffer.byteLength(report)) / Buffer.byteLength(PROSE))));
    mkdirSync(path.join(folder, String(i % 50)), { recursive: true });
    writeFileSync(path.join(folder, String(i % 50), `${i}.md`), report.replace('\n二、', `\n${more}\n二、`));
  }
  return folder;
}

/** Seconds of the processor and peak memory in MB. @param {readonly string[]} args @param {string} [cwd] */
function measured(args, cwd) {
  const told =
    'data:text/javascript,import{writeSync}from"node:fs";process.on("exit",()=>writeSync(2,"\\n"+JSON.stringify(process.resourceUsage())))';
  // What is printed is thrown away: passing it on would be measured too.
  const { stderr } = spawnSync(process.execPath, ['--import', told, ...args], {
    encoding: 'utf8',
    maxBuffer: 1e9,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
  });
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(stderr.trim().split('\n').at(-1) ?? '');
  return { seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: Math.round(maxRSS / 1000) };
}

/** @param {string} folder */
const check = (folder, format = 'text') => measured([program, 'check', '--jobs', '1', '--format', format, folder]);

const folder = options.folder ?? filesOf(Number(options.files));
const own = check(folder);
console.log('check', own);
if (options.linter !== undefined) {
  const other = measured([path.resolve(options.linter), '**/*.md'], folder);
  console.log('markdownlint-cli2', other, `${(other.seconds / own.seconds).toFixed(1)} times as long`);
}
if (Number(options.many) > 0) {
  const [few, many] = [filesOf(1000), filesOf(Number(options.many))];
  for (const format of ['text', 'json', 'ndjson', 'sarif', 'github']) {
    const [less, more] = [check(few, format).megabytes, check(many, format).megabytes];
    console.log(
      `${format}: 1000 files ${less} MB, ${options.many} files ${more} MB, ${(more / less).toFixed(2)} times`,
    );
  }
}
