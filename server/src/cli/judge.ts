import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  reportNames,
  say,
  type Config,
  type Judged,
  type Locale,
  type PackedSummary,
  type ReportName,
  type Segment,
  type Severity,
  rangeOf,
  type Range,
} from '../core/index';
import { judging, readUnder, summariesIn, type Judging } from '../folder/judge';
import { bothOf, Refusal } from '../files/refusal';
import type { Configs } from './config';
import { readFile, type InputFile } from './files';
import { FORMATS, type FormatName } from './format';
import type { CheckedFinding, CheckedReport, Counts } from './result';

/**
 * A file and how it is to be read and judged. Everything in this module that goes in or out can be sent to another
 * thread.
 */
export interface Task {
  readonly file: InputFile;
  readonly config: Config;
}

/** One after the other, so that thousands of searches are not under way at once. */
export async function tasksOf(files: readonly InputFile[], configs: Configs): Promise<readonly Task[]> {
  const tasks: Task[] = [];
  for (const file of files) tasks.push({ file, config: await configs.of(file) });
  return tasks;
}

export interface JudgeTask extends Task, Pick<Judging, 'lastYears'> {}

/** By how an index knows a file. */
export const uriOf = ({ path: file }: InputFile): string => pathToFileURL(path.resolve(file)).href;

/** What was asked for and holds for all files. */
export interface Options {
  readonly format: FormatName;
  readonly locale: Locale;
  /** The most findings of a file that are listed. */
  readonly maxFindings: number;
}

/** Some work on a file: what it gave, if anything, and what could not be done. */
export interface Done<Result> {
  readonly result: Result | undefined;
  readonly failures: readonly string[];
}

/** The file as it is to be printed. */
export interface Verdict {
  readonly parts: readonly string[];
  readonly counts: Counts;
}

/** Whom and which years the reports of a file are about; a first look. */
export const names = ({ file, config }: Task): Done<readonly (ReportName | undefined)[]> =>
  onText(file, (text) => reportNames(text, config.acceptedHeadings));

/** The values of a file's reports, as far as others may be compared with them. */
export const summaries = ({ file, config }: Task): Done<readonly PackedSummary[]> =>
  onText(file, (text) => summariesIn(text, config));

/** What all checks say of a file, printed. */
export const judge = (
  { file, config, lastYears }: JudgeTask,
  { format: name, locale, maxFindings }: Options,
): Done<Verdict> =>
  onText(file, (text, fail) => {
    const format = FORMATS[name];
    const document = readUnder(text, config);
    const { segments } = document;
    const findingsOn = judging(document, { ...aboutFile({ file, config }, fail), lastYears });
    let listedBefore = 0;
    const counts = { files: 1, errors: 0, warnings: 0, information: 0, hints: 0, unrecognised: 0, omitted: 0 };
    const reports = segments.flatMap((segment): readonly CheckedReport[] => {
      const findings = attempt(file, fail, () => findingsOn(segment));
      if (findings === undefined) return [];
      for (const { severity } of findings) counts[COUNTERS[severity]]++;
      if (!segment.report.recognised) counts.unrecognised++;
      const listed = findings.slice(0, Math.max(0, maxFindings - listedBefore));
      listedBefore += listed.length;
      const omitted = findings.length - listed.length;
      counts.omitted += omitted;
      const printed = listed.map((finding) => checkedFinding(segment, finding, locale, format.printsFixes));
      const range = segments.length > 1 ? rangeOf(segment, { start: 0, end: segment.report.text.length }) : undefined;
      return [{ ...reportOf(file, segment, range), findings: printed, ...(omitted > 0 ? { omitted } : {}) }];
    });
    return { parts: format.parts({ path: file.path, text, reports }, locale), counts };
  });

const COUNTERS = {
  error: 'errors',
  warning: 'warnings',
  information: 'information',
  hint: 'hints',
} as const satisfies Record<Severity, keyof Counts>;

type Fail = (line: string) => void;

/** What judging a file goes by besides last year; a rule that fails is told and costs its own findings. */
export const aboutFile = ({ file, config }: Task, fail: Fail): Omit<Judging, 'lastYears'> => ({
  uri: uriOf(file),
  config,
  onRuleFailure: ({ id }, error) =>
    fail(`${file.path}: 规则 ${id} 出错，其余照常检查 (the rule failed, the others were checked): ${String(error)}`),
});

/** Reads a file and works on its text; an error of the program costs the file, and is told. */
export function onText<Result>(file: InputFile, work: (text: string, fail: Fail) => Result): Done<Result> {
  const read = readFile(file);
  if (read instanceof Refusal) return { result: undefined, failures: [`${file.path}: ${bothOf(read.reason)}`] };
  const failures: string[] = [];
  const fail: Fail = (line) => failures.push(line);
  return { result: attempt(file, fail, () => work(read.text, fail)), failures };
}

export function attempt<Result>({ path: name }: InputFile, fail: Fail, work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    fail(failureOf(name, error));
    return undefined;
  }
}

export const failureOf = (file: string, error: unknown): string =>
  `${file}: 未能处理，程序出错 (not done, an error of the program): ${String(error)}`;

function reportOf(
  { path: file }: InputFile,
  { report }: Segment,
  range: Range | undefined,
): Omit<CheckedReport, 'findings'> {
  const { recognised, unjudged, edition, year, body } = report;
  return {
    path: file,
    recognised,
    reason: unjudged ?? null,
    edition: recognised ? edition.id : null,
    year: year?.value ?? null,
    body: body?.text ?? null,
    ...(range === undefined ? {} : { range }),
  };
}

/** A file by its path from here, as those that were named are. */
const shortPath = (uri: string): string => path.relative('.', fileURLToPath(uri));

function checkedFinding(segment: Segment, finding: Judged, locale: Locale, withFixes: boolean): CheckedFinding {
  return {
    rule: finding.rule.id,
    severity: finding.severity,
    message: say(finding.message, locale),
    range: rangeOf(segment, finding.span),
    related: finding.related.map(({ span, message, elsewhere }) => ({
      message: say(message, locale),
      ...(elsewhere === undefined
        ? { range: rangeOf(segment, span) }
        : { path: shortPath(elsewhere.file), range: { start: elsewhere.start, end: elsewhere.end } }),
    })),
    fixes: !withFixes
      ? []
      : finding.repairs().map(({ title, preferred, edits }) => ({
          title: say(title, locale),
          preferred,
          edits: edits.map(({ span, newText }) => ({ range: rangeOf(segment, span), newText })),
        })),
  };
}
