import type { Locale } from '../core/index';
import { csv, overview } from './format-overview';
import { github } from './format-github';
import { json, ndjson } from './format-json';
import { sarif } from './format-sarif';
import { text } from './format-text';
import type { CheckedFile, Summary } from './result';

/** A way to print results file by file: memory does not grow with their number. All that it prints is fit to show. */
export interface Format {
  /** Repairs take time to work out: only formats that print them ask for them. */
  readonly printsFixes: boolean;
  /** It prints what an overview says of each report. */
  readonly printsOverview?: boolean;
  /** So do fingerprints. */
  readonly printsFingerprints?: boolean;
  /** Only so many parts are printed; the end says how many were left out. */
  readonly most?: number;
  /** What stands between two parts. */
  readonly separator: string;
  readonly start: (locale: Locale) => string;
  readonly parts: (file: CheckedFile, locale: Locale) => readonly string[];
  readonly end: (summary: Summary, locale: Locale, leftOut: number) => string;
  /** The end tells what was not looked at, and what is not listed. */
  readonly saysAll: boolean;
}

export const FORMATS = { text, json, ndjson, sarif, github, csv, html: overview, xlsx: overview } satisfies Record<
  string,
  Format
>;

export type FormatName = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];
