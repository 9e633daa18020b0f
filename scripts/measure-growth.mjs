// @ts-check
// Measures how time grows with the text: for each pattern of test/growth/patterns.ts everything the engine does with it
// at four sizes, each four times the one before, and for a volume of many reports the server's requests. The exponent
// is 1 where time is in proportion and 2 where it is squared. Build first.
// `--only PATTERN` takes the patterns whose name matches, `--requests` measures the server alone; `--rounds N` (3 by
// default) takes the least of so many; `--server FILE` asks another server; `--write` puts all of it into
// docs/growth.md. Ends with 1 where an exponent is too large.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { measureEngine } from './growth/engine.mjs';
import { growthPage } from './growth/page.mjs';
import { measureRequests } from './growth/requests.mjs';
import { load, root } from './load-core.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    requests: { type: 'boolean' },
    rounds: { type: 'string', default: '3' },
    server: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new Error(`--rounds takes a number of rounds, not ${options.rounds}`);

if (options.write && (options.requests === true || options.only !== undefined))
  throw new Error('--write takes all of it');

/** n log n still passes, and the clock's noise. */
const MOST = 1.1;

/** @type {Record<string, any>[]} */
const tables = [];
if (options.requests !== true) {
  const growth = await load(
    "export { PATTERNS } from './test/growth/patterns'; export { OPERATIONS, subjectOf } from './test/growth/operations';",
  );
  tables.push(measureEngine(growth, new RegExp(options.only ?? ''), rounds, MOST));
}
if (options.only === undefined) tables.push(await measureRequests(rounds, options.server));
for (const table of tables) console.table(table);
if (options.write) writeFileSync(path.join(root, 'docs/growth.md'), growthPage(tables, { rounds, most: MOST }));
const steep = tables
  .flatMap((table) => Object.entries(table).filter(([, { exponent }]) => exponent > MOST))
  .map(([name]) => name);
if (steep.length > 0) console.log(`Steeper than ${MOST}: ${steep.join('; ')}`);
process.exit(steep.length > 0 ? 1 : 0);
