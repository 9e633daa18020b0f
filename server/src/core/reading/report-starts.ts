import { fold } from '../text/fold';
import type { Lines } from '../text/lines';
import { numeralValue } from '../text/numerals';
import { findTitles, type FoundTitle } from './title';

/**
 * The first lines of reports: the top, and each title that follows the sections of the report before it and has
 * sections below. A title that stands on every page is none of them: it is the report's own again, and the section
 * below is another one.
 */
export function reportStarts(text: string, lines: Lines): readonly number[] {
  const starts = [0];
  const titles = findTitles(text, lines);
  if (titles.length === 0) return starts;
  const wordsOf = ({ firstLine, lastLine }: FoundTitle): string =>
    fold(text.slice(lines.start(firstLine), lines.end(lastLine)));
  const signFrom = signsOf(text);
  let ownSign = signFrom(0);
  let ownTitles: string[] = [];
  let sections = new Sections(text, 0);
  titles.forEach((title, i) => {
    const start = lines.start(title.firstLine);
    const next = titles[i + 1];
    const end = next === undefined ? text.length : lines.start(next.firstLine);
    const words = wordsOf(title);
    if (ownSign >= start) {
      ownTitles = [...ownTitles.slice(1 - MOST_TITLES), words];
      return;
    }
    const sign = signFrom(start);
    if (sign >= end || (ownTitles.some((title) => title.includes(words)) && sections.goOn(start, end))) return;
    starts.push(title.firstLine);
    ownSign = sign;
    ownTitles = [words];
    sections = new Sections(text, start);
  });
  return starts;
}

/**
 * Finds the first sign of the form at or behind an offset; to be asked for growing offsets, so that a text is searched
 * once.
 */
function signsOf(text: string): (offset: number) => number {
  const form = new RegExp(FORM, 'gm');
  let found = -1;
  return (offset) => {
    if (found < offset) {
      form.lastIndex = offset;
      found = form.exec(text)?.index ?? Infinity;
    }
    return found;
  };
}

/** The numbers of a report's sections, as far as they were asked for. */
class Sections {
  private readonly seen = new Set<number>();

  constructor(
    private readonly text: string,
    private read: number,
  ) {}

  /**
   * Whether the first section between two places is one that the report does not have so far; so is a table that goes
   * on. To be asked for growing places.
   */
  goOn(from: number, to: number): boolean {
    for (const number of this.numbers(this.read, from)) this.seen.add(number);
    this.read = from;
    const [first] = this.numbers(from, to);
    return first === undefined || !this.seen.has(first);
  }

  private numbers(from: number, to: number): readonly number[] {
    return Array.from(
      this.text.slice(from, to).matchAll(SECTION),
      ([, numeral, part]) => numeralValue(fold((numeral ?? part)!)) ?? 0,
    );
  }
}

/** More titles above a report's first section are those of a list; the last of them stand nearest to it. */
const MOST_TITLES = 40;

/**
 * White space before a heading, Markdown's marks and frames. Blank lines above it are none of it: from each of them the
 * heading would be searched anew.
 */
const LEAD = String.raw`[#*>【\t\v\f \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff]*`;
/** A heading of the form by its number and last words. */
const headingWith = (numeral: string): string =>
  String.raw`^${LEAD}(?:${numeral}\s*[、.．]\s*|第${numeral}部分[、：: \t\u3000]{0,4})\S{0,24}(?:情况|情況|事项|事項)`;
/** Signs of the form's own headings and tables. */
const FORM = String.raw`${headingWith('[一二三四五六⼀⼆1-6]')}|第\s*[二⼆]\s*十\s*条\s*第|本年新收政府|尚未审结`;
const SECTION = new RegExp(headingWith('([一二三四五六⼀⼆])'), 'gm');
