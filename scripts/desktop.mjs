// @ts-check
// Opens a desktop VS Code with the extension under development and its own throw-away user folder,
// so that neither the user's settings nor other extensions play a part, and their windows stay open.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { run } from './process.mjs';
import { temporaryFolder } from './temporary.mjs';

const grace = 8_000;

/**
 * Starts `program` on a folder and a place in a file, `file:line:column`; `closed` settles with its exit status, `stop`
 * closes the window.
 */
export function openDesktop(program, extension, folder, place) {
  const home = temporaryFolder('desktop');
  const user = path.join(home, 'user');
  // Chromium's sandbox refuses to run as root.
  const root = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const closed = run(program, [
    `--extensionDevelopmentPath=${extension}`,
    `--user-data-dir=${user}`,
    `--extensions-dir=${path.join(home, 'extensions')}`,
    ...[
      '--new-window',
      '--wait',
      '--disable-workspace-trust',
      '--disable-updates',
      '--skip-welcome',
      '--skip-release-notes',
    ],
    ...root,
    folder,
    '--goto',
    place,
  ]);
  return { closed, stop: () => quit(path.join(user, 'code.lock')) };
}

/**
 * The `code` on PATH leaves the window to a process outside our group. That process writes its id into
 * this file of its user folder, and removes the file when it ends.
 */
async function quit(lock) {
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8'));
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGTERM');
  for (const end = Date.now() + grace; isAlive(pid) && Date.now() < end;) await delay(100);
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
