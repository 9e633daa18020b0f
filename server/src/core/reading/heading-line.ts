import type { SectionForm } from '../formats/types';
import type { Section } from '../model/report';
import { fold, foldUnit, isSpace } from '../text/fold';
import { ORDINAL } from '../text/lexicon';
import type { Lines } from '../text/lines';
import { numeralValue } from '../text/numerals';
import { resembles } from '../text/similarity';
import { span, type Span } from '../text/span';
import { LOOKUPS } from './lookup';

/** A line that may head a section; long headings go on in the next one. */
export interface HeadingLine {
  readonly line: number;
  /** `undefined` where only its number tells that it heads one. */
  readonly form: SectionForm | undefined;
  readonly heading: Span;
  readonly numeral: Section['numeral'];
  readonly words: Span;
  readonly wording: Section['wording'];
}

/** A line whose words tell which section it heads. */
export type NamedLine = HeadingLine & { readonly form: SectionForm };

/** A section with its wordings, folded. */
export interface HeadingMatcher {
  readonly form: SectionForm;
  readonly official: string;
  readonly accepted: readonly string[];
}

export const headingMatcher = (form: SectionForm): HeadingMatcher => ({
  form,
  official: fold(form.title),
  accepted: form.accepted.map(fold),
});

/** 一、 1. 第一部分 in folded text; never （一）, which numbers the parts of a section. */
const NUMERAL = new RegExp(
  `^(?:第(${ORDINAL}{1,3})(?:部分|章|节)[.,:]?|(${ORDINAL}{1,3})[.,:]|(\\d{1,2})[.,:](?!\\d)|(${ORDINAL}{1,3}))`,
);
export const CHINESE = new RegExp(ORDINAL);
/** What stands in the tables of any edition is no heading. */
export const LABELS: ReadonlySet<string> = new Set(
  Object.values(LOOKUPS).flatMap(({ headers, index }) => [...headers, ...index.spellings]),
);

/** Row labels of table three are numbered as sections are. */
const ROW_LABEL = /^(?:本年新收|上年结转|本年度?办理(?:结果|$)|结转)/;
/** Every wording of a heading, altered ones too, has one of these words. */
const SIGN = /情况|事项|问题|总体|概[况述]|复议|申请|公开|不足/;
const LONGEST_HEADING = 60;
/** With white space between its signs. */
const LONGEST_NUMERAL = 16;
const RESEMBLANCE = 0.7;

