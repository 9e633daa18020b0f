// @ts-check
// Measures what checking, adding up and comparing thousands of reports take on this machine, and writes docs/scale.md.
// `--sizes 1000,10000` chooses how many reports; the built command line is measured, so build first.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { load, root } from './load-core.mjs';
import { temporaryFolder } from './temporary.mjs';

const sizes = (process.argv[process.argv.indexOf('--sizes') + 1] ?? '').match(/^[\d,]+$/)
  ? process.argv[process.argv.indexOf('--sizes') + 1].split(',').map(Number)
  : [1000, 10_000];
const program = path.join(root, 'dist/cli.js');
const PLACES = [...'东西南北中上下大小新'];
const folder = temporaryFolder('scale');
const { buildReport } = await load(`export { buildReport } from './test/support/report-builder';`);

try {
  const rows = sizes.map(measure);
  writeFileSync(path.join(root, 'docs/scale.md'), page(rows));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Half of the reports are about one year, half about the next; a few have something wrong. */
function write(count) {
  const row = (value) => [value, 0, 0, 0, 0, 0, value];
  for (let i = 0; i < count; i++) {
    const year = 2022 + (i % 2);
    const number = Math.floor(i / 2);
    const body = `青禾${PLACES[number % PLACES.length]}县${[...String(number)].map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('')}局`;
    const values = { new: row(number % 50), 'carried-out': row(number % 50), licensing: [number] };
    const below = path.join(folder, String(count), String(year), String(number % 10));
    mkdirSync(below, { recursive: true });
    const text = buildReport({ edition: '2021', year, body, values });
    writeFileSync(path.join(below, `${body}.txt`), number % 7 === 0 ? text.replace('五、', '5、') : text);
  }
}

function measure(count) {
  write(count);
  const all = path.join(folder, String(count));
  const [last, present] = ['2022', '2023'].map((year) => path.join(all, year));
  const index = path.join(folder, `${count}.ndjson`);
  const whole = path.join(folder, `${count}.json`);
  const check = run('check', '--fail-on', 'never', '--format', 'ndjson', '--out', whole, all);
  const single = run('check', '--jobs', '1', '--fail-on', 'never', '--format', 'ndjson', '--out', whole, all);
  const total = run('total', '--jobs', '1', '--force', '--year', '2023', '--out', path.join(folder, 'sum.txt'), all);
  const shared = run('compare', '--shared', present);
  const overview = run('check', '--fail-on', 'never', '--format', 'xlsx', '--out', path.join(folder, 'o.xlsx'), all);
  const indexed = run('index', '--out', index, last);
  const command = `ls -d ${present}/* | parallel --jobs ${availableParallelism()} "${process.execPath} ${program} check --jobs 1 --fail-on never --format ndjson --last-year-index ${index} {}"`;
  const begun = performance.now();
  const shards = spawnSync('bash', ['-c', command], { encoding: 'utf8', maxBuffer: 1e9 });
  const seconds = (performance.now() - begun) / 1000;
  const hasParallel = spawnSync('parallel', ['--version']).status === 0;
  const same = hasParallel && equalFindings(shards.stdout, readFileSync(whole, 'utf8'));
  rmSync(all, { recursive: true });
  return {
    count,
    check,
    single,
    total,
    shared,
    overview,
    indexed,
    shards: hasParallel ? { seconds, same } : undefined,
  };
}

/** Whether the parts of the present year have the findings that the whole has, whatever their order. */
function equalFindings(parts, whole) {
  const lines = (text) =>
    text
      .split('\n')
      .filter((line) => line.includes('/2023/'))
      .filter((line) => line.startsWith('{"path"'));
  const present = (text) =>
    lines(text)
      .filter((line) => JSON.parse(line).year === 2023)
      .sort()
      .join('\n');
  return present(parts) === present(whole) && present(whole) !== '';
}

/** Seconds of processor time and of the clock, and the most memory, as the system counts them. */
function run(...args) {
  const begun = performance.now();
  const { stderr, status } = spawnSync('/usr/bin/time', ['-f', '%U %S %M', process.execPath, program, ...args], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const seconds = (performance.now() - begun) / 1000;
  const [user, system, kilobytes] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  if (status !== 0) throw new Error(`${args.join(' ')}: exit ${status}: ${stderr.slice(0, 300)}`);
  return { seconds, cpu: user + system, megabytes: kilobytes / 1024 };
}

function page(rows) {
  const cell = ({ seconds, cpu, megabytes }) =>
    `${seconds.toFixed(1)} s / ${cpu.toFixed(1)} s / ${megabytes.toFixed(0)} MB`;
  const table = rows.map(
    ({ count, check, single, total, shared, overview, indexed, shards }) =>
      `| ${count.toLocaleString('en')} | ${cell(check)} | ${Math.round(count / single.cpu)} | ${cell(total)} (${(total.cpu / single.cpu).toFixed(2)}) | ${cell(shared)} | ${cell(overview)} | ${cell(indexed)} | ${shards === undefined ? '—' : `${shards.seconds.toFixed(1)} s, ${shards.same ? 'same findings' : 'OTHER FINDINGS'}`} |`,
  );
  return `# 规模 Scale

\`npm run measure:scale\` 写这一页 (writes this page)。${cpus().length} × ${cpus()[0]?.model ?? ''}，${Math.round(totalmem() / 2 ** 30)} GB，Node ${process.version}。
每格依次为：时钟时间、处理器时间、最多内存。机器上另有其他工作时，时钟时间会偏长，以处理器时间为准。
(Each cell: time by the clock, processor time, most memory. Where the machine has other work to do, go by processor time.)

| 年报 reports | check | 每秒每核 a second and core | total --jobs 1 (÷ check --jobs 1) | compare --shared (½) | check --format xlsx | index (½) | GNU parallel (½) |
| --- | --- | --- | --- | --- | --- | --- | --- |
${table.join('\n')}

年报为本项目自拟的短文本（约 5 KB），一半为上年、一半为本年，七分之一有错。(½)：只取一个年度。
(The reports are short texts of our own, half of them about one year and half about the next; one in seven has a mistake. (½): one year alone.)

表中没有的规模没有测。处理器时间随份数直线增长；内存主要是名称和上年摘要，随份数缓慢增长。
(Sizes that are not in the table were not measured.)

## 一台机器不够时 Beyond one machine

上年年报的索引写一次，各批分头检查，结果与一次检查全部相同（上表最后一列逐份比对）。
(The index of last year is written once; parts are checked by themselves, and their findings are those of one run, which the last column compares report by report.)

\`\`\`sh
nianbao index --out 上年.ndjson 2022/
ls -d 2023/* | parallel nianbao check --jobs 1 --format ndjson --fail-on never --last-year-index 上年.ndjson {} > 结果.ndjson
\`\`\`

同一机关在一个年度里的几份、应报送机关的名单和 \`total\` 看的是全部文件，不能分批。
(Several reports of a body in one year, lists of expected bodies and \`total\` need all files and cannot be split.)
`;
}
