import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import type { Severity } from '../core/index';
import type { Skipped } from '../files/find';
import { skippedLine } from '../files/skipped';
import { checkFolder, type FolderWork, type ToJudge } from '../folder/check-folder';
import { Configs } from './config';
import { crewOf, type Crew, type ResultOf, type TaskOf, type WorkName } from './crew';
import { setEngine } from './engine';
import { besidesOf, inputOf, type InputFile } from './files';
import { FORMAT_NAMES, FORMATS } from './format';
import { tasksOf, uriOf, type JudgeTask, type Options, type Task, type Verdict } from './judge';
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
    const tasks = { files: await tasksOf(files, configs), besides: await tasksOf(besides, configs) };
    for await (const verdict of checkFolder(tasks, workOf(crew, progress, output))) await printer.add(verdict);
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

/** The work on a folder, done by a crew, with its progress shown. */
function workOf(crew: Crew, progress: Progress, output: Output): FolderWork<Task, Verdict> {
  async function* doing<Name extends WorkName>(
    name: Name,
    tasks: Iterable<TaskOf<Name>>,
    { say, of, isTold }: { readonly say: string; readonly of: number; readonly isTold: boolean },
  ): AsyncGenerator<ResultOf<Name> | undefined> {
    progress.begin(say, of);
    for await (const { result, failures } of crew.each(name, tasks)) {
      progress.step();
      if (isTold) for (const line of failures) output.fail(line);
      yield result as ResultOf<Name> | undefined;
    }
    progress.end();
  }
  return {
    uriOf: ({ file }) => uriOf(file),
    // Nobody asked for those that lie beside.
    names: (tasks, isAsked) => doing('names', tasks, { say: '查看', of: tasks.length, isTold: isAsked }),
    // What fails here fails again where it is judged, and is told there.
    summaries: (tasks) => doing('summaries', tasks, { say: '读上年', of: tasks.length, isTold: false }),
    judge: (tasks, judged) => doing('judge', sent(judged), { say: '检查', of: tasks.length, isTold: true }),
  };
}

function* sent(tasks: Iterable<ToJudge<Task>>): Generator<JudgeTask> {
  for (const { file, lastYears } of tasks) yield { ...file, lastYears };
}
