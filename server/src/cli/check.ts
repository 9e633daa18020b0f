import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import {
  compact,
  NeededYears,
  pack,
  ReportIndex,
  type PackedSummary,
  type ReportName,
  type ReportSummary,
  type Severity,
} from '../core/index';
import type { Skipped } from '../files/find';
import { skippedLine } from '../files/skipped';
import { Configs } from './config';
import { crewOf, type Crew } from './crew';
import { setEngine } from './engine';
import { besidesOf, inputOf, type InputFile } from './files';
import { FORMAT_NAMES, FORMATS } from './format';
import { uriOf, type JudgeTask, type Options, type SentLastYear, type Task } from './judge';
import type { Output } from './output';
import { Printer } from './printer';
import { Progress } from './progress';
import { sinkOf } from './sink';
import { streamsAmong } from './standard-input';
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
  const jobs = given.jobs === undefined ? availableParallelism() : Math.max(1, count('--jobs', given.jobs));
  setEngine();
  const configs = new Configs(output);
  if (given.config !== undefined) await configs.use(given.config);
  const { files, besides, skipped } = await filesToCheck(paths, given.stdinFilename, output);
  const sink = await sinkOf(given.out);
  const crew = crewOf(jobs, files.length + besides.length, options);
  const format = FORMATS[options.format];
  const printer = new Printer(format, options.locale, sink ?? output);
  const progress = new Progress(output);
  try {
    const looked = await lookAt(await tasksOf(files, configs), { crew, progress, fail: (line) => output.fail(line) });
    const beside = await lookAt(await tasksOf(besides, configs), { crew, progress, fail: () => undefined });
    const lastYears = await lastYearsOf(looked, beside, crew);
    progress.begin('检查', looked.names.filter((names) => names !== undefined).length);
    for await (const { result, failures } of crew.each('judge', judgeTasks(looked, lastYears))) {
      progress.step();
      for (const line of failures) output.fail(line);
      if (result !== undefined) await printer.add(result);
    }
    progress.end();
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
    progress.end();
    await crew.end();
    await sink?.discard();
  }
}

interface FilesToCheck {
  readonly files: readonly InputFile[];
  /** Files that are only looked at for last year's reports. */
  readonly besides: readonly InputFile[];
  readonly skipped: readonly Skipped[];
}

async function filesToCheck(
  paths: readonly string[],
  stdinFilename: string | undefined,
  output: Output,
): Promise<FilesToCheck> {
  const streams = await streamsAmong(paths, stdinFilename, output);
  const { files: found, skipped, known } = await inputOf(streams.others, output);
  const files = [...streams.files, ...found];
  return { files, besides: await besidesOf(files, known), skipped };
}

/** One after the other, so that thousands of searches are not under way at once. */
async function tasksOf(files: readonly InputFile[], configs: Configs): Promise<readonly Task[]> {
  const tasks: Task[] = [];
  for (const file of files) tasks.push({ file, config: await configs.of(file) });
  return tasks;
}

/** Files with the names of their reports at the same places; a file that cannot be read has none. */
interface Looked {
  readonly tasks: readonly Task[];
  readonly names: readonly (Names | undefined)[];
}

type Names = readonly (ReportName | undefined)[];

interface Look {
  readonly crew: Crew;
  readonly progress: Progress;
  readonly fail: (line: string) => void;
}

/** The first look at all files: what cannot be read is told and out. */
async function lookAt(tasks: readonly Task[], { crew, progress, fail }: Look): Promise<Looked> {
  const names: (Names | undefined)[] = [];
  progress.begin('查看', tasks.length);
  for await (const { result, failures } of crew.each('names', tasks)) {
    progress.step();
    failures.forEach(fail);
    names.push(result);
  }
  return { tasks, names };
}

/** Finds last year's reports in other files; only those files are read whole that hold one that is needed. */
async function lastYearsOf(files: Looked, beside: Looked, crew: Crew): Promise<LastYearOf> {
  const needed = new NeededYears();
  for (const names of files.names) for (const name of names ?? []) if (name !== undefined) needed.add(name);
  const isNeeded = (name: ReportName | undefined): boolean => name !== undefined && needed.has(name);
  const holding = [files, beside].flatMap(({ tasks, names }) =>
    tasks.filter((_, i) => names[i]?.some(isNeeded) === true),
  );
  const index = new ReportIndex();
  const known = new Map<ReportSummary, PackedSummary>();
  let i = 0;
  // What fails here fails again where it is judged, and is told there.
  for await (const { result = [] } of crew.each('summaries', holding)) {
    const { file } = holding[i++]!;
    const summaries = result.map((packed) => {
      const summary = compact(packed);
      known.set(summary, packed);
      return summary;
    });
    index.set(uriOf(file), summaries);
  }
  return (name, file) => {
    const found = index.lastYearOf(name, uriOf(file));
    return found === undefined ? undefined : { ...found, summary: known.get(found.summary) ?? pack(found.summary) };
  };
}

type LastYearOf = (name: ReportName, file: InputFile) => SentLastYear | undefined;

function* judgeTasks({ tasks, names }: Looked, lastYearOf: LastYearOf): Generator<JudgeTask> {
  for (const [i, task] of tasks.entries()) {
    const own = names[i];
    if (own === undefined) continue;
    yield { ...task, lastYears: own.map((name) => (name === undefined ? undefined : lastYearOf(name, task.file))) };
  }
}
