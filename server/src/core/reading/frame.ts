import { SECTION_FORMS } from '../formats/editions';
import type { AcceptedHeadings } from '../formats/types';
import type { NamedBody, NamedYear, Section, Title } from '../model/report';
import { legible } from '../text/legible';
import type { Lines } from '../text/lines';
import type { Span } from '../text/span';
import { headingMatcher, type HeadingMatcher } from './heading-line';
import { findSections } from './headings';
import { namesOf } from './named';
import { findTitle } from './title';

/** What is read of a report's text before its tables: all that divides it. */
export interface Frame {
  readonly printed: string;
  /** As the reader knows it. */
  readonly text: string;
  readonly lines: Lines;
  readonly sections: readonly Section[];
  readonly title: Title | undefined;
  readonly year: NamedYear | undefined;
  readonly body: NamedBody | undefined;
  /** The lines that hold a section heading, and those that stand on top of a page; both in order. */
  readonly walls: readonly number[];
  readonly headers: readonly number[];
}

export function frameOf(printed: string, lines: Lines, acceptedHeadings: AcceptedHeadings): Frame {
  const text = legible(printed);
  const sections = findSections(text, lines, matchersOf(acceptedHeadings));
  const title = titleAbove(text, lines, sections);
  const { year, body } = namesOf(text, title, sections);
  return { printed, text, lines, sections, title, year, body, ...dividing({ text, lines, sections, title }) };
}

/** The lines of a report that its tables are not looked for in. */
export function dividing({
  text,
  lines,
  sections,
  title,
}: Pick<Frame, 'text' | 'lines' | 'sections' | 'title'>): Pick<Frame, 'walls' | 'headers'> {
  const walls = sections.flatMap(({ heading }) => linesOf(lines, heading));
  return { walls, headers: title === undefined ? [] : pageHeaders(text, lines, title) };
}

/** The title alone, as `readReport` finds it. */
export function readTitle(printed: string, lines: Lines, acceptedHeadings: AcceptedHeadings): Title | undefined {
  const text = legible(printed);
  return titleAbove(text, lines, findSections(text, lines, matchersOf(acceptedHeadings)));
}

function titleAbove(text: string, lines: Lines, [first]: readonly Section[]): Title | undefined {
  const firstHeading = first === undefined ? lines.count : lines.lineAt(first.heading.start);
  return findTitle(text, lines, Math.min(firstHeading, LAST_TITLE_LINE));
}

/** Lines below the title on which nothing but the title stands again, as on top of each page. */
function pageHeaders(text: string, lines: Lines, title: Title): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(title.text, title.span.end); at >= 0;) {
    const line = lines.lineAt(at);
    if (text.slice(lines.start(line), lines.end(line)).trim() === title.text) found.push(line);
    at = text.indexOf(title.text, lines.end(line));
  }
  return found;
}

/** A heading may break in its midst. */
function linesOf(lines: Lines, { start, end }: Span): readonly number[] {
  const first = lines.lineAt(start);
  return Array.from({ length: lines.lineAt(end) - first + 1 }, (_, i) => first + i);
}

const OFFICIAL: readonly HeadingMatcher[] = SECTION_FORMS.map(headingMatcher);

/** The headings of the form with the wordings that a folder accepts besides. */
const matchersOf = (accepted: AcceptedHeadings): readonly HeadingMatcher[] =>
  OFFICIAL.map((official) => {
    const { form } = official;
    const further = accepted[form.number];
    return further === undefined ? official : headingMatcher({ ...form, accepted: [...form.accepted, ...further] });
  });

/** A title stands on top; a text without headings is not searched to its end. */
const LAST_TITLE_LINE = 40;
