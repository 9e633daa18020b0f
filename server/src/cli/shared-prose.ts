import { canonicalBody, sameBody, sharedProse, type Locale } from '../core/index';
import { FolderRun } from './folder-run';
import { jsonLine } from './format-json';
import type { Output } from './output';
import type { ShingledReport } from './shingled';
import { shownLine } from './shown';

/** From which share on two reports are told. */
const LEAST = 0.5;

export interface SharedOptions {
  readonly format: 'text' | 'json';
  readonly locale: Locale;
  readonly config?: string | undefined;
}

/** Tells which reports of different bodies share more than half of their prose, a pair a line. */
export async function tellShared(paths: readonly string[], options: SharedOptions, output: Output): Promise<void> {
  const { locale, config } = options;
  const run = await FolderRun.begin({ paths, config }, { format: 'text', locale, maxFindings: 0 }, output);
  const reports: ShingledReport[] = [];
  try {
    for await (const [, found = []] of run.each('shingled')) reports.push(...found);
  } finally {
    await run.end();
  }
  const pairs = sharedProse(
    reports.map(({ shingles }) => shingles),
    LEAST,
  )
    .map(({ one, other, share }) => ({ one: reports[one]!, other: reports[other]!, share }))
    .filter(({ one, other }) => !areOfOneBody(one, other));
  if (options.format === 'json') {
    const place = ({ path, body = '', year, range }: ShingledReport) => ({
      path,
      body: body === '' ? null : body,
      year: year ?? null,
      ...(range && { range }),
    });
    const shown = pairs.map(({ one, other, share }) => ({
      one: place(one),
      other: place(other),
      share: Math.round(share * 10_000) / 10_000,
    }));
    await output.write(`${jsonLine({ version: 1, pairs: shown })}\n`);
    return;
  }
  for (const { one, other, share } of pairs) {
    const percent = Math.floor(100 * share);
    const words = locale === 'en' ? `${percent} % of the prose is the same` : `文字有 ${percent}% 相同`;
    await output.write(shownLine(`${placeOf(one)} | ${placeOf(other)}: ${words}`));
  }
  output.note(
    locale === 'en'
      ? `${reports.length} reports, ${pairs.length} pairs that share more than half of their prose`
      : `共 ${reports.length} 份，${pairs.length} 对文字雷同过半`,
  );
}

/** Of several reports in a file, the line at which one begins. */
const placeOf = ({ path, range }: ShingledReport): string =>
  range === undefined ? path : `${path}:${range.start.line + 1}`;

/** A body's own earlier reports are the matter of `repeated-prose`. */
const areOfOneBody = (one: ShingledReport, other: ShingledReport): boolean =>
  one.body !== undefined &&
  other.body !== undefined &&
  one.year !== other.year &&
  sameBody(canonicalBody(one.body), canonicalBody(other.body));
