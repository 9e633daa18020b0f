import { availableParallelism } from 'node:os';
import type { Skipped } from '../files/find';
import type { PackedSummary } from '../core/index';
import { checkFolder, type FolderWork, type ToJudge } from '../folder/check-folder';
import { Configs } from './config';
import { crewOf, type Crew, type ResultOf, type TaskOf, type WorkName } from './crew';
import { setEngine } from './engine';
import { besidesOf, inputOf, type InputFile } from './files';
import { checkIndex, storedReports } from './index-file';
import { tasksOf, uriOf, type JudgeTask, type Options, type Task } from './judge';
import type { Output } from './output';
import { Progress } from './progress';
import { streamsAmong } from './standard-input';
import { count } from './usage';

/** What was asked for of all commands that judge files. */
export interface Asked {
  readonly paths: readonly string[];
  readonly config?: string | undefined;
  readonly jobs?: string | undefined;
  readonly stdinFilename?: string | undefined;
  /** An index of reports that lie elsewhere, which may be somebody's last year. */
  readonly lastYearIndex?: string | undefined;
}

/** Work on whole reports, by whatever is known of last year. */
type JudgingName = { [Name in WorkName]: TaskOf<Name> extends JudgeTask ? Name : never }[WorkName];

/** Files that are judged by a crew, their progress shown; to be ended whatever happens. */
export class FolderRun {
  private readonly progress: Progress;

  private constructor(
    private readonly output: Output,
    private readonly crew: Crew,
    readonly files: readonly InputFile[],
    /** Files that are only looked at for last year's reports. */
    private readonly besides: readonly InputFile[],
    readonly skipped: readonly Skipped[],
    readonly configs: Configs,
    private readonly lastYearIndex: string | undefined,
  ) {
    this.progress = new Progress(output);
  }

  static async begin(asked: Asked, options: Options, output: Output): Promise<FolderRun> {
    if (asked.lastYearIndex !== undefined) await checkIndex(asked.lastYearIndex);
    const jobs = asked.jobs === undefined ? availableParallelism() : Math.max(1, count('--jobs', asked.jobs));
    setEngine();
    const configs = await Configs.given(asked.config, output);
    const streams = await streamsAmong(asked.paths, asked.stdinFilename, output);
    const { files: found, skipped, known } = await inputOf(streams.others, output);
    const files = [...streams.files, ...found];
    const besides = await besidesOf(files, known);
    const crew = crewOf(jobs, files.length + besides.length, options);
    return new FolderRun(output, crew, files, besides, skipped, configs, asked.lastYearIndex);
  }

  /** The results of some work on each file, in order. `about` says what the work gets to know of a file besides. */
  async *judge<Name extends JudgingName>(
    name: Name,
    about: (file: InputFile) => Partial<JudgeTask> = () => ({}),
  ): AsyncGenerator<ResultOf<Name>> {
    const tasks = {
      files: await tasksOf(this.files, this.configs),
      besides: await tasksOf(this.besides, this.configs),
      stored: this.lastYearIndex === undefined ? undefined : storedReports(this.lastYearIndex),
    };
    const work: FolderWork<Task, ResultOf<Name>> = {
      uriOf: ({ file }) => uriOf(file),
      // Nobody asked for those that lie beside.
      names: (named, isAsked) => this.doing('names', named, { say: '查看', of: named.length, isTold: isAsked }),
      // What fails here fails again where it is judged, and is told there.
      summaries: (needed) => this.doing('summaries', needed, { say: '读上年', of: needed.length, isTold: false }),
      judge: (all, judged) =>
        this.doing<Name>(name, sent(judged, about) as Generator<TaskOf<Name>>, {
          say: '检查',
          of: all.length,
          isTold: true,
        }),
    };
    yield* checkFolder(tasks, work);
  }

  /** The summaries of each file's reports. */
  async *summaries(): AsyncGenerator<{ readonly file: InputFile; readonly summaries: readonly PackedSummary[] }> {
    const tasks = await tasksOf(this.files, this.configs);
    let i = 0;
    for await (const summaries of this.doing('summaries', tasks, { say: '读取', of: tasks.length, isTold: true }))
      yield { file: this.files[i++]!, summaries: summaries ?? [] };
  }

  async end(): Promise<void> {
    this.progress.end();
    await this.crew.end();
  }

  private async *doing<Name extends WorkName>(
    name: Name,
    tasks: Iterable<TaskOf<Name>>,
    { say, of, isTold }: { readonly say: string; readonly of: number; readonly isTold: boolean },
  ): AsyncGenerator<ResultOf<Name> | undefined> {
    this.progress.begin(say, of);
    for await (const { result, failures } of this.crew.each(name, tasks)) {
      this.progress.step();
      if (isTold) for (const line of failures) this.output.fail(line);
      yield result as ResultOf<Name> | undefined;
    }
    this.progress.end();
  }
}

function* sent(tasks: Iterable<ToJudge<Task>>, about: (file: InputFile) => Partial<JudgeTask>): Generator<JudgeTask> {
  for (const { file, lastYears } of tasks) yield { ...file, lastYears, ...about(file.file) };
}
