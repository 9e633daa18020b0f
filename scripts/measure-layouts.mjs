// @ts-check
// Measures how well reports are read in the layouts that they are published in, on generated reports in which all is
// right.
// `--reports N` (of each layout, 200 by default), `--write docs/layouts.md` puts the page there. The reports are the
// same at every run.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const { values: options } = parseArgs({
  options: { reports: { type: 'string', default: '200' }, write: { type: 'string' } },
});
const reports = Number(options.reports);
if (!Number.isInteger(reports) || reports < 1)
  throw new Error(`--reports takes a number of reports, not ${options.reports}`);

const { measureLayouts, measureNoises } = await loadMeasure();
const text = page();
if (options.write === undefined) console.log(text);
else writeFileSync(path.resolve(root, options.write), text);

function page() {
  return `# 版式识读 Reading layouts

每种版式生成 ${reports} 份各项勾稽都成立的报告（两版都有），印成该版式再读入，逐格与原数比较。报告里没有错误，因此任何提示都是误报。“夹杂”一列另加若干印刷差异：
换行的标签、页码、全角数字、康熙部首、繁体字等，随机组合。标签与数值脱开的版式读不出属于哪一格，只要求不误报勾稽、每张表至多一条“行内数值个数不对”。

${reports} reports of each layout, of both editions, in which every relation holds, are printed and read again, cell by cell. Nothing is wrong in
them, so that every finding is a false alarm. *With noise* adds a random choice of the looks listed below. Where labels and values stand apart no
cell can be told; what is asked there is that no sum is called wrong and that each table gives one finding.

| 版式 Layout | 单元格 Cells | 读对 Read right | 误报 False alarms | 夹杂后读对 With noise | 误报 False alarms |
| --- | ---: | ---: | ---: | ---: | ---: |
${measureLayouts(reports).map(layoutRow).join('\n')}

单独一种印刷差异，各版式合计 One kind of noise at a time, over all layouts that show it:

| 差异 Noise | 报告 Reports | 单元格 Cells | 读对 Read right | 误报 False alarms | 提示 Remarks |
| --- | ---: | ---: | ---: | ---: | ---: |
${measureNoises(reports).map(noiseRow).join('\n')}

## 重新测量 Run it again

\`\`\`sh
node scripts/measure-layouts.mjs --reports ${reports} --write docs/layouts.md
\`\`\`

报告由固定的种子产生，每次结果相同。The reports come from fixed seeds: the result is the same at every run.
`;
}

function layoutRow({ layout, plain, noisy }) {
  const alarms = (score) => (layout.torn ? `${score.sums} (+${score.alarms - score.sums} row-width)` : score.alarms);
  const right = (score) => (layout.torn ? '–' : share(score));
  return row([`${layout.id} ${layout.name}`, plain.cells, right(plain), alarms(plain), right(noisy), alarms(noisy)]);
}

function noiseRow({ noise, score }) {
  return row([`${noise.id} ${noise.name}`, score.reports, score.cells, share(score), score.alarms, score.remarks]);
}

function row(cells) {
  return `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
}

/** Rounded down, so that 100 % means all of them. */
function share({ right, cells }) {
  return `${(Math.floor((10_000 * right) / cells) / 100).toFixed(2)} %`;
}

/** Generator and engine are TypeScript: bundled in memory, nothing written. */
async function loadMeasure() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { measureLayouts, measureNoises } from './test/generator/measure';`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'node20',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
