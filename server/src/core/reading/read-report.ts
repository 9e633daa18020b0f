import {
  editionOfYear,
  EDITIONS,
  nearestEdition,
  NEWEST_EDITION,
  SECTION_FORMS,
  type Edition,
} from '../formats/editions';
import type { AcceptedHeadings } from '../formats/types';
import type { Layout, Report, Section, Title } from '../model/report';
import { legible } from '../text/legible';
import type { Lines } from '../text/lines';
import type { Span } from '../text/span';
import { withoutDisputed } from './disputed';
import { headingMatcher, type HeadingMatcher } from './heading-line';
import { findSections } from './headings';
import { unjudgedReason } from './kind';
import { layoutOf } from './layout';
import { namesOf } from './named';
import { sightTables, type Sighting } from './sightings';
import { readTable } from './tables';
import { findTitle } from './title';
import { tokenize } from './tokenize';
import type { Tokens } from './tokens';

/**
 * Reads one report's text; `room` may be used for its tokens, which nothing keeps. Accepts any text, never throws, and
 * says in `recognised` whether the form shows in it.
 */
export function readReport(printed: string, lines: Lines, acceptedHeadings: AcceptedHeadings, room?: Tokens): Report {
  const text = legible(printed);
  const sections = findSections(text, lines, matchersOf(acceptedHeadings));
  const title = titleAbove(text, lines, sections);
  const { year, body } = namesOf(text, title, sections);
  const walls = sections.flatMap(({ heading }) => linesOf(lines, heading));
  const tokens = tokenize(text, lines, walls, title === undefined ? [] : pageHeaders(text, lines, title), room);
  const sightings = sightTables(text, tokens);
  const edition = editionOf(sightings, year?.value);
  const tables = withoutDisputed(
    sightings.map((sighting) => {
      const filledIn = nearestEdition(edition, (other) => mayBeOn(sighting, other)) ?? edition;
      return readTable(text, tokens, sighting, filledIn);
    }),
  );
  // A table that another program has marked is read, not written.
  const isMarked = tables.some(({ span }) => text.slice(span.start, span.end) !== printed.slice(span.start, span.end));
  const layout: Layout = isMarked ? 'bars' : layoutOf(text, lines, tables);
  const unjudged = unjudgedReason({ text, lines, title, sections, tables, year: year?.value });
  return {
    text: printed,
    legible: text,
    lines,
    title,
    year,
    body,
    sections,
    tables,
    edition,
    layout,
    recognised: unjudged === undefined,
    unjudged,
  };
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

/** Whether nothing that is printed speaks against a table's being filled in on an edition. */
const mayBeOn = ({ lookup, evidence }: Sighting, edition: Edition): boolean =>
  evidence === undefined || evidence.forms.includes(edition.tables[lookup.id]);

/**
 * The edition of the report: where its tables disagree the year decides, else most of them, else the first that tells.
 */
function editionOf(sightings: readonly Sighting[], year: number | undefined): Edition {
  const told = sightings.filter(({ evidence }) => evidence !== undefined);
  const usual = year === undefined ? NEWEST_EDITION : editionOfYear(year);
  const [first] = told;
  if (first === undefined || (year !== undefined && told.some((table) => mayBeOn(table, usual)))) return usual;
  const votes = (edition: Edition): number =>
    told.filter((table) => mayBeOn(table, edition)).length + (mayBeOn(first, edition) ? 0.5 : 0);
  const most = Math.max(...EDITIONS.map(votes));
  return nearestEdition(usual, (edition) => votes(edition) === most) ?? usual;
}
