import type { AcceptedHeadings } from '../formats/types';
import { reportTitles } from '../reading/document';
import { canonicalBody, shorterNames } from './body-name';

/** Whom and which year a report is about. */
export interface ReportHead {
  readonly body: string;
  readonly year: number;
}

/** The heads of a text's reports, `undefined` for one that names no body or no year; for a first look at many files, so tables are not read. */
export const reportHeads = (text: string, acceptedHeadings?: AcceptedHeadings): readonly (ReportHead | undefined)[] =>
  reportTitles(text, acceptedHeadings).map((title) =>
    title?.body === undefined || title.year === undefined ? undefined : { body: title.body.text, year: title.year.value },
  );

/** Which reports are needed to judge others: those of the same body about the year before. */
export class NeededYears {
  /** By year and name, the name itself and the shorter ones that mean the same body. */
  private readonly needed = new Set<string>();

  add({ body, year }: ReportHead): void {
    for (const name of namesOf(body)) this.needed.add(`${year - 1} ${name}`);
  }

  /** May say yes of a report that nobody needs, never no of one that is. */
  has({ body, year }: ReportHead): boolean {
    return namesOf(body).some((name) => this.needed.has(`${year} ${name}`));
  }
}

function namesOf(body: string): readonly string[] {
  const name = canonicalBody(body);
  return [name, ...shorterNames(name)];
}
