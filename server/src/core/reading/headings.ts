import type { SectionForm } from '../formats/types';
import type { Section, Subheading } from '../model/report';
import { foldUnit, isSpace } from '../text/fold';
import type { Lines } from '../text/lines';
import { span } from '../text/span';
import { readBracketed, readHeading, type HeadingLine, type HeadingMatcher, type NamedLine } from './heading-line';
import { readSubheading } from './subheading';

const isNamed = (heading: HeadingLine): heading is NamedLine => heading.form !== undefined;

/** The section headings of a report, in printed order, with the sub-headings below each. */
export function findSections(text: string, lines: Lines, matchers: readonly HeadingMatcher[]): readonly Section[] {
  const headings: HeadingLine[] = [];
  const bracketed: NamedLine[] = [];
  const subheadings: Subheading[] = [];
  for (let line = 0; line < lines.count; line++) {
    let lineEnd = lines.end(line);
    let start = lines.start(line);
    if (lineEnd - start < SHORTEST_HEADING) continue;
    while (lineEnd > start && isSpace(text.charCodeAt(lineEnd - 1))) lineEnd--;
    while (start < lineEnd && isLead(text.charCodeAt(start))) start++;
    if (lineEnd - start < SHORTEST_HEADING) continue;
    const first = foldUnit(text.charCodeAt(start));
    if (first === OPENING_BRACKET) {
      const subheading = readSubheading(text, start, lineEnd);
      if (subheading !== undefined) subheadings.push(subheading);
      const heading = readBracketed(text, line, start, lineEnd, matchers);
      if (heading !== undefined) bracketed.push(heading);
    } else if (BEGINNINGS[first] === 1 && !isLongNumber(text, start)) {
      const heading = readHeading(text, lines, line, start, matchers);
      if (heading !== undefined) headings.push(heading);
    }
  }
  const named = withBracketed(choose(apart(headings.filter(isNamed)), lines, text), bracketed);
  const taken = new Set(named.map(({ line }) => line));
  const others = headings.filter(
    ({ line, wording, numeral }) => wording === 'altered' && numeral.chinese && !taken.has(line),
  );
  const chosen = withNumbered(
    named,
    others,
    matchers.map(({ form }) => form),
  );
  let below = 0;
  return chosen.map(({ form, heading, numeral, words, wording }, index): Section => {
    const end = index + 1 < chosen.length ? lines.start(chosen[index + 1]!.line) : text.length;
    const first = below;
    while (below < subheadings.length && subheadings[below]!.span.start < end) below++;
    return {
      form,
      number: form.number,
      heading,
      numeral,
      words,
      wording,
      span: span(heading.start, end),
      subheadings: subheadings.slice(first, below).filter((subheading) => subheading.span.start > heading.start),
    };
  });
}

/** A heading that breaks may look like another on its second line: the better of the two counts, else the first. */
const apart = (candidates: readonly NamedLine[]): readonly NamedLine[] =>
  candidates.filter((candidate, i) => {
    const [above, below] = [candidates[i - 1], candidates[i + 1]];
    if (above !== undefined && candidate.heading.start < above.heading.end) return isBetter(candidate, above);
    return below === undefined || candidate.heading.end <= below.heading.start || !isBetter(below, candidate);
  });

const isBetter = (one: HeadingLine, other: HeadingLine): boolean =>
  one.wording !== 'altered' && other.wording === 'altered';

/**
 * An altered heading counts only where its section has no better one; a table of contents (three or more headings with
 * nothing between them, all repeated below) counts not at all.
 */
function choose(candidates: readonly NamedLine[], lines: Lines, text: string): readonly NamedLine[] {
  const exact = new Set(
    candidates.filter((candidate) => candidate.wording !== 'altered').map((candidate) => candidate.form.number),
  );
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
    contents.every((entry, i) => i === 0 || isBlankBetween(text, lines, contents[i - 1]!, entry)) &&
    contents.every((entry) => sound.slice(repeated).some((other) => other.form === entry.form));
  return isContents ? sound.slice(repeated) : sound;
}

function isBlankBetween(text: string, lines: Lines, first: HeadingLine, second: HeadingLine): boolean {
  return text.slice(lines.end(lines.lineAt(first.heading.end)), lines.start(second.line)).trim() === '';
}

/** A report that numbers its sections （一）…（六）: where that shows in several, and no other line heads them. */
function withBracketed(named: readonly NamedLine[], bracketed: readonly NamedLine[]): readonly NamedLine[] {
  const taken = new Set(named.map(({ form }) => form));
  const others = bracketed.filter(({ form }) => !taken.has(form));
  if (new Set(others.map(({ form }) => form)).size < ENOUGH) return named;
  return [...named, ...others].sort((a, b) => a.line - b.line);
}

/**
 * Where a section's heading is missing, lines that stand in its place and have its number head it, whatever they say:
 * 五、问题和不足. Where several are missing, all of them or none; other numbered lines there are a list.
 */
function withNumbered(
  chosen: readonly NamedLine[],
  numbered: readonly HeadingLine[],
  forms: readonly SectionForm[],
): readonly NamedLine[] {
  const numbers = new Set(chosen.map(({ form }) => form.number));
  if (numbered.length === 0 || numbers.size < ENOUGH || chosen.length > 2 * forms.length) return chosen;
  const added: NamedLine[] = [];
  for (let i = 0; i <= chosen.length; i++) {
    const [before, after] = [chosen[i - 1], chosen[i]];
    const [above, below] = [before?.form.number ?? 0, after?.form.number ?? forms.length + 1];
    const missing = forms.filter(({ number }) => above < number && number < below && !numbers.has(number));
    const between = numbered.filter(({ line }) => line > (before?.line ?? -1) && line < (after?.line ?? Infinity));
    const placed = between.flatMap((heading) =>
      missing.filter(({ number }) => number === heading.numeral.value).map((form) => ({ ...heading, form })),
    );
    const isInOrder = placed.every(({ form }, j) => j === 0 || form.number > placed[j - 1]!.form.number);
    if (placed.length === between.length && isInOrder) added.push(...placed);
  }
  return added.length === 0 ? chosen : [...chosen, ...added].sort((a, b) => a.line - b.line);
}

/**
 * So many headings in their own words show that a text is divided as a report; many more than it has sections, that it
 * is no single one.
 */
const ENOUGH = 3;

/** 四、政: what a narrow page leaves of a heading on its first line. */
const SHORTEST_HEADING = 3;
const OPENING_BRACKET = 40;

/** White space, Markdown's marks and 【 before a heading. */
const isLead = (code: number): boolean => isSpace(code) || code === 35 || code === 42 || code === 62 || code === 0x3010;
/** Headings are numbered with two digits at most; years and values have more. */
const isLongNumber = (text: string, start: number): boolean =>
  isDigit(text.charCodeAt(start)) && isDigit(text.charCodeAt(start + 1)) && isDigit(text.charCodeAt(start + 2));
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const BEGINNINGS = new Uint8Array(0x10000);
for (const unit of '第一二三四五六七八九十0123456789总主行收政因存其公') BEGINNINGS[unit.charCodeAt(0)] = 1;
