import type { SectionForm } from '../formats/types';
import type { Section, Subheading } from '../model/report';
import { fold, foldUnit, isSpace } from '../text/fold';
import type { Lines } from '../text/lines';
import { numeralValue } from '../text/numerals';
import { contains, span, type Span } from '../text/span';
import { resembles } from '../text/similarity';
import { LOOKUPS } from './lookup';

/** A line that may head a section. */
interface Candidate {
  readonly line: number;
  readonly form: SectionForm;
  readonly heading: Span;
  readonly numeral: Section['numeral'];
  readonly words: Span;
  readonly wording: Section['wording'];
}

/** The section headings of a report, in printed order, with the sub-headings below each. */
export function findSections(text: string, lines: Lines, matchers: readonly HeadingMatcher[]): readonly Section[] {
  const candidates: Candidate[] = [];
  const subheadings: Subheading[] = [];
  for (let line = 0; line < lines.count; line++) {
    const lineEnd = lines.end(line);
    let start = lines.start(line);
    if (lineEnd - start < SHORTEST_HEADING) continue;
    while (start < lineEnd && isLead(text.charCodeAt(start))) start++;
    if (lineEnd - start < SHORTEST_HEADING) continue;
    const first = foldUnit(text.charCodeAt(start));
    if (first === OPENING_BRACKET) {
      const subheading = readSubheading(text, start, lineEnd);
      if (subheading !== undefined) subheadings.push(subheading);
    } else if (BEGINNINGS[first] === 1 && !isLongNumber(text, start)) {
      const candidate = readHeading(text, line, start, lineEnd, matchers);
      if (candidate !== undefined) candidates.push(candidate);
    }
  }
  const chosen = choose(candidates, lines, text);
  return chosen.map(({ form, heading, numeral, words, wording }, index): Section => {
    const end = index + 1 < chosen.length ? lines.start(chosen[index + 1]!.line) : text.length;
    const whole = span(heading.start, end);
    return {
      form,
      number: form.number,
      heading,
      numeral,
      words,
      wording,
      span: whole,
      subheadings: subheadings.filter((subheading) => contains(whole, subheading.span)),
    };
  });
}

/** A section with its wordings, folded. */
export interface HeadingMatcher {
  readonly form: SectionForm;
  readonly official: string;
  readonly accepted: readonly string[];
}

export const headingMatcher = (form: SectionForm): HeadingMatcher => ({ form, official: fold(form.title), accepted: form.accepted.map(fold) });

/** 一、 1. 第一部分 in folded text; never （一）, which numbers the parts of a section. */
const NUMERAL =
  /^(?:第([一二三四五六七八九十]{1,3})(?:部分|章|节)[.,:]?|([一二三四五六七八九十]{1,3})[.,:]|(\d{1,2})[.,:](?!\d)|([一二三四五六七八九十]{1,3}))/;
const CHINESE = /[一二三四五六七八九十]/;
/** What stands in the tables of any edition is no heading. */
const LABELS: ReadonlySet<string> = new Set(Object.values(LOOKUPS).flatMap(({ headers, index }) => [...headers, ...index.rows.flatMap(({ full }) => full)]));

/** Row labels of table three are numbered as sections are. */
const ROW_LABEL = /^(?:本年新收|上年结转|本年度?办理结果|结转下年)/;
/** Every wording of a heading, altered ones too, has one of these words. */
const SIGN = /情况|事项|问题|总体|概[况述]|复议|申请|公开|不足/;
const SHORTEST_HEADING = 4;
const LONGEST_HEADING = 60;
/** With white space between its signs. */
const LONGEST_NUMERAL = 16;
const RESEMBLANCE = 0.7;

function readHeading(text: string, line: number, start: number, lineEnd: number, matchers: readonly HeadingMatcher[]): Candidate | undefined {
  let end = Math.min(lineEnd, start + 2 * LONGEST_HEADING);
  const cut = end < lineEnd;
  while (end > start && isTail(text.charCodeAt(end - 1))) end--;
  // A heading without a number fills its line; paragraphs are dropped before they are read to their end.
  if (end - start > LONGEST_HEADING && !NUMERAL.test(fold(text.slice(start, start + LONGEST_NUMERAL)))) return undefined;
  for (let i = start; i < end; i++) if (isMark(text.charCodeAt(i))) return undefined;
  const folded = fold(text.slice(start, end));
  if (LABELS.has(folded) || !SIGN.test(folded)) return undefined;
  const numeral = readNumeral(folded);
  const words = folded.slice(numeral.length);
  if (ROW_LABEL.test(words)) return undefined;
  const wordsStart = offsetOf(text, start, numeral.length);
  const match = matchWords(words, numeral, cut, matchers, (count) => isSpace(text.charCodeAt(endOf(text, wordsStart, count))));
  if (match === undefined) return undefined;
  const wordsEnd = endOf(text, wordsStart, match.length);
  return {
    line,
    form: match.form,
    heading: span(start, wordsEnd),
    numeral: {
      span: span(start, numeral.length === 0 ? start : endOf(text, start, numeral.length)),
      value: numeralValue(numeral.digits),
      chinese: numeral.chinese,
    },
    words: span(wordsStart, wordsEnd),
    wording: match.wording,
  };
}

interface Numeral {
  readonly length: number;
  readonly digits: string;
  readonly chinese: boolean;
  /** A mark stands behind it, as behind every number of a heading that was altered. */
  readonly marked: boolean;
}

