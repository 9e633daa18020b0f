import { EDITIONS, editionById, editionOfYear } from '../formats/editions';
import type { AcceptedHeadings, EditionId } from '../formats/types';
import type { Layout, Report, Section, Title } from '../model/report';
import { isGarbled } from '../text/garbled';
import type { Lines } from '../text/lines';
import type { Span } from '../text/span';
import { withoutDisputed } from './disputed';
import { headingMatcher, type HeadingMatcher } from './heading-line';
import { findSections } from './headings';
import { layoutOf } from './layout';
import { sightTables, type Sighting } from './sightings';
import { readTable } from './tables';
import { findTitle } from './title';
import { tokenize } from './tokenize';
import type { Tokens } from './tokens';

/**
 * Reads one report's text; `room` may be used for its tokens, which nothing keeps. It takes any text, throws never, and
 * says in `recognised` whether the form shows in it.
 */
export function readReport(text: string, lines: Lines, acceptedHeadings: AcceptedHeadings, room?: Tokens): Report {
  const sections = findSections(text, lines, matchersOf(acceptedHeadings));
  const title = titleAbove(text, lines, sections);
  const walls = sections.flatMap(({ heading }) => linesOf(lines, heading));
  const tokens = tokenize(text, lines, walls, title === undefined ? [] : pageHeaders(text, lines, title), room);
  const sightings = sightTables(text, tokens);
  const edition = editionOf(sightings, title?.year?.value);
  const tables = withoutDisputed(
    sightings.map((sighting) => readTable(text, tokens, sighting, sighting.evidence?.edition ?? edition)),
  );
  const layout: Layout = layoutOf(text, lines, tables);
  const numbers = new Set(sections.map((section) => section.number));
  return {
    text,
    lines,
    title,
    sections,
    tables,
    edition: editionById(edition),
    layout,
    recognised: (numbers.size >= 2 || tables.length > 0) && !isGarbled(text),
  };
}

/** The title alone, as `readReport` finds it. */
export const readTitle = (text: string, lines: Lines, acceptedHeadings: AcceptedHeadings): Title | undefined =>
  titleAbove(text, lines, findSections(text, lines, matchersOf(acceptedHeadings)));

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

const OFFICIAL: readonly HeadingMatcher[] = EDITIONS[0]!.sections.map(headingMatcher);

/** The headings of the form with the wordings that a folder accepts besides. */
const matchersOf = (accepted: AcceptedHeadings): readonly HeadingMatcher[] =>
  OFFICIAL.map((official) => {
    const { form } = official;
    const own = accepted[form.number];
    return own === undefined ? official : headingMatcher({ ...form, accepted: [...form.accepted, ...own] });
  });

/** A title stands on top; a text without headings is not searched to its end. */
const LAST_TITLE_LINE = 40;

/** The edition of the report: where its tables disagree the year decides, else the first table that tells. */
function editionOf(sightings: readonly Sighting[], year: number | undefined): EditionId {
  const told = sightings.flatMap(({ evidence }) => (evidence === undefined ? [] : [evidence.edition]));
  const byYear = year === undefined ? undefined : editionOfYear(year).id;
  if (byYear !== undefined && (told.length === 0 || told.includes(byYear))) return byYear;
  return told[0] ?? byYear ?? EDITIONS.at(-1)!.id;
}