/** Reads a line from its first sign at `start` as the heading of a section; `undefined` where it is none. */
export function readHeading(
  text: string,
  lines: Lines,
  line: number,
  start: number,
  matchers: readonly HeadingMatcher[],
): HeadingLine | undefined {
  const lineEnd = lines.end(line);
  let end = Math.min(lineEnd, start + 2 * LONGEST_HEADING);
  const cut = end < lineEnd;
  while (end > start && isTail(text.charCodeAt(end - 1))) end--;
  // A heading without a number fills its line; paragraphs are dropped before they are read to their end.
  if (end - start > LONGEST_HEADING && !NUMERAL.test(fold(text.slice(start, start + LONGEST_NUMERAL))))
    return undefined;
  if (hasMark(text, start, end)) return undefined;
  const folded = fold(text.slice(start, end));
  if (LABELS.has(folded)) return undefined;
  const numeral = readNumeral(folded);
  const isNumbered = numeral.chinese && numeral.marked && !cut;
  if (!isNumbered && !SIGN.test(folded)) return undefined;
  const words = folded.slice(numeral.length);
  if (ROW_LABEL.test(words)) return undefined;
  const wordsStart = offsetOf(text, start, numeral.length);
  const unwrapped = matchWords(words, numeral, cut, matchers, (count) =>
    isSpace(text.charCodeAt(endOf(text, wordsStart, count))),
  );
  const wrapped =
    isNumbered && (unwrapped === undefined || unwrapped.wording === 'altered')
      ? matchWrapped(words, text, lines, line, matchers)
      : undefined;
  const match =
    wrapped ??
    unwrapped ??
    (isNumbered && MAY_HEAD.test(words)
      ? { form: undefined, wording: 'altered' as const, length: words.length }
      : undefined);
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

/**
 * Reads a line （一）总体情况 as a section's heading where number and words agree; most lines numbered so are sub-headings.
 */
export function readBracketed(
  text: string,
  line: number,
  start: number,
  lineEnd: number,
  matchers: readonly HeadingMatcher[],
): NamedLine | undefined {
  if (lineEnd - start > LONGEST_HEADING) return undefined;
  const folded = fold(text.slice(start, lineEnd));
  const found = BRACKETED.exec(folded);
  const match = found === null ? undefined : matchWhole(folded.slice(found[0].length), matchers);
  if (found === null || match === undefined || numeralValue(found[1]!) !== match.form.number) return undefined;
  const wordsStart = offsetOf(text, start, found[0].length);
  const words = span(wordsStart, endOf(text, wordsStart, match.length));
  // Brackets number the parts of a section: as a section's the number is not the form's.
  const numeral = { span: span(start, endOf(text, start, found[0].length)), value: match.form.number, chinese: false };
  return { line, form: match.form, heading: span(start, words.end), numeral, words, wording: match.wording };
}

const BRACKETED = /^\(([一二三四五六])\)[.,:]?/;

/** Words that may be a heading whatever they say: a few, and no sentence. */
const MAY_HEAD = /^[^。,;:?!\d]{2,20}$/;

/** A heading in the form's words that breaks in its midst. */
function matchWrapped(
  words: string,
  text: string,
  lines: Lines,
  line: number,
  matchers: readonly HeadingMatcher[],
): Match | undefined {
  if (line + 1 >= lines.count) return undefined;
  const { start, end } = lines.span(line + 1);
  if (start === end || end - start > LONGEST_HEADING || hasMark(text, start, end)) return undefined;
  return matchWhole(words + fold(text.slice(start, end)), matchers);
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

const withoutEnd = (words: string): string => words.replace(/[.:,;。]+$/, '');

/** Words that are a heading's and nothing else. */
function matchWhole(words: string, matchers: readonly HeadingMatcher[]): Match | undefined {
  const bare = withoutEnd(words);
  for (const { form, official, accepted } of matchers) {
    if (bare === official) return { form, wording: 'official', length: official.length };
    if (accepted.includes(bare)) return { form, wording: 'accepted', length: bare.length };
  }
  return undefined;
}

function matchWords(
  words: string,
  numeral: Numeral,
  cut: boolean,
  matchers: readonly HeadingMatcher[],
  gapBehind: (count: number) => boolean,
): Match | undefined {
  const whole = cut ? undefined : matchWhole(words, matchers);
  if (whole !== undefined || numeral.length === 0) return whole;
  const bare = withoutEnd(words);
  for (const { form, official, accepted } of matchers) {
    for (const wording of [official, ...accepted]) {
      if (words.startsWith(wording) && (gapBehind(wording.length) || TEXT_BEHIND.test(words.slice(wording.length)))) {
        return { form, wording: wording === official ? 'official' : 'accepted', length: wording.length };
      }
    }
  }
  if (cut || !numeral.marked || bare.length > 30 || bare.includes('。') || bare.includes(';')) return undefined;
  for (const { form, official } of matchers)
    if (resembles(bare, official, RESEMBLANCE)) return { form, wording: 'altered', length: bare.length };
  // Within a section matters are numbered 1. 2. 3., in any words.
  if (!numeral.chinese) return undefined;
  for (const { form } of matchers) {
    if (form.keywords.every((group) => group.some((word) => bare.includes(word))))
      return { form, wording: 'altered', length: bare.length };
  }
  return undefined;
}

/** What follows a heading on its line is text where it begins so, or has a mark that headings do not have. */
const TEXT_BEHIND = /^(?:[.:,;。)]|\d{4}年?|本年|\(|第二十条)|^.*[。,;:]/;

/** Whether marks of cells divide a stretch. */
function hasMark(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 9 || code === 124) return true;
  }
  return false;
}

const isTail = (code: number): boolean =>
  isSpace(code) || code === 42 || code === 124 || code === 35 || code === CLOSING_LENTICULAR;
/** 【一、总体情况】 */
const CLOSING_LENTICULAR = 0x3011;

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
