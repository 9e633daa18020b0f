// @ts-check
// Installs Debian packages where that is possible, and says what is missing where it is not.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { run } from '../../scripts/process.mjs';

const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

/** Installs `packages`, or throws with `advice` where this is not a Debian that runs as root. */
export async function installPackages(packages, advice) {
  if (!isDebian() || process.getuid?.() !== 0) throw new Error(advice);
  console.log(`正在安装 ${packages.join(' ')}… (installing Debian packages)`);
  await apt('update', '-q');
  await apt('install', '-q', '-y', '--no-install-recommends', ...packages);
}

async function apt(...args) {
  const status = await run('apt-get', args, { env: environment, limit: 20 * 60_000 });
  if (status !== 0) throw new Error(`apt-get ${args[0]} 失败，状态 ${status} (apt-get failed)`);
}

function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}
