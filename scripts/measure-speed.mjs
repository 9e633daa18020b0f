// @ts-check
// Measures how fast the engine and the server are, as ratios within one run, since machines differ and are noisy:
// reading against cutting the text into lines, requests against a server on the same libraries that answers from
// memory, and so behind keys that change the text. Build first.
// `--rounds N` (300 by default); `--reports FOLDER` takes the texts of another folder than the samples.
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { load, root } from './load-core.mjs';
import { measureEdits } from './speed/edits.mjs';
import { measureEngine } from './speed/engine.mjs';
import { measureRequests } from './speed/requests.mjs';
import { readTexts, volume } from './speed/texts.mjs';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '300' },
    reports: { type: 'string', default: path.join(root, 'samples') },
  },
});
const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new Error(`--rounds takes a number of rounds, not ${options.rounds}`);

const texts = readTexts(options.reports);
const core = await load("export * from './server/src/core/index';");
console.table(measureEngine(core, texts, rounds));
console.table(await measureRequests(texts[0], rounds));
console.table(await measureEdits(texts[0], rounds));
console.table(await measureEdits(volume(texts.slice(0, 1), 100_000), Math.ceil(rounds / 10)));
process.exit();
