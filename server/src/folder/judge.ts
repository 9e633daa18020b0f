import {
  checkAll,
  DEFAULT_SETTINGS,
  LastYears,
  pack,
  readDocument,
  ReportIndex,
  reportName,
  summarise,
  unpack,
  withConfig,
  type Checked,
  type Config,
  type Document,
  type LastYear,
  type OnRuleFailure,
  type PackedSummary,
  type ReportName,
  type Segment,
} from '../core/index';
import { nameOf } from './uri';

/** A text as it is read under a configuration. */
export const readUnder = (text: string, config: Config): Document =>
  readDocument(text, { acceptedHeadings: config.acceptedHeadings });

/** The values of a text's reports, as far as others may be compared with them. */
export const summariesIn = (text: string, config: Config): readonly PackedSummary[] =>
  readUnder(text, config).segments.flatMap((segment) => {
    const summary = summarise(segment);
    return summary === undefined ? [] : [pack(summary)];
  });

/** What is known of last year's report from other files, as it can be sent to another thread. */
export interface SentLastYear extends Omit<LastYear, 'summary'> {
  readonly summary: PackedSummary;
}

/** What a file's reports are judged by besides its text. */
export interface Judging {
  readonly uri: string;
  readonly config: Config;
  /** By the place of the report in the file whose last year it is. */
  readonly lastYears: readonly (SentLastYear | undefined)[];
  readonly onRuleFailure?: OnRuleFailure;
}

/** What is known of the year before each report of a file. */
export function lastYearsIn(
  document: Document,
  { uri, lastYears }: Pick<Judging, 'uri' | 'lastYears'>,
): (segment: Segment) => LastYear | undefined {
  const known = new LastYears(new SentIndex(document.segments.map(reportName), lastYears));
  return (segment) => known.of(uri, document, segment);
}

/** The findings on each report of a file, worked out when they are asked for; the same whatever host asks. */
export function judging(
  document: Document,
  { uri, config, lastYears, onRuleFailure }: Judging,
): (segment: Segment) => Checked {
  const lastYearOf = lastYearsIn(document, { uri, lastYears });
  const settings = withConfig(DEFAULT_SETTINGS, config);
  return (segment) =>
    checkAll(segment.report, settings, {
      fileName: nameOf(uri),
      lastYear: lastYearOf(segment),
      ignores: config.ignores,
      onRuleFailure,
    });
}

/**
 * The index of all files, as far as one file needs it. A file that was changed since it was first looked at may hold
 * other reports now: what was found for those that it held says nothing of these.
 */
class SentIndex extends ReportIndex {
  private readonly known = new Map<string, LastYear>();

  constructor(names: readonly (ReportName | undefined)[], lastYears: readonly (SentLastYear | undefined)[]) {
    super();
    lastYears.forEach((one, i) => {
      const name = names[i];
      if (one === undefined || name === undefined) return;
      const summary = unpack(one.summary);
      const alone = new ReportIndex();
      alone.set(one.file, [summary]);
      if (alone.lastYearOf(name, '') !== undefined) this.known.set(keyOf(name), { ...one, summary });
    });
  }

  override lastYearOf(name: ReportName): LastYear | undefined {
    return this.known.get(keyOf(name));
  }
}

const keyOf = ({ body, year }: ReportName): string => `${year} ${body}`;
