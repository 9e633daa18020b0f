import { basename } from 'node:path';
import {
  check,
  DEFAULT_SETTINGS,
  pack,
  readDocument,
  reportHeads,
  say,
  summarise,
  unpack,
  withConfig,
  type Config,
  type Judged,
  type Locale,
  type PackedSummary,
  type ReportHead,
  type Segment,
  type Severity,
} from '../core/index';
import { bothOf, Refusal } from '../files/refusal';
import { readFile, type InputFile } from './files';
import { FORMATS, type FormatName } from './format';
import { rangeOf } from './range';
import type { CheckedFinding, CheckedReport, Counts } from './result';

/** A file and how it is to be read and judged. Everything in this module that goes in or out can be sent to another thread. */
export interface Task {
  readonly file: InputFile;
  readonly config: Config;
}

export interface JudgeTask extends Task {
  /** By the report's place in the file. */
  readonly lastYears: readonly (LastYear | undefined)[];
}

export interface LastYear {
  readonly file: string;
  readonly summary: PackedSummary;
}

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
const heads = ({ file, config }: Task): Done<readonly (ReportHead | undefined)[]> => onText(file, (text) => reportHeads(text, config.acceptedHeadings));

/** The values of a file's reports, as far as others may be compared with them. */
const summaries = ({ file, config }: Task): Done<readonly PackedSummary[]> =>
  onText(file, (text) =>
    readDocument(text, { acceptedHeadings: config.acceptedHeadings }).segments.flatMap((segment) => {
      const summary = summarise(segment);
      return summary === undefined ? [] : [pack(summary)];
    }),
  );

/** What all checks say of a file, printed. */
const judge = ({ file, config, lastYears }: JudgeTask, { format: name, locale, maxFindings }: Options): Done<Verdict> =>
  onText(file, (text, fail) => {
    const format = FORMATS[name];
    const { segments } = readDocument(text, { acceptedHeadings: config.acceptedHeadings });
    let listedBefore = 0;
    const counts = { files: 1, errors: 0, warnings: 0, information: 0, hints: 0, unrecognised: 0, omitted: 0 };
    const reports = segments.flatMap((segment, i): readonly CheckedReport[] => {
      const checked = attempt(file, fail, () => checkReport(segment, segments.length > 1, { file, config, lastYear: lastYears[i], fail }));
      if (checked === undefined) return [];
      const { report, findings } = checked;
      for (const { severity } of findings) counts[COUNTERS[severity]]++;
      if (!report.recognised) counts.unrecognised++;
      const listed = findings.slice(0, Math.max(0, maxFindings - listedBefore));
      listedBefore += listed.length;
      const omitted = findings.length - listed.length;
      counts.omitted += omitted;
      const printed = listed.map((finding) => checkedFinding(segment, finding, locale, format.printsFixes));
      return [{ ...report, findings: printed, ...(omitted > 0 ? { omitted } : {}) }];
    });
    return { parts: format.parts({ path: file.path, text, reports }, locale), counts };
  });

export const WORKS = { heads, summaries, judge };

const COUNTERS = { error: 'errors', warning: 'warnings', information: 'information', hint: 'hints' } as const satisfies Record<Severity, keyof Counts>;

type Fail = (line: string) => void;

/** Reads a file and works on its text; an error of the program costs the file, and is told. */
function onText<Result>(file: InputFile, work: (text: string, fail: Fail) => Result): Done<Result> {
  const read = readFile(file);
  if (read instanceof Refusal) return { result: undefined, failures: [`${file.path}: ${bothOf(read.reason)}`] };
  const failures: string[] = [];
  const fail: Fail = (line) => failures.push(line);
  return { result: attempt(file, fail, () => work(read.text, fail)), failures };
}

function attempt<Result>({ path }: InputFile, fail: Fail, work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    fail(failureOf(path, error));
    return undefined;
  }
}

export const failureOf = (path: string, error: unknown): string => `${path}: 未能处理，程序出错 (not done, an error of the program): ${String(error)}`;

interface Around {
  readonly file: InputFile;
  readonly config: Config;
  readonly lastYear: LastYear | undefined;
  readonly fail: Fail;
}

function checkReport(segment: Segment, isOneOfMany: boolean, { file: { path }, config, lastYear, fail }: Around) {
  const { recognised, edition, title, text } = segment.report;
  const findings = check(segment.report, withConfig(DEFAULT_SETTINGS, config), {
    fileName: basename(path),
    lastYear: lastYear === undefined ? undefined : { file: lastYear.file, summary: unpack(lastYear.summary) },
    ignores: config.ignores,
    onRuleFailure: ({ id }, error) => fail(`${path}: 规则 ${id} 出错，其余照常检查 (the rule failed, the others were checked): ${String(error)}`),
  });
  const report: Omit<CheckedReport, 'findings'> = {
    path,
    recognised,
    reason: recognised ? null : 'nothing',
    edition: recognised ? edition.id : null,
    year: title?.year?.value ?? null,
    body: title?.body?.text ?? null,
    ...(isOneOfMany ? { range: rangeOf(segment, { start: 0, end: text.length }) } : {}),
  };
  return { report, findings };
}

function checkedFinding(segment: Segment, finding: Judged, locale: Locale, withFixes: boolean): CheckedFinding {
  return {
    rule: finding.rule.id,
    severity: finding.severity,
    message: say(finding.message, locale),
    range: rangeOf(segment, finding.span),
    related: finding.related.map(({ span, message, elsewhere }) => ({
      message: say(message, locale),
      ...(elsewhere === undefined ? { range: rangeOf(segment, span) } : { path: elsewhere.file, range: { start: elsewhere.start, end: elsewhere.end } }),
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
