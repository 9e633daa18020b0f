import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Output } from '../../server/src/cli/output';
import { Progress } from '../../server/src/cli/progress';
import { PROGRAM, temporaryFolder } from '../support/command-line';

/** An output whose terminal keeps what it is shown; `undefined` stands for a pipe. */
function shownOn(terminal: string[] | undefined) {
  const lines: string[] = [];
  const output = new Output(
    () => undefined,
    (line) => lines.push(line),
    { progress: terminal === undefined ? undefined : (text) => terminal.push(text) },
  );
  return { output, lines };
}

describe('progress', () => {
  it('shows on a terminal how many files are done, how fast it goes and how long it takes, and goes away', () => {
    const terminal: string[] = [];
    let time = 0;
    const progress = new Progress(shownOn(terminal).output, () => time);
    progress.begin('检查', 1000);
    for (let i = 0; i < 100; i++) {
      time += 10;
      progress.step();
    }
    progress.end();
    expect(terminal).toEqual([
      '\r\u001b[2K检查 25/1000，每秒 100 个，还需 10 秒',
      '\r\u001b[2K检查 50/1000，每秒 100 个，还需 10 秒',
      '\r\u001b[2K检查 75/1000，每秒 100 个，还需 10 秒',
      '\r\u001b[2K检查 100/1000，每秒 100 个，还需 9 秒',
      '\r\u001b[2K',
    ]);
  });

  it('makes room for what is told beside it', () => {
    const terminal: string[] = [];
    const { output, lines } = shownOn(terminal);
    output.showProgress('检查 1/2');
    output.note('坏了');
    expect([terminal.at(-1), lines]).toEqual(['\r\u001b[2K', ['nianbao: 坏了\n']]);
  });

  it('is silent in a pipe', () => {
    let time = 0;
    const { output, lines } = shownOn(undefined);
    const progress = new Progress(output, () => time);
    progress.begin('检查', 10);
    for (let i = 0; i < 10; i++) {
      time += 1000;
      progress.step();
    }
    progress.end();
    expect(lines).toEqual([]);
  });
});

describe('Ctrl-C', () => {
  const { write } = temporaryFolder();
  const sample = readFileSync(path.join(import.meta.dirname, '../support/measured-report.txt'), 'utf8');

  it('ends a program that waits for its input', { timeout: 60_000 }, async () => {
    write('c.json', '{"rules":{"nothing":"off"}}');
    const child = spawn(process.execPath, [PROGRAM, 'check', '--config', 'c.json', '-']);
    // The mistake in the configuration is told before anything is read.
    await once(child.stderr, 'data');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([130, null]);
  });

  it.each(['1', '2'])('ends a run over many files by %s threads at once', { timeout: 120_000 }, async (jobs) => {
    for (let i = 0; i < 400; i++) write(`${i}.txt`, sample);
    const child = spawn(process.execPath, [PROGRAM, 'check', '--jobs', jobs, '--format', 'ndjson', '.']);
    const ended = once(child, 'exit');
    // All that it prints does not fit in a pipe that nobody empties: it is in the middle of its work.
    await once(child.stdout, 'readable');
    child.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
    child.stdout.resume();
  });
});
