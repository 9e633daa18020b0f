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
 * that nobody needs, and never says no of one that is needed: names are kept as single bits, however many they are.
 */
export class NeededYears {
  /** By year and name: the name itself and the shorter ones that mean the same body. */
  private readonly bits = new Uint8Array(BITS / 8);

  add({ body, year }: ReportName): void {
    for (const name of namesOf(body)) {
      const bit = hash(`${year - 1} ${name}`);
      this.bits[bit >> 3]! |= 1 << (bit & 7);
    }
  }

  has({ body, year }: ReportName): boolean {
    return namesOf(body).some((name) => {
      const bit = hash(`${year} ${name}`);
      return (this.bits[bit >> 3]! & (1 << (bit & 7))) !== 0;
    });
  }
}

/** So many that of tens of thousands of names few share one. */
const BITS = 1 << 23;

function namesOf(body: string): readonly string[] {
  const name = canonicalBody(body);
  return [name, ...shorterNames(name)];
}

/** FNV-1a, and its upper bits mixed into those that count. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return (sum ^ (sum >>> 15)) & (BITS - 1);
}
