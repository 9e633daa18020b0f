// Measures how fast the engine and the server are, as ratios within one run, since machines differ and are noisy:
// reading against cutting the text into lines, requests against a server on the same libraries that answers from memory. Build first.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { load } from './load-core.mjs';
import { measureEngine } from './speed/engine.mjs';
import { measureRequests } from './speed/requests.mjs';

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '300' } } });
const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds takes a number of rounds, not ${options.rounds}`);

const core = await load("export * from './server/src/core/index';");
console.table(measureEngine(core, rounds));
console.table(await measureRequests(rounds));
process.exit();
