import type { Report } from '../model/report';
import { fold } from '../text/fold';
import { YEAR_DIGITS } from '../text/lexicon';

/** What is said in sections one, five and six, sentence by sentence, years and white space left out. */
export function sentencesOf({ legible, sections }: Report): readonly string[] {
  return sections
    .filter(({ number }) => number === 1 || number === 5 || number === 6)
    .flatMap(({ heading, span }) => fold(legible.slice(heading.end, span.end)).replace(YEAR, '').split(STOP))
    .filter((sentence) => sentence !== '');
}

const YEAR = new RegExp(`${YEAR_DIGITS}年度?`, 'g');
const STOP = /[。;!?]/;

/** A print of every sentence, so many characters each, all of them below 128. */
export const printsOf = (report: Report): string => [...new Set(sentencesOf(report).map(printOf))].join('');

/** The share of the characters of a report's prose that stand in sentences another has too; 0 where it says little. */
export function repeatedShare(report: Report, prints: string): number {
  const known = new Set<string>();
  for (let at = 0; at < prints.length; at += WIDTH) known.add(prints.slice(at, at + WIDTH));
  let [all, repeated] = [0, 0];
  for (const sentence of sentencesOf(report)) {
    all += sentence.length;
    if (known.has(printOf(sentence))) repeated += sentence.length;
  }
  return all < LEAST ? 0 : repeated / all;
}

/** In less prose sentences are alike by chance. */
const LEAST = 200;
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
