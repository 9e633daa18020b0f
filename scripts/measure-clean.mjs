// @ts-check
// Counts what is found in reports in which all is right and whose prose is made of true sentences and traps.
// `--reports N` (10,000 by default). Fails where there is an error or a warning, or more than 5 informations.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { load } from './load-core.mjs';

const { values: options } = parseArgs({ options: { reports: { type: 'string', default: '10000' } } });
const reports = Number(options.reports);
if (!Number.isInteger(reports) || reports < 1)
  throw new Error(`--reports takes a number of reports, not ${options.reports}`);

const MOST_INFORMATION = 5;
const { alarmsIn } = await load(`export { alarmsIn } from './test/generator/sentences/clean';`);
const { errors, warnings, information, found } = alarmsIn(reports);
for (const line of found.slice(0, 40)) console.log(line);
console.log(`${reports} 份报告 (reports): 错误 ${errors}，警告 ${warnings}，提示 ${information}`);
process.exitCode = errors + warnings > 0 || information > MOST_INFORMATION ? 1 : 0;