function readNumeral(folded: string): Numeral {
  const found = NUMERAL.exec(folded);
  if (found === null) return { length: 0, digits: '', chinese: false, marked: false };
  const digits = (found[1] ?? found[2] ?? found[3] ?? found[4])!;
  return { length: found[0].length, digits, chinese: CHINESE.test(digits), marked: found[4] === undefined };
}

interface Match {
  readonly form: SectionForm;
  readonly wording: Section['wording'];
  /** Folded units of the heading's words; what follows on the line is text. */
  readonly length: number;
}

function matchWords(
  words: string,
  numeral: Numeral,
  cut: boolean,
  matchers: readonly HeadingMatcher[],
  gapBehind: (count: number) => boolean,
): Match | undefined {
  const bare = words.replace(/[.:,;。]+$/, '');
  if (!cut) {
    for (const { form, official, accepted } of matchers) {
      if (bare === official) return { form, wording: 'official', length: official.length };
      if (accepted.includes(bare)) return { form, wording: 'accepted', length: bare.length };
    }
  }
  if (numeral.length === 0) return undefined;
  for (const { form, official, accepted } of matchers) {
    for (const wording of [official, ...accepted]) {
      if (words.startsWith(wording) && (gapBehind(wording.length) || /^(?:[.:,;。]|\d{4}年?|本年|\()/.test(words.slice(wording.length)))) {
        return { form, wording: wording === official ? 'official' : 'accepted', length: wording.length };
      }
    }
  }
  if (cut || !numeral.marked || bare.length > 30 || bare.includes('。') || bare.includes(';')) return undefined;
  for (const { form, official } of matchers) if (resembles(bare, official, RESEMBLANCE)) return { form, wording: 'altered', length: bare.length };
  // Within a section matters are numbered 1. 2. 3., in any words.
  if (!numeral.chinese) return undefined;
  for (const { form } of matchers) {
    if (form.keywords.every((group) => group.some((word) => bare.includes(word)))) return { form, wording: 'altered', length: bare.length };
  }
  return undefined;
}

/**
 * An altered heading counts only where its section has no better one; a table of contents (three or more headings with nothing
 * between them, all repeated below) counts not at all.
 */
function choose(candidates: readonly Candidate[], lines: Lines, text: string): readonly Candidate[] {
  const exact = new Set(candidates.filter((candidate) => candidate.wording !== 'altered').map((candidate) => candidate.form.number));
  const taken = new Set<number>();
  const sound = candidates.filter(({ wording, form }) => {
    if (wording !== 'altered') return true;
    if (exact.has(form.number) || taken.has(form.number)) return false;
    taken.add(form.number);
    return true;
  });
  const repeated = sound.findIndex((candidate, i) => sound.slice(0, i).some((other) => other.form === candidate.form));
  const contents = sound.slice(0, Math.max(0, repeated));
  const isContents =
    contents.length >= 3 &&
    contents.every((entry, i) => i === 0 || isBlankBetween(text, lines, contents[i - 1]!.line, entry.line)) &&
    contents.every((entry) => sound.slice(repeated).some((other) => other.form === entry.form));
  return isContents ? sound.slice(repeated) : sound;
}

function isBlankBetween(text: string, lines: Lines, first: number, second: number): boolean {
  return text.slice(lines.end(first), lines.start(second)).trim() === '';
}

/** （一）… to the end of its first sentence; in a table such a line has tabs, bars or values behind it. */
function readSubheading(text: string, start: number, lineEnd: number): Subheading | undefined {
  let second = start + 1;
  while (second < lineEnd && isSpace(text.charCodeAt(second))) second++;
  if (!CHINESE.test(String.fromCharCode(foldUnit(text.charCodeAt(second))))) return undefined;
  const line = text.slice(start, lineEnd);
  const head = /^[^。：:；;\t|]{2,40}/.exec(line)?.[0].trimEnd();
  if (head === undefined || line.includes('\t')) return undefined;
  const folded = fold(head);
  if (LABELS.has(folded) || !/^\([一二三四五六七八九十]{1,3}\).*[^\d)]$/.test(folded)) return undefined;
  return { span: span(start, start + head.length) };
}

const OPENING_BRACKET = 40;

/** White space and Markdown's marks before a heading. */
const isLead = (code: number): boolean => isSpace(code) || code === 35 || code === 42 || code === 62;
/** Headings are numbered with two digits at most; years and values have more. */
const isLongNumber = (text: string, start: number): boolean =>
  isDigit(text.charCodeAt(start)) && isDigit(text.charCodeAt(start + 1)) && isDigit(text.charCodeAt(start + 2));
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** Marks a cell of a table. */
const isMark = (code: number): boolean => code === 9 || code === 124;
const isTail = (code: number): boolean => isSpace(code) || code === 42 || code === 124 || code === 35;

const BEGINNINGS = new Uint8Array(0x10000);
for (const unit of '第一二三四五六七八九十0123456789总主行收政因存其公') BEGINNINGS[unit.charCodeAt(0)] = 1;

/** The offset at which the folded text has `count` units behind it; white space before the next unit is passed over. */
function offsetOf(text: string, start: number, count: number): number {
  let at = count === 0 ? start : endOf(text, start, count);
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The offset behind the `count`-th folded unit. */
function endOf(text: string, start: number, count: number): number {
  let at = start;
  for (let left = count; left > 0 && at < text.length; at++) if (foldUnit(text.charCodeAt(at)) !== 0) left--;
  return at;
}
