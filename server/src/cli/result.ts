import type { Severity } from '../core/index';
import type { Skipped } from '../files/find';
import type { Range } from './range';

/** One report with its findings, as other programs get it: lines are zero-based, characters UTF-16. */
export interface CheckedReport {
  readonly path: string;
  readonly recognised: boolean;
  readonly edition: string | null;
  readonly year: number | null;
  readonly body: string | null;
  /** Where the report stands in its file, where that holds several. */
  readonly range?: Range;
  readonly findings: readonly CheckedFinding[];
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
}

export interface CheckResult {
  readonly version: 1;
  readonly files: readonly CheckedReport[];
  readonly summary: Summary;
}

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
  /** Reports of `files` in which nothing of a report was recognised: they were not checked. */
  readonly unrecognised: number;
  /** What could not be read or checked; each was told on standard error. */
  readonly failures: number;
  /** What folders hold that was not looked at. */
  readonly skipped: readonly Skipped[];
}

/** What a formatter gets besides the result: the texts, to quote lines from. */
export type Sources = ReadonlyMap<string, string>;
