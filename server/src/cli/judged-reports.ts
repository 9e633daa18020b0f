import type { Judged, LastYear, Segment } from '../core/index';
import { Refusal, bothOf } from '../files/refusal';
import { skippedLine } from '../files/skipped';
import { checkFolder, type FolderWork, type ToJudge } from '../folder/check-folder';
import { judging, lastYearsIn, readUnder } from '../folder/judge';
import { Configs } from './config';
import { besidesOf, inputOf, readFile, type InputFile } from './files';
import { aboutFile, tasksOf, uriOf, type Task } from './judge';
import type { Output } from './output';
import { WORKS } from './works';

export interface JudgedReport {
  readonly file: InputFile;
  readonly segment: Segment;
  readonly findings: readonly Judged[];
  /** Known where it is judged. */
  readonly lastYear: LastYear | undefined;
}

/**
 * The reports of files, one at a time, with all that is found in them as `check` finds it; without `judged` nothing is
 * looked for. What is no report is told and left out.
 */
export async function* judgedReports(
  paths: readonly string[],
  { config, judged }: { readonly config?: string | undefined; readonly judged: boolean },
  output: Output,
): AsyncGenerator<JudgedReport> {
  const configs = await Configs.given(config, output);
  const { files, skipped, known } = await inputOf(paths, output);
  // Only what is judged needs last year's reports.
  const besides = judged ? await besidesOf(files, known) : [];
  const tasks = { files: await tasksOf(files, configs), besides: await tasksOf(besides, configs) };
  for await (const one of checkFolder(tasks, workOf(judged, output))) {
    if (one.segment.report.recognised) {
      yield one;
      continue;
    }
    const line = `${one.file.path}: 没有认出年报，已略过 (no report was recognised, left out)`;
    if (one.file.named) output.fail(line);
    else output.note(line);
  }
  if (skipped.length > 0) output.note(skippedLine(skipped, 'zh-CN'));
}

function workOf(judged: boolean, output: Output): FolderWork<Task, JudgedReport> {
  return {
    uriOf: ({ file }) => uriOf(file),
    async *names(tasks) {
      // What cannot be read is told where the report is wanted.
      for (const task of tasks) yield judged ? (WORKS.names(task).result ?? []) : [];
    },
    async *summaries(tasks) {
      for (const task of tasks) yield WORKS.summaries(task).result;
    },
    async *judge(_, tasks) {
      for (const task of tasks) yield* reportsOf(task, judged, output);
    },
  };
}

function* reportsOf(
  { file: { file, config }, lastYears }: ToJudge<Task>,
  judged: boolean,
  output: Output,
): Generator<JudgedReport> {
  const read = readFile(file);
  if (read instanceof Refusal) {
    output.fail(`${file.path}: ${bothOf(read.reason)}`);
    return;
  }
  const document = output.attempt(file.path, () => readUnder(read.text, config));
  if (document === undefined) return;
  const about = aboutFile({ file, config }, (line) => output.fail(line));
  const findingsOn = judging(document, { ...about, lastYears });
  const lastYearOf = lastYearsIn(document, { uri: about.uri, lastYears });
  for (const segment of document.segments) {
    const findings = judged ? output.attempt(file.path, () => findingsOn(segment).findings) : [];
    if (findings !== undefined) yield { file, segment, findings, lastYear: judged ? lastYearOf(segment) : undefined };
  }
}
