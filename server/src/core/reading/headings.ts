import type { SectionForm } from '../formats/types';
import type { Section, Subheading } from '../model/report';
import { fold, foldUnit, isSpace } from '../text/fold';
import type { Lines } from '../text/lines';
import { numeralValue } from '../text/numerals';
import { span, type Span } from '../text/span';
import { similarity } from '../text/similarity';

/** A line that may head a section. */
interface Candidate {
  readonly line: number;
  readonly form: SectionForm;
  readonly heading: Span;
  readonly numeral: Section['numeral'];
  readonly words: Span;
  readonly wording: Section['wording'];
}

/** The section headings of a report, in printed order; the last of each line's readings that fits the form best is taken. */
export function findSections(text: string, lines: Lines, forms: readonly SectionForm[]): readonly Section[] {
  const candidates: Candidate[] = [];
  const matchers = forms.map(matcherOf);
  for (let line = 0; line < lines.count; line++) {
    const candidate = readHeading(text, lines, line, matchers);
    if (candidate !== undefined) candidates.push(candidate);
  }
  const chosen = choose(candidates, lines, text);
  return chosen.map((candidate, index) => {
    const end = index + 1 < chosen.length ? lines.start(chosen[index + 1]!.line) : text.length;
    const whole = span(candidate.heading.start, end);
    return {
      form: candidate.form,
      number: candidate.form.number,
      heading: candidate.heading,
      numeral: candidate.numeral,
      words: candidate.words,
      wording: candidate.wording,
      span: whole,
      subheadings: findSubheadings(text, lines, candidate.line + 1, whole.end),
    };
  });
}

interface Matcher {
  readonly form: SectionForm;
  readonly official: string;
  readonly accepted: readonly string[];
}

const matcherOf = (form: SectionForm): Matcher => ({ form, official: fold(form.title), accepted: form.accepted.map(fold) });

/** 一、 1. 第一部分 in folded text; never （一）, which numbers the parts of a section. */
const NUMERAL =
  /^(?:第([一二三四五六七八九十]{1,3})(?:部分|章|节)[.,:]?|([一二三四五六七八九十]{1,3})[.,:]|(\d{1,2})[.,:](?!\d)|([一二三四五六七八九十]{1,3}))/;
const CHINESE = /[一二三四五六七八九十]/;
/** Row labels of table three are numbered as sections are. */
const ROW_LABEL = /^(?:本年新收|上年结转|本年度?办理结果|结转下年)/;
const LONGEST_HEADING = 60;
const RESEMBLANCE = 0.7;

function readHeading(text: string, lines: Lines, line: number, matchers: readonly Matcher[]): Candidate | undefined {
  let start = lines.start(line);
  const lineEnd = lines.end(line);
  while (start < lineEnd && isLead(text.charCodeAt(start))) start++;
  if (start === lineEnd || !mayBegin(text.charCodeAt(start))) return undefined;
  let end = Math.min(lineEnd, start + 4 * LONGEST_HEADING);
  const cut = end < lineEnd;
  while (end > start && isTail(text.charCodeAt(end - 1))) end--;
  const printed = text.slice(start, end);
  if (/[\t|]/.test(printed)) return undefined;
  const folded = fold(printed);
  const numeral = readNumeral(folded);
  const words = folded.slice(numeral.length);
  if (ROW_LABEL.test(words)) return undefined;
  const match = matchWords(words, numeral.length > 0, cut, matchers);
  if (match === undefined || (numeral.weak && match.wording === 'altered')) return undefined;
  const wordsStart = offsetOf(text, start, numeral.length);
  const wordsEnd = endOf(text, wordsStart, match.length);
  return {
    line,
    form: match.form,
    heading: span(start, wordsEnd),
    numeral: { span: span(start, numeral.length === 0 ? start : endOf(text, start, numeral.length)), value: numeral.value, chinese: numeral.chinese },
    words: span(wordsStart, wordsEnd),
    wording: match.wording,
  };
}

function readNumeral(folded: string): { length: number; value: number | undefined; chinese: boolean; weak: boolean } {
  const found = NUMERAL.exec(folded);
  if (found === null) return { length: 0, value: undefined, chinese: false, weak: false };
  const digits = (found[1] ?? found[2] ?? found[3] ?? found[4])!;
  return { length: found[0].length, value: numeralValue(digits), chinese: CHINESE.test(digits), weak: found[4] !== undefined };
}

interface Match {
  readonly form: SectionForm;
  readonly wording: Section['wording'];
  /** Folded units of the heading's words; what follows on the line is text. */
  readonly length: number;
}

function matchWords(words: string, numbered: boolean, cut: boolean, matchers: readonly Matcher[]): Match | undefined {
  const bare = words.replace(/[.:,;。]+$/, '');
  if (!cut) {
    for (const { form, official, accepted } of matchers) {
      if (bare === official) return { form, wording: 'official', length: official.length };
      if (accepted.includes(bare)) return { form, wording: 'accepted', length: bare.length };
    }
  }
  if (!numbered) return undefined;
  for (const { form, official, accepted } of matchers) {
    for (const wording of [official, ...accepted]) {
      if (words.startsWith(wording) && /^(?:[.:,;。]|\d{4}年?|本年|\()/.test(words.slice(wording.length))) {
        return { form, wording: wording === official ? 'official' : 'accepted', length: wording.length };
      }
    }
  }
  if (cut || bare.length > 30 || bare.includes('。') || bare.includes(';')) return undefined;
  for (const { form, official } of matchers) if (similarity(bare, official) >= RESEMBLANCE) return { form, wording: 'altered', length: bare.length };
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
  let listed = 1;
  while (listed < sound.length && isBlankBetween(text, lines, sound[listed - 1]!.line, sound[listed]!.line)) listed++;
  const contents = listed >= 3 && sound.slice(0, listed).every((entry) => sound.slice(listed).some((other) => other.form === entry.form));
  return contents ? sound.slice(listed) : sound;
}

function isBlankBetween(text: string, lines: Lines, first: number, second: number): boolean {
  return text.slice(lines.end(first), lines.start(second)).trim() === '';
}

function findSubheadings(text: string, lines: Lines, from: number, end: number): readonly Subheading[] {
  const found: Subheading[] = [];
  for (let line = from; line < lines.count && lines.start(line) < end; line++) {
    let start = lines.start(line);
    const lineEnd = lines.end(line);
    while (start < lineEnd && isSpace(text.charCodeAt(start)) && text.charCodeAt(start) !== 9) start++;
    if (start === lineEnd || foldUnit(text.charCodeAt(start)) !== 40) continue;
    const head = /^[^。：:；;\t|]{2,40}/.exec(text.slice(start, Math.min(lineEnd, start + 60)))?.[0].trimEnd();
    if (head !== undefined && /^\([一二三四五六七八九十]{1,3}\).*[^\d)]$/.test(fold(head)) && !text.slice(start, lineEnd).includes('\t'))
      found.push({ span: span(start, start + head.length) });
  }
  return found;
}

/** White space and Markdown's marks before a heading. */
const isLead = (code: number): boolean => isSpace(code) || code === 35 || code === 42 || code === 62;
const isTail = (code: number): boolean => isSpace(code) || code === 42 || code === 124 || code === 35;

const BEGINNINGS = new Set([...'第一二三四五六七八九十0123456789总主行收政因存其公'].map((unit) => unit.charCodeAt(0)));
const mayBegin = (code: number): boolean => BEGINNINGS.has(foldUnit(code));

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
