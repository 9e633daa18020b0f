// @ts-check
// `npm run release`: builds what is released, tries each as it was packed, and writes it to out/release with checksums.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { PAGE } from './page.mjs';
import { endAll, interruption, run } from './process.mjs';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'out/release');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const extension = `nianbao-${version}.vsix`;
const tarball = path.join(folder, `nianbao-${version}.tgz`);
const SUMS = 'SHA256SUMS';

process.exitCode = await Promise.race([release(), interruption().then(() => 130)]);
await endAll();

async function release() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    // The one that builds comes first: the others take what it built.
    await step(process.execPath, ['scripts/package.mjs']);
    copyFileSync(path.join(root, extension), path.join(folder, extension));
    await step('npm', ['pack', '--ignore-scripts', '--offline', '--silent', '--pack-destination', folder]);
    await step('npx', ['vitest', 'run', 'test/meta/packed.test.ts', 'test/meta/shipped.test.ts'], {
      NIANBAO_TARBALL: tarball,
    });
    await step(process.execPath, ['test/page/run.mjs']);
    copyFileSync(path.join(root, PAGE), path.join(folder, path.basename(PAGE)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
  const sums = readdirSync(folder).map((name) => `${sumOf(name)}  ${name}\n`);
  writeFileSync(path.join(folder, SUMS), sums.join(''));
  console.log(`${folder}\n${sums.join('')}`);
  return 0;
}

/** @param {string} command @param {readonly string[]} args @param {NodeJS.ProcessEnv} [environment] */
async function step(command, args, environment = {}) {
  const status = await run(command, args, { cwd: root, env: { ...process.env, ...environment } });
  if (status !== 0) throw new Error(`未能发布 (not released): ${[command, ...args].join(' ')}: ${status}`);
}

/** @param {string} name */
function sumOf(name) {
  return createHash('sha256')
    .update(readFileSync(path.join(folder, name)))
    .digest('hex');
}
