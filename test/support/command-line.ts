import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { Output } from '../../server/src/cli/output';
import { run } from '../../server/src/cli/program';

export const PROGRAM = path.resolve(import.meta.dirname, '../../dist/cli.js');

export interface Run {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own for every test of a file, and the command line in it. */
export function temporaryFolder() {
  const before = process.cwd();
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), '年报 '));
    process.chdir(folder);
  });
  afterEach(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  });
  const at = (...names: readonly string[]): string => path.join(folder, ...names);
  return {
    at,
    write(name: string, content: string | Uint8Array, mode = 0o644): string {
      mkdirSync(path.dirname(at(name)), { recursive: true });
      writeFileSync(at(name), content, { mode });
      return at(name);
    },
    pipe(name: string): void {
      mkdirSync(path.dirname(at(name)), { recursive: true });
      if (spawnSync('mkfifo', [at(name)]).status !== 0) throw new Error('mkfifo failed');
    },
  };
}

/** Runs the command line in this process, in the present folder. */
export async function nianbao(...args: readonly string[]): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const output = new Output(
    (text) => out.push(text),
    (line) => err.push(line),
  );
  await run(args, output);
  return { status: output.status, out: out.join(''), err: err.join('') };
}

/**
 * Runs the built command line as a process of its own; as nobody in particular it may read what everyone may, even
 * where we are an administrator.
 */
export function started(
  args: readonly string[],
  { env = {}, asNobody = false }: { env?: NodeJS.ProcessEnv; asNobody?: boolean } = {},
): Promise<Run> {
  const user = asNobody && process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  return new Promise((resolve) => {
    execFile(process.execPath, [PROGRAM, ...args], { env: { ...process.env, ...env }, ...user }, (error, out, err) =>
      resolve({ status: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

const NOBODY = 65_534;
