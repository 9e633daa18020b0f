import type { AcceptedHeadings } from '../formats/types';
import { reportTitles } from '../reading/document';
import type { ReportName } from './last-years';
import { detached } from '../text/detached';
import { canonicalBody, shorterNames } from './body-name';

/**
 * What the titles of a text's reports name, as `reportName` tells it of reports that were read; for a first look at
 * many files, so tables are not read.
 */
export const reportNames = (text: string, acceptedHeadings?: AcceptedHeadings): readonly (ReportName | undefined)[] =>
  reportTitles(text, acceptedHeadings).map((title) =>
    title?.body === undefined || title.year === undefined
      ? undefined
      : { body: detached(title.body.text), year: title.year.value },
  );

/**
 * Which reports are needed to judge others: those of the same body about the year before. It may say yes of a report
 * that nobody needs, and never says no of one that is needed, so that numbers are kept instead of names.
 */
export class NeededYears {
  /** By year and name: the name itself and the shorter ones that mean the same body. */
  private readonly needed = new Set<number>();

  add({ body, year }: ReportName): void {
    for (const name of namesOf(body)) this.needed.add(hash(`${year - 1} ${name}`));
  }

  has({ body, year }: ReportName): boolean {
    return namesOf(body).some((name) => this.needed.has(hash(`${year} ${name}`)));
  }
}

function namesOf(body: string): readonly string[] {
  const name = canonicalBody(body);
  return [name, ...shorterNames(name)];
}

function hash(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) & 0x3fffffff;
  return sum;
}
