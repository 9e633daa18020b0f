import { Command, CommanderError } from 'commander';
import { checkCommand } from './check';
import { convertCommand } from './convert';
import { explainCommand } from './explain';
import { readCommand } from './read';
import { UsageError } from './usage';
import { VERSION } from './version';

/** The library's words about wrong use, as ours are said. */
const outputError = (message: string, write: (text: string) => void): void =>
  write(`nianbao: 用法不对，见 nianbao --help (${message.trim().replace(/^error: /, '')})\n`);

/** 0 clean, 1 findings, 2 wrong use or something that could not be read. */
async function main(argv: readonly string[]): Promise<number> {
  let status = 0;
  const report = (code: number): void => {
    status = Math.max(status, code);
  };
  const program = new Command('nianbao')
    .description('检查政府信息公开工作年度报告 (checks Chinese government information disclosure annual reports)')
    .version(VERSION)
    .addCommand(checkCommand(report))
    .addCommand(readCommand(report))
    .addCommand(convertCommand(report))
    .addCommand(explainCommand());
  for (const command of [program, ...program.commands]) command.exitOverride().configureOutput({ outputError });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) {
      process.stderr.write(`nianbao: ${error.message}\n`);
      return 2;
    }
    throw error;
  }
}

// A reader that closes early (head, a pager) ends the output, not the program with an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
void main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
