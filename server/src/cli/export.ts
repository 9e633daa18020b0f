import path from 'node:path';
import { Command } from 'commander';
import { fileNameOf, say, show, type Judged, type Segment, type Showing } from '../core/index';
import { writeWhole } from '../files/new-file';
import { bothOf, Refusal } from '../files/refusal';
import { skippedLine } from '../files/skipped';
import { checkFolder, type FolderWork, type ToJudge } from '../folder/check-folder';
import { judging, readUnder } from '../folder/judge';
import { EXPORT_FORMATS } from '../exchange/formats';
import { Configs } from './config';
import { loadExchange } from './exchange';
import { besidesOf, inputOf, readFile, type InputFile } from './files';
import { aboutFile, tasksOf, uriOf, WORKS, type Task } from './judge';
import type { Output } from './output';
import { choice } from './usage';

interface ExportOptions {
  readonly to: string;
  readonly out: string;
  readonly marks: boolean;
  readonly locale: string;
  readonly config?: string;
  readonly force: boolean;
}

export function exportCommand(output: Output): Command {
  return new Command('export')
    .description('把年报导出为 Word、网页或 Excel 文件 (exports reports as Word, web page or Excel files)')
    .argument('<path...>', '文件、文件夹或通配符')
    .requiredOption('--to <format>', `格式: ${EXPORT_FORMATS.join(', ')}`)
    .requiredOption('--out <dir>', '写到哪个文件夹')
    .option('--marks', '在网页和 Excel 中标出检查出的问题', false)
    .option('--locale <locale>', '标注的语言: zh-CN, en', 'zh-CN')
    .option('--config <file>', '配置文件；缺省为文件所在文件夹或其上级的 nianbao.config.json')
    .option('--force', '覆盖已有的文件', false)
    .action((paths: string[], options: ExportOptions) => exportPaths(paths, options, output));
}

async function exportPaths(paths: readonly string[], options: ExportOptions, output: Output): Promise<void> {
  const format = choice('--to', EXPORT_FORMATS, options.to);
  const locale = choice('--locale', ['zh-CN', 'en'] as const, options.locale);
  const configs = new Configs(output);
  if (options.config !== undefined) await configs.use(options.config);
  const { files, skipped, known } = await inputOf(paths, output);
  // Only what is marked needs to be judged, and last year's reports with it.
  const besides = options.marks ? await besidesOf(files, known) : [];
  const { exportAs } = await loadExchange();
  const taken = new Set<string>();
  const tasks = { files: await tasksOf(files, configs), besides: await tasksOf(besides, configs) };
  for await (const { file, segment, findings } of checkFolder(tasks, workOf(options.marks, output))) {
    const { report } = segment;
    if (!report.recognised) {
      const line = `${file.path}: 没有认出年报，未导出 (no report was recognised, nothing exported)`;
      if (file.named) output.fail(line);
      else output.note(line);
      continue;
    }
    const showing = output.attempt(file.path, () => show(report, findings));
    if (showing === undefined) continue;
    const target = path.join(options.out, `${freeName(nameOf(showing, file), taken)}.${format}`);
    const content = await exportAs(format, showing, {
      marks: options.marks,
      say: (message) => say(message, locale),
    });
    const refusal = await writeWhole(target, content, { overwrites: options.force });
    if (refusal !== undefined) output.fail(`${target}: ${bothOf(refusal.reason)}`);
  }
  if (skipped.length > 0) output.note(skippedLine(skipped, 'zh-CN'));
}

interface Exported {
  readonly file: InputFile;
  readonly segment: Segment;
  readonly findings: readonly Judged[];
}

/** The reports of files, judged as they are checked where they are to be marked. */
function workOf(marks: boolean, output: Output): FolderWork<Task, Exported> {
  return {
    uriOf: ({ file }) => uriOf(file),
    async *names(tasks) {
      // What cannot be read is told where it is to be exported.
      for (const task of tasks) yield marks ? (WORKS.names(task).result ?? []) : [];
    },
    async *summaries(tasks) {
      for (const task of tasks) yield WORKS.summaries(task).result;
    },
    async *judge(_, tasks) {
      for (const task of tasks) yield* reportsOf(task, marks, output);
    },
  };
}

function* reportsOf(
  { file: { file, config }, lastYears }: ToJudge<Task>,
  marks: boolean,
  output: Output,
): Generator<Exported> {
  const read = readFile(file);
  if (read instanceof Refusal) {
    output.fail(`${file.path}: ${bothOf(read.reason)}`);
    return;
  }
  const document = output.attempt(file.path, () => readUnder(read.text, config));
  if (document === undefined) return;
  const about = aboutFile({ file, config }, (line) => output.fail(line));
  const findingsOn = judging(document, { ...about, lastYears });
  for (const segment of document.segments) {
    const findings = marks ? output.attempt(file.path, () => findingsOn(segment)) : [];
    if (findings !== undefined) yield { file, segment, findings };
  }
}

/** The name that such a report has; where the report does not say whose or when, that of its file. */
const nameOf = (showing: Showing, file: InputFile): string => fileNameOf(showing) ?? path.parse(file.path).name;

/** Several reports of one body and year are numbered. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let i = 2; taken.has(free); i++) free = `${name} (${i})`;
  taken.add(free);
  return free;
}
