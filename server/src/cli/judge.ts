import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  overviewOf,
  reportNames,
  say,
  type Config,
  type Judged,
  type Locale,
  type OverviewReport,
  type PackedSummary,
  type Received,
  type ReportName,
  type ReportOfEntries,
  type Segment,
  type Severity,
  rangeOf,
  yearInFileName,
  type Range,
} from '../core/index';
import { judging, lastYearsIn, readUnder, summariesIn, type Judging } from '../folder/judge';
import { bothOf, Refusal } from '../files/refusal';
import type { Configs } from './config';
import { readFile, type InputFile } from './files';
import { FORMATS, type FormatName } from './format';
import { fingerprints } from './fingerprints';
import { NO_COUNTS, type CheckedFinding, type CheckedReport, type Counts } from './result';

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

export interface JudgeTask extends Task, Pick<Judging, 'lastYears'> {
  /** The fingerprints of findings that are not to be told. */
  readonly accepted?: readonly string[];
}

/** By how an index knows a file. */
export const uriOf = ({ path: file }: InputFile): string => pathToFileURL(path.resolve(file)).href;

/** What was asked for and holds for all files. */
export interface Options {
  readonly format: FormatName;
  readonly locale: Locale;
  /** The most findings of a file that are listed. */
  readonly maxFindings: number;
  /** The fingerprints of all findings are wanted. */
  readonly fingerprints?: boolean;
  /** The year that is added up; reports about others need not be judged for that. */
  readonly year?: number | undefined;
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
  readonly path: string;
  readonly fingerprints: readonly string[];
  /** Whose reports the file holds. */
  readonly received: readonly Received[];
  /** What the reports say of the entries of their configuration, where an overview is printed. */
  readonly entries: readonly ReportOfEntries[];
}

/** Whom and which years the reports of a file are about; a first look. */
export const names = ({ file, config }: Task): Done<readonly (ReportName | undefined)[]> =>
  onText(file, (text) => reportNames(text, config.acceptedHeadings));

/** The values of a file's reports, as far as others may be compared with them. */
export const summaries = ({ file, config }: Task): Done<readonly PackedSummary[]> =>
  onText(file, (text) => summariesIn(text, config));

/** What all checks say of a file, printed. */
export const judge = (
  { file, config, lastYears, accepted = [] }: JudgeTask,
  { format: name, locale, maxFindings, fingerprints: wanted = false }: Options,
): Done<Verdict> =>
  onText(file, (text, fail) => {
    const format = FORMATS[name];
    const document = readUnder(text, config);
    const { segments } = document;
    const findingsOn = judging(document, { ...aboutFile({ file, config }, fail), lastYears });
    let listedBefore = 0;
    const counts = { ...NO_COUNTS, files: 1 };
    const isMarked = wanted || accepted.length > 0 || format.printsFingerprints === true;
    const printOf = isMarked ? fingerprints(text) : undefined;
    const prints: string[] = [];
    const overview: OverviewReport[] = [];
    const entries: ReportOfEntries[] = [];
    const lastYearOf = lastYearsIn(document, { uri: uriOf(file), lastYears });
    const isAccepted = new Set(accepted);
    const reports = segments.flatMap((segment): readonly CheckedReport[] => {
      const all = attempt(file, fail, () => findingsOn(segment));
      if (all === undefined) return [];
      const marked = all.findings.map((finding) => ({
        finding,
        print: printOf?.(finding, rangeOf(segment, finding.span)),
      }));
      for (const { print } of marked) if (print !== undefined) prints.push(print);
      const told = marked.filter(({ print }) => print === undefined || !isAccepted.has(print));
      counts.accepted += marked.length - told.length;
      for (const {
        finding: { severity },
      } of told)
        counts[COUNTERS[severity]]++;
      if (!segment.report.recognised) counts.unrecognised++;
      const listed = told.slice(0, Math.max(0, maxFindings - listedBefore));
      listedBefore += listed.length;
      if (format.printsOverview === true) {
        const found = listed.map(({ finding }) => finding);
        const lastYear = lastYearOf(segment);
        const { setAside } = all;
        const { body, year, recognised } = segment.report;
        if (recognised) entries.push({ body: body?.text, year: year?.value, entries: all.entries });
        overview.push(overviewOf({ path: file.path, segment, findings: found, setAside, lastYear }, locale));
      }
      const omitted = told.length - listed.length;
      counts.omitted += omitted;
      const printed = listed.map(({ finding, print }) => ({
        ...checkedFinding(segment, finding, locale, format.printsFixes),
        ...(format.printsFingerprints === true ? { fingerprint: print } : {}),
      }));
      const range = segments.length > 1 ? rangeOf(segment, { start: 0, end: segment.report.text.length }) : undefined;
      return [{ ...reportOf(file, segment, range), findings: printed, ...(omitted > 0 ? { omitted } : {}) }];
    });
    const parts = format.parts(
      { path: file.path, text, reports, ...(format.printsOverview === true ? { overview } : {}) },
      locale,
    );
    const received = segments
      .filter(({ report }) => report.recognised)
      .map(({ report: { body, year } }) => ({
        file: file.path,
        body: body?.text,
        year: year?.value ?? yearInFileName(file.path),
      }));
    return { parts, counts, path: file.path, fingerprints: wanted ? prints : [], received, entries };
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

const failureOf = (file: string, error: unknown): string =>
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
