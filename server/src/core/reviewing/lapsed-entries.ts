import { BodyIndex } from '../collection/body-index';
import type { EntriesMet, Ignore } from '../context/ignores';
import { say, wordsIn, type Locale } from '../messages';
import { ruleById } from '../rules/index';

/** What one report says of the entries of its configuration. */
export interface ReportOfEntries {
  readonly body: string | undefined;
  readonly year: number | undefined;
  readonly entries: EntriesMet;
}

/** An entry of a configuration that sets nothing aside any more, and why. */
export interface LapsedEntry {
  readonly ignore: Ignore;
  /** What it names has other values, or nothing is found there. */
  readonly why: 'changed' | 'gone';
}

/**
 * The entries of a configuration of which its reports show that they set nothing aside any more. An entry about a
 * report that was not looked at is none; where not all reports were looked at, only entries are that name theirs.
 */
export function lapsedEntries(
  ignores: readonly Ignore[],
  reports: readonly ReportOfEntries[],
  isWhole: boolean,
): readonly LapsedEntry[] {
  const keysOf = (which: keyof EntriesMet): ReadonlySet<string> =>
    new Set(reports.flatMap(({ entries }) => entries[which].map(entryKey)));
  const standing = keysOf('standing');
  const changed = keysOf('changed');
  const byBody = new BodyIndex<ReportOfEntries>();
  for (const report of reports) if (report.body !== undefined) byBody.add(report.body, 0, report);
  const concerned = ({ body, year }: Ignore): boolean =>
    (body === undefined ? reports : byBody.find(body, 0)).some((report) => year === undefined || report.year === year);
  return ignores.flatMap((ignore): readonly LapsedEntry[] => {
    const isTold = isWhole || (ignore.body !== undefined && ignore.year !== undefined);
    if (!isTold || standing.has(entryKey(ignore))) return [];
    if (changed.has(entryKey(ignore))) return [{ ignore, why: 'changed' }];
    return concerned(ignore) ? [{ ignore, why: 'gone' }] : [];
  });
}

/** Entries are compared as they are written: they come from other threads and programs. */
const entryKey = (ignore: Ignore): string => JSON.stringify(ignore);

/** What a lapsed entry is about and why it lapsed, in one line. */
export function lapsedLine({ ignore, why }: LapsedEntry, locale: Locale): string {
  const { rule, body, year, row, column, reason, by, date, kind = 'not-applicable' } = ignore;
  const about = [body, year, wordsIn(ruleById(rule)!.name, locale), row, column];
  const grounds = [reason, by, date].filter(Boolean).join(locale === 'en' ? ', ' : '，');
  return say(
    { words: LAPSED, args: { about: about.filter(Boolean).join(' · '), kind: KINDS[kind], why: WHY[why], grounds } },
    locale,
  );
}

const LAPSED = { zh: '{kind}，已失效：{why}：{about}（{grounds}）', en: '{kind}, lapsed: {why}: {about} ({grounds})' };
const KINDS = {
  confirmed: { zh: '经核实无误', en: 'verified, right' },
  'not-applicable': { zh: '不适用', en: 'does not apply' },
};
const WHY = {
  changed: { zh: '数值已变', en: 'the values are others now' },
  gone: { zh: '问题已不存在', en: 'nothing is found there any more' },
};
