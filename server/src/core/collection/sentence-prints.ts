import type { SectionNumber } from '../formats/types';
import type { Report } from '../model/report';
import { fold } from '../text/fold';
import { YEAR_DIGITS } from '../text/lexicon';

/** A sentence of a section; equal keys say the same, years and white space left out. */
export interface Sentence {
  readonly section: SectionNumber;
  readonly key: string;
  /** As it is printed, on one line. */
  readonly text: string;
}

/** What the sections say outside of their tables, sentence by sentence. */
export function sentencesIn({ legible, sections, tables }: Report): readonly Sentence[] {
  return sections.flatMap(({ number, heading, span }) => {
    const inside = tables.filter((table) => table.span.start >= heading.end && table.span.start < span.end);
    const stretches: string[] = [];
    let at = heading.end;
    for (const table of inside) {
      stretches.push(legible.slice(at, table.span.start));
      at = Math.max(at, table.span.end);
    }
    stretches.push(legible.slice(at, span.end));
    return stretches
      .flatMap((stretch) => stretch.split(STOP))
      .map((text) => ({ section: number, key: fold(text).replace(YEAR, ''), text: text.replace(/\s+/g, ' ').trim() }))
      .filter(({ key }) => key !== '');
  });
}

/** The keys of the sentences in sections one, five and six, which a body writes itself. */
export const sentencesOf = (report: Report): readonly string[] =>
  sentencesIn(report)
    .filter(({ section }) => section === 1 || section === 5 || section === 6)
    .map(({ key }) => key);

const YEAR = new RegExp(`${YEAR_DIGITS}年度?`, 'g');
/** In every spelling that folding makes one. */
const STOP = /[。｡;；!！?？]/;

/** A print of every sentence, so many characters each, all of them below 128. */
export const printsOf = (report: Report): string => [...new Set(sentencesOf(report).map(printOf))].join('');

/** How much prose a report has, and which share of its characters stands in sentences that another has too. */
export interface Repetition {
  readonly length: number;
  readonly share: number;
}

export function repetition(report: Report, prints: string): Repetition {
  const known = new Set<string>();
  for (let at = 0; at < prints.length; at += WIDTH) known.add(prints.slice(at, at + WIDTH));
  let [length, repeated] = [0, 0];
  for (const sentence of sentencesOf(report)) {
    length += sentence.length;
    if (known.has(printOf(sentence))) repeated += sentence.length;
  }
  return { length, share: length === 0 ? 0 : repeated / length };
}

const WIDTH = 5;
const RADIX = 64;

/** FNV-1a in 32 bits, written in digits of base 64 above the control characters. */
function printOf(sentence: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < sentence.length; i++) hash = Math.imul(hash ^ sentence.charCodeAt(i), 0x01000193) >>> 0;
  let print = '';
  for (let digit = 0; digit < WIDTH; digit++) {
    print += String.fromCharCode(48 + (hash % RADIX));
    hash = Math.floor(hash / RADIX);
  }
  return print;
}
