import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { chooseParts, EDITIONS, howMany, otherYear, say, whyLeftOut, type Chosen, type Locale } from '../core/index';
import { skippedLine } from '../files/skipped';
import { FolderRun } from './folder-run';
import type { Output } from './output';
import type { CountedReport } from './parts';
import { choice, count, UsageError } from './usage';

/** Which reports are added up. */
export interface PartsOptions {
  readonly year?: string;
  readonly body?: string;
  readonly locale: string;
  readonly config?: string;
  readonly jobs?: string;
  /** The summary itself, which may lie among its parts. */
  readonly except: string;
}

export const localeOf = ({ locale }: { readonly locale: string }): Locale =>
  choice('--locale', ['zh-CN', 'en'] as const, locale);

/** The reports that are added up; the others are named with the reason. */
export async function chosenParts(
  paths: readonly string[],
  options: PartsOptions,
  output: Output,
): Promise<Chosen<CountedReport>> {
  const locale = localeOf(options);
  const year = options.year === undefined ? undefined : count('--year', options.year);
  if (year !== undefined && year < EDITIONS[0]!.firstYear)
    throw new UsageError(`--year: 须为 ${EDITIONS[0]!.firstYear} 年及以后 (a year from ${EDITIONS[0]!.firstYear} on)`);
  const run = await FolderRun.begin({ ...options, paths }, { format: 'text', locale, maxFindings: 0, year }, output);
  const candidates: CountedReport[] = [];
  const except = await placeOf(options.except);
  try {
    for await (const reports of run.judge('parts'))
      for (const one of reports) if (!(await isThere(one.file, except))) candidates.push(one);
  } finally {
    await run.end();
  }
  const chosen = chooseParts(candidates, { year, body: options.body });
  // An archive holds thousands of other years: these are counted, all others named.
  const otherYears = new Map<number, number>();
  for (const one of chosen.leftOut) {
    const { file, year: own } = one.candidate;
    if (one.why === 'other-year' && own !== undefined) otherYears.set(own, (otherYears.get(own) ?? 0) + 1);
    else output.note(`${file}: ${say(whyLeftOut(one), locale)}`);
  }
  for (const [own, reports] of otherYears) output.note(say(otherYear(own, reports), locale));
  output.note(say(howMany(chosen), locale));
  if (run.skipped.length > 0) output.note(skippedLine(run.skipped, locale));
  return chosen;
}

const placeOf = (file: string): Promise<string> => realpath(file).catch(() => path.resolve(file));

/** Whether a file is the one of a place; only one of its name is looked at. */
const isThere = async (file: string, place: string): Promise<boolean> =>
  path.basename(file) === path.basename(place) && (await placeOf(file)) === place;
