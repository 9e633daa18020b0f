import { EDITIONS, editionById, editionOfYear } from '../formats/editions';
import type { AcceptedHeadings, EditionId, SectionForm } from '../formats/types';
import type { Layout, Report, Table } from '../model/report';
import { isGarbled } from '../text/garbled';
import type { Lines } from '../text/lines';
import { findSections } from './headings';
import { layoutOf } from './layout';
import { sightTables, type Sighting } from './sightings';
import { readTable } from './tables';
import { findTitle } from './title';
import { tokenize } from './tokens';

/** Reads one report's text. It takes any text, throws never, and says in `recognised` whether the form shows in it. */
export function readReport(text: string, lines: Lines, acceptedHeadings: AcceptedHeadings): Report {
  const sections = findSections(text, lines, withAccepted(EDITIONS[0]!.sections, acceptedHeadings));
  const firstHeading = sections[0] === undefined ? lines.count : lines.lineAt(sections[0].heading.start);
  const title = findTitle(text, lines, Math.min(firstHeading, LAST_TITLE_LINE));
  const walls = new Set(sections.map((section) => lines.lineAt(section.heading.start)));
  const tokens = tokenize(text, lines, walls);
  const sightings = sightTables(text, tokens);
  const edition = editionOf(sightings, title?.year?.value);
  const tables = sightings.map((sighting): Table => readTable(text, tokens, sighting, sighting.evidence?.edition ?? edition));
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

/** The sections of the form with the wordings that a folder accepts besides. */
const withAccepted = (sections: readonly SectionForm[], accepted: AcceptedHeadings): readonly SectionForm[] =>
  sections.map((section) => (accepted[section.number] === undefined ? section : { ...section, accepted: [...section.accepted, ...accepted[section.number]!] }));

/** A title stands on top; a text without headings is not searched to its end. */
const LAST_TITLE_LINE = 40;

/** The edition of the report: where its tables disagree the year decides, else the first table that tells. */
function editionOf(sightings: readonly Sighting[], year: number | undefined): EditionId {
  const told = sightings.flatMap(({ evidence }) => (evidence === undefined ? [] : [evidence.edition]));
  const byYear = year === undefined ? undefined : editionOfYear(year).id;
  if (byYear !== undefined && (told.length === 0 || told.includes(byYear))) return byYear;
  return told[0] ?? byYear ?? EDITIONS.at(-1)!.id;
}
