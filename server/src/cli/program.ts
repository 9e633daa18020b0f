import { Command, CommanderError } from 'commander';
import { checkCommand } from './check';
import { compareCommand } from './compare';
import { convertCommand } from './convert';
import { explainCommand } from './explain';
import { exportCommand } from './export';
import { fixCommand } from './fix';
import { importCommand } from './import';
import { indexCommand } from './index-command';
import { letterCommand } from './letter';
import { newCommand } from './new';
import type { Output } from './output';
import { readCommand } from './read';
import { totalCommand } from './total';
import { UsageError } from './usage';
import { VERSION } from './version';

/** Runs a command line; the output's status says how it ended. An error that is none of the user's is thrown. */
export async function run(argv: readonly string[], output: Output): Promise<void> {
  const program = new Command('nianbao')
    .description('检查政府信息公开工作年度报告 (checks Chinese government information disclosure annual reports)')
    .version(VERSION)
    .addCommand(checkCommand(output))
    .addCommand(readCommand(output))
    .addCommand(fixCommand(output))
    .addCommand(newCommand(output))
    .addCommand(convertCommand(output))
    .addCommand(importCommand(output))
    .addCommand(exportCommand(output))
    .addCommand(totalCommand(output))
    .addCommand(compareCommand(output))
    .addCommand(letterCommand(output))
    .addCommand(indexCommand(output))
    .addCommand(explainCommand(output));
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: output.print,
      writeErr: (text) => output.explain(text),
      // The library's words about wrong use, as ours are said.
      outputError: (message) =>
        output.note(
          `用法不对，见 nianbao --help (${message
            .trim()
            .replace(/^error: /, '')
            .replaceAll('\n', ' ')})`,
        ),
    });
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof UsageError) output.note(error.message);
    else if (!(error instanceof CommanderError)) throw error;
    if (error instanceof UsageError || error.exitCode !== 0) output.endWith(2);
  }
}
