import { Command } from 'commander';
import { arrivalLines, lapsedLine, type Severity } from '../core/index';
import { skippedLine } from '../files/skipped';
import { Baseline } from './baseline';
import { ExpectedBodies } from './expected';
import { FolderRun } from './folder-run';
import { FORMAT_NAMES, FORMATS } from './format';
import { acceptedLine } from './format-text';
import type { Options } from './judge';
import { ConfiguredEntries } from './lapsed';
import type { Output } from './output';
import { Printer } from './printer';
import { sinkOf } from './sink';
import { overviewFile } from './overview-file';
import type { OverviewFormat } from '../exchange/index';
import { choice, count, UsageError } from './usage';

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
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly lastYearIndex?: string;
  readonly gitignore: boolean;
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
    .option('--baseline <file>', '只报告基线以外的问题')
    .option('--write-baseline <file>', '把现有的问题写成基线')
    .option('--last-year-index <file>', '另从 nianbao index 写的文件中找上年年报')
    .option('--gitignore', '略过 .gitignore 中的文件', false)
    .option('--stdin-filename <name>', '标准输入的文件名：据此查找配置和上年年报')
    .action((paths: string[], options: CheckOptions) => checkPaths(paths, options, output));
}

async function checkPaths(paths: readonly string[], given: CheckOptions, output: Output): Promise<void> {
  const options: Options = {
    format: choice('--format', FORMAT_NAMES, given.format),
    locale: choice('--locale', ['zh-CN', 'en'] as const, given.locale),
    maxFindings: given.maxFindings === undefined ? Number.MAX_SAFE_INTEGER : count('--max-findings', given.maxFindings),
    fingerprints: given.writeBaseline !== undefined,
  };
  const failOn = choice('--fail-on', [...LEVELS, 'never'] as const, given.failOn);
  if ((options.format === 'xlsx' || options.format === 'html') && given.out === undefined)
    throw new UsageError(`--format ${options.format} 须同时写 --out (needs --out)`);
  const known = given.baseline === undefined ? Baseline.empty() : await Baseline.read(given.baseline);
  const found = Baseline.empty();
  const sink = await sinkOf(given.out);
  let run: FolderRun | undefined;
  try {
    run = await FolderRun.begin({ ...given, paths }, options, output);
    const { skipped } = run;
    const format = FORMATS[options.format];
    const gathered: string[] = [];
    const isGathered = options.format === 'xlsx' || options.format === 'html';
    const destination = isGathered
      ? { write: (text: string) => Promise.resolve(void gathered.push(text)) }
      : (sink ?? output);
    const printer = new Printer(isGathered ? { ...format, separator: '\n' } : format, options.locale, destination);
    const entries = await ConfiguredEntries.by(run.configs, isGathered ? run.files : []);
    const expected = await ExpectedBodies.by(run.configs, run.files, output);
    for await (const verdict of run.judge('judge', ({ path }) => ({ accepted: known.of(path) }))) {
      found.add(verdict.path, verdict.fingerprints);
      expected.add(verdict.received);
      entries.add(verdict.path, verdict.entries);
      await printer.add(verdict);
    }
    const { counts } = printer;
    const arrivals = expected.arrivals();
    await printer.end({ ...counts, failures: output.failures, skipped, arrivals });
    if (isGathered) {
      const content = await overviewFile(options.format as OverviewFormat, gathered.join(''), {
        language: options.locale,
        notes: [
          ...arrivals.flatMap((one) => arrivalLines(one, options.locale)),
          ...entries
            .lapsed(given.gitignore || output.failures > 0 ? [] : paths)
            .map((one) => lapsedLine(one, options.locale)),
          ...(output.failures > 0 ? [`${output.failures} 处未能检查 (failures: not all was checked)`] : []),
          ...(skipped.length > 0 ? [skippedLine(skipped, options.locale)] : []),
        ],
      });
      await sink!.write(content);
    }
    await sink?.finish();
    if (given.writeBaseline !== undefined) await found.write(given.writeBaseline);
    if (!format.saysAll) {
      for (const line of arrivals.flatMap((one) => arrivalLines(one, options.locale))) output.note(line);
      if (counts.accepted > 0) output.note(acceptedLine(counts.accepted, options.locale));
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
