import { Output } from './output';
import { run } from './program';

const output = new Output(
  (text) => process.stdout.write(text),
  (line) => process.stderr.write(line),
  process.stdout.isTTY,
);

/** An error of the program itself, which nobody caught: never to be taken for findings. */
function crash(error: unknown): void {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  output.note(`程序出错 (an error of the program): ${message}`);
  if (process.env['NIANBAO_STACK'] !== undefined) output.explain(stack ?? '');
  process.exit(3);
}

process.on('uncaughtException', crash);
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  // A reader that closes early (head, a pager) ends the output, not the program with an error.
  if (code !== 'EPIPE' && output.status < 2) output.fail(`输出未能写完 (the output is not complete): ${message}`);
  process.exitCode = output.status;
});
// Nobody is left to be told.
process.stderr.on('error', () => undefined);

void run(process.argv.slice(2), output).then(() => {
  process.exitCode = output.status;
}, crash);
