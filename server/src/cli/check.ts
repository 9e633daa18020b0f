import { Command } from 'commander';
import type { Severity } from '../core/index';
import { skippedLine } from '../files/skipped';
import { FolderRun } from './folder-run';
import { FORMAT_NAMES, FORMATS } from './format';
import type { Options } from './judge';
import type { Output } from './output';
import { Printer } from './printer';
import { sinkOf } from './sink';
import { choice, count } from './usage';

const LEVELS: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

interface CheckOptions {
  readonly format: string;
  readonly failOn: string;
  readonly locale: string;
  readonly config?: string;
  readonly out?: string;
  readonly jobs?: string;
  readonly maxFindings?: string;
  readonly stdinFilename?: string;
}

export function checkCommand(output: Output): Command {
  return new Command('check')
    .description('检查文件、文件夹或通配符 (checks files, folders or globs)')
    .argument('[path...]', '文件、文件夹或通配符，- 为标准输入；缺省为当前文件夹', ['.'])
    .option('--format <format>', `输出格式: ${FORMAT_NAMES.join(', ')}`, 'text')
    .option('--out <file>', '输出到文件；缺省为标准输出')
    .option('--fail-on <severity>', '达到该级别时以 1 退出: error, warning, information, hint, never', 'error')
    .option('--config <file>', '配置文件；缺省为文件所在文件夹或其上级的 nianbao.config.json')
    .option('--locale <locale>', '消息语言: zh-CN, en', 'zh-CN')
    .option('--max-findings <n>', '每个文件最多列出几处，其余只计数')
    .option('--jobs <n>', '同时检查的线程数；缺省为处理器核数')
    .option('--stdin-filename <name>', '标准输入的文件名：据此查找配置和上年年报')
    .action((paths: string[], options: CheckOptions) => checkPaths(paths, options, output));
}

async function checkPaths(paths: readonly string[], given: CheckOptions, output: Output): Promise<void> {
  const options: Options = {
    format: choice('--format', FORMAT_NAMES, given.format),
    locale: choice('--locale', ['zh-CN', 'en'] as const, given.locale),
    maxFindings: given.maxFindings === undefined ? Number.MAX_SAFE_INTEGER : count('--max-findings', given.maxFindings),
  };
  const failOn = choice('--fail-on', [...LEVELS, 'never'] as const, given.failOn);
  const sink = await sinkOf(given.out);
  let run: FolderRun | undefined;
  try {
    run = await FolderRun.begin({ ...given, paths }, options, output);
    const { skipped } = run;
    const format = FORMATS[options.format];
    const printer = new Printer(format, options.locale, sink ?? output);
    for await (const verdict of run.judge('judge')) await printer.add(verdict);
    const { counts } = printer;
    await printer.end({ ...counts, failures: output.failures, skipped });
    await sink?.finish();
    if (!format.saysAll) {
      if (skipped.length > 0) output.note(skippedLine(skipped, options.locale));
      if (counts.omitted > 0) output.note(`另有 ${counts.omitted} 处未列出 (more findings, not listed)`);
    }
    const atLeast: Readonly<Record<Severity, number>> = {
      hint: counts.hints,
      information: counts.information,
      warning: counts.warnings,
      error: counts.errors,
    };
    if (failOn !== 'never' && LEVELS.slice(LEVELS.indexOf(failOn)).some((severity) => atLeast[severity] > 0))
      output.endWith(1);
  } finally {
    await run?.end();
    await sink?.discard();
  }
}
