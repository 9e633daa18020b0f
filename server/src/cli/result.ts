import type { Arrivals, OverviewReport, Range, Severity, UnjudgedReason } from '../core/index';
import type { Skipped } from '../files/find';

/** One report with its findings, as other programs get it: lines are zero-based, characters UTF-16. */
export interface CheckedReport {
  readonly path: string;
  readonly recognised: boolean;
  /** `null` for a report that was recognised. */
  readonly reason: UnjudgedReason | null;
  readonly edition: string | null;
  readonly year: number | null;
  readonly body: string | null;
  /** Where the report stands in its file, where that holds several. */
  readonly range?: Range;
  readonly findings: readonly CheckedFinding[];
  /** How many findings more there are, where only some were asked for. */
  readonly omitted?: number;
}

export interface CheckedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** `path` only for a place in another file. */
  readonly related: readonly { readonly message: string; readonly path?: string; readonly range: Range }[];
  readonly fixes: readonly {
    readonly title: string;
    readonly preferred: boolean;
    readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  }[];
  /** Where the format prints it. */
  readonly fingerprint?: string | undefined;
}

/** The reports of one file, with its text to quote lines from. */
export interface CheckedFile {
  readonly path: string;
  readonly text: string;
  readonly reports: readonly CheckedReport[];
  /** Where the format prints it. */
  readonly overview?: readonly OverviewReport[];
}

/** What was found in some files; findings that were not printed count too. */
export interface Counts {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
  /** Reports of `files` in which nothing of a report was recognised: they were not checked. */
  readonly unrecognised: number;
  /** Findings that are counted but not listed, since fewer were asked for. */
  readonly omitted: number;
  /** Findings that a baseline accepts: they are counted nowhere else. */
  readonly accepted: number;
}

export const NO_COUNTS: Counts = {
  files: 0,
  errors: 0,
  warnings: 0,
  information: 0,
  hints: 0,
  unrecognised: 0,
  omitted: 0,
  accepted: 0,
};

export interface Summary extends Counts {
  /** What could not be read or checked; each was told on standard error. */
  readonly failures: number;
  /** What folders hold that was not looked at. */
  readonly skipped: readonly Skipped[];
  /** Which reports came of those that configurations expect, a list after the other. */
  readonly arrivals: readonly Arrivals[];
}
