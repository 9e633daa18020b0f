import { isMainThread } from 'node:worker_threads';
import { discardUnfinished } from '../files/new-file';
import { Output } from './output';
import { run } from './program';
import { serve } from './worker';

if (isMainThread) start();
else serve();

function start(): void {
  const { stdout, stderr } = process;
  const output = new Output(
    (text) => stdout.write(text),
    (line) => stderr.write(line),
    {
      isTerminal: stdout.isTTY,
      // Who reads along line by line would take what is overwritten for the beginning of the next.
      progress: stderr.isTTY && process.env['TERM'] !== 'dumb' ? (text) => stderr.write(text) : undefined,
      drained: () =>
        stdout.writableNeedDrain ? new Promise((resolve) => stdout.once('drain', resolve)) : Promise.resolve(),
    },
  );

  /** An error of the program itself, which nobody caught: never to be taken for findings. */
  function crash(error: unknown): void {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    output.note(`程序出错 (an error of the program): ${message}`);
    if (process.env['NIANBAO_STACK'] !== undefined) output.explain(stack ?? '');
    process.exit(3);
  }

  process.on('uncaughtException', crash);
  process.on('exit', discardUnfinished);
  process.on('SIGINT', () => {
    output.showProgress('');
    process.exit(INTERRUPTED);
  });
  stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    // A reader that closes early (head, a pager) ends the program, and not with an error.
    if (code !== 'EPIPE' && output.status < 2) output.fail(`输出未能写完 (the output is not complete): ${message}`);
    process.exit(output.status);
  });
  // Nobody is left to be told.
  stderr.on('error', () => undefined);

  void run(process.argv.slice(2), output).then(() => {
    process.exitCode = output.status;
  }, crash);
}

/** What a shell says of a program that Ctrl-C ended. */
const INTERRUPTED = 130;
