// @ts-check
// Starting other programs, and ending them: each runs in a process group of its own, so that one
// signal reaches all its children and nothing that somebody else started.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const posix = process.platform !== 'win32';
const grace = 8_000;
const running = new Set();

// Whatever this process dies of, nothing that it started is left behind.
process.once('exit', () => running.forEach((child) => signal(child, 'SIGKILL')));

/** The first of these programs that is on PATH, with its folder. */
export function findProgram(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable);
}

/**
 * Starts a program without standard input; `options` are those of `spawn`.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {import('node:child_process').ChildProcess}
 */
export function launch(command, args, options = {}) {
  // Node programs start directly; on Windows the others are .cmd files, which only a shell can start.
  const shell = !posix && command !== process.execPath;
  const quoted = (word) => (shell ? `"${word}"` : word);
  const child = spawn(quoted(command), args.map(quoted), {
    stdio: ['ignore', 'inherit', 'inherit'],
    ...options,
    detached: posix,
    shell,
  });
  running.add(child);
  child.once('error', () => running.delete(child));
  child.once('exit', () => running.delete(child));
  return child;
}

/**
 * Runs a program to its end and returns its exit status; throws where it cannot be started. After
 * `limit` milliseconds it is ended and counts as failed with status 124. A `quiet` one is heard only
 * where it fails.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { limit?: number, quiet?: boolean }} [options]
 */
export async function run(command, args, { limit, quiet, ...options } = {}) {
  const child = launch(command, args, quiet ? { ...options, stdio: ['ignore', 'pipe', 'pipe'] } : options);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (said += data));
  let late = false;
  const timer = limit && setTimeout(() => ((late = true), end(child)), limit);
  try {
    const [status] = await once(child, 'close');
    if (quiet && status !== 0) process.stderr.write(`\n${said}`);
    return late ? 124 : (status ?? 1);
  } finally {
    clearTimeout(timer);
  }
}

/** Asks a program's process group to end, and after a while makes it. */
export async function end(child) {
  if (!running.has(child)) return;
  const gone = once(child, 'exit');
  signal(child, 'SIGTERM');
  const timer = setTimeout(signal, grace, child, 'SIGKILL');
  await gone;
  clearTimeout(timer);
}

/** Ends everything that `launch` started and that still runs. */
export async function endAll() {
  await Promise.all([...running].map(end));
}

/**
 * Settles on Ctrl-C and its kin, which from then on no longer end this process by themselves. One that
 * should not outlive its `parent`, whatever that dies of, passes its id.
 */
export function interruption(parent = npmShell()) {
  return /** @type {Promise<void>} */ (
    new Promise((resolve) => {
      // A terminal and npm both pass Ctrl-C on, so that it may arrive twice: the listeners stay.
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => resolve());
      if (parent) setInterval(() => process.ppid !== parent && resolve(), 500).unref();
    })
  );
}

/** The shell between npm and us, if there is one: a signal to npm alone ends that shell, but not us. */
function npmShell() {
  return process.env.npm_lifecycle_event && process.ppid;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function signal(child, name) {
  try {
    if (posix) process.kill(-child.pid, name);
    else child.kill(name);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}
