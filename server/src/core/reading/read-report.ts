import { editionOfYear, EDITIONS, nearestEdition, NEWEST_EDITION, type Edition } from '../formats/editions';
import type { AcceptedHeadings } from '../formats/types';
import type { Layout, Report, Table } from '../model/report';
import type { Lines } from '../text/lines';
import { tablesAfterEdit } from './after-edit';
import { withoutDisputed } from './disputed';
import { frameOf, type Frame } from './frame';
import { unjudgedReason } from './kind';
import { layoutOf } from './layout';
import { sightTables, type Sighting } from './sightings';
import { readTable } from './tables';
import { tokenize } from './tokenize';
import { Tokens } from './tokens';

/**
 * Reads one report's text; `room` may be used for its tokens, which nothing keeps. Accepts any text, never throws, and
 * says in `recognised` whether the form shows in it. `before` are earlier readings of which it may differ by an edit.
 */
export function readReport(
  printed: string,
  lines: Lines,
  acceptedHeadings: AcceptedHeadings,
  room = new Tokens(),
  before: Iterable<Report> = [],
): Report {
  const frame = frameOf(printed, lines, acceptedHeadings);
  const { text } = frame;
  for (const report of before) {
    const tables = tablesAfterEdit(report, frame, room);
    if (tables !== undefined) return reportOf(frame, tables, report.edition, report.layout);
  }
  const tokens = tokenize(text, lines, frame.walls, frame.headers, room);
  const sightings = sightTables(text, tokens);
  const edition = editionOf(sightings, frame.year?.value);
  const tables = withoutDisputed(
    sightings.map((sighting) => {
      const filledIn = nearestEdition(edition, (other) => mayBeOn(sighting, other)) ?? edition;
      return readTable(text, tokens, sighting, filledIn);
    }),
  );
  // A table that another program has marked is read, not written.
  const isMarked = tables.some(({ span }) => text.slice(span.start, span.end) !== printed.slice(span.start, span.end));
  return reportOf(frame, tables, edition, isMarked ? 'bars' : layoutOf(text, lines, tables));
}

function reportOf(frame: Frame, tables: readonly Table[], edition: Edition, layout: Layout): Report {
  const { printed, text, lines, title, year, body, sections } = frame;
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
