// @ts-check
// The completions of the command line in real shells other than bash, each asked as by a person's first Tab.
import { execFile } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { findProgram } from '../../scripts/process.mjs';
import { seconds } from '../../scripts/progress.mjs';
import { installPackages } from '../host/debian.mjs';

const root = path.join(import.meta.dirname, '../..');
const completions = path.join(root, 'completions');
/** Milliseconds in which a busy machine gets so far, too. */
const patience = 60_000;

/** What is typed, and a word that has to be offered. */
const ASKED = [
  ['nianbao let', 'letter'],
  ['nianbao check --base', 'baseline'],
  ['nianbao letter --format m', 'markdown'],
  ['nianbao explain bal', 'balance-mismatch'],
  ['nianbao fix --rule fra', 'fractional-count'],
];

const SHELLS = [
  {
    program: 'zsh',
    args: (typed, wanted) => ['-f', path.join(root, 'test/shells/first-tab.zsh'), completions, typed, wanted],
  },
  {
    program: 'fish',
    args: (typed) => ['-c', `source '${path.join(completions, 'nianbao.fish')}'; complete -C '${typed}'`],
  },
];

let failed = 0;
for (const { program, args } of SHELLS) {
  const start = performance.now();
  try {
    if (!findProgram(program)) await installPackages([program], `请安装 (please install it): ${program}`);
    for (const [typed, wanted] of ASKED) {
      const { stdout } = await promisify(execFile)(program, args(typed, wanted), { timeout: patience });
      if (!stdout.includes(wanted)) throw new Error(`${typed}: ${stdout}`);
    }
    console.log(`  ✔ ${program} ${seconds(start)}`);
  } catch (error) {
    failed++;
    console.log(`  ✘ ${program} ${seconds(start)}\n${error instanceof Error ? error.message : String(error)}`);
  }
}
process.exit(failed > 0 ? 1 : 0);
