import type { Context } from '../context/context';
import type { SectionNumber } from '../formats/types';
import { tableOf, type Report, type Table } from '../model/report';
import { missingNumbers, precedingSection } from '../model/sections';
import { span, type TextEdit } from '../text/span';
import { blankLineAbove } from './blank-line';
import { headingOf, sectionTemplate } from './template';

/**
 * Inserts missing sections, each in its place: those that belong into one place in one edit, a blank line from what
 * stands around them. Where the table of a section is printed, only its heading was lost: that goes above the table,
 * for a second table beside the real one would be read in its place.
 */
export function insertSections(context: Context, numbers: readonly SectionNumber[]): readonly TextEdit[] {
  const { report, lineEnd } = context;
  const byPlace = new Map<number, string[]>();
  for (const number of numbers) {
    const place = placeOf(report, number);
    byPlace.set(place, [...(byPlace.get(place) ?? []), textOf(context, number)]);
  }
  return [...byPlace].map(([place, texts]) => {
    const lead = blankLineAbove(report.text, place);
    const trail = place < report.text.length ? '\n' : '';
    return { span: span(place, place), newText: (lead + texts.join('\n') + trail).replaceAll('\n', lineEnd) };
  });
}

export const insertMissingSections = (context: Context): readonly TextEdit[] =>
  insertSections(context, missingNumbers(context.report.sections));

function textOf({ report, expected, layout }: Context, number: SectionNumber): string {
  const edition = expected ?? report.edition;
  if (printedTable(report, number) === undefined) return sectionTemplate(edition, number, layout);
  return `${headingOf(edition.sections.find((form) => form.number === number)!)}\n`;
}

/** The table that belongs into a section, where it is printed. */
function printedTable(report: Report, number: SectionNumber): Table | undefined {
  const { table } = report.edition.sections.find((form) => form.number === number)!;
  return table === undefined ? undefined : tableOf(report, table);
}

const lineOf = ({ lines }: Report, offset: number): number => lines.start(lines.lineAt(offset));

/**
 * Above the section's own table; else behind the section before it, but above the tables that stand there without their
 * headings though they belong below.
 */
function placeOf(report: Report, number: SectionNumber): number {
  const table = printedTable(report, number);
  if (table !== undefined) return lineOf(report, table.span.start);
  const before = precedingSection(report.sections, number);
  const first = report.sections[0];
  const end = before?.span.end ?? (first === undefined ? report.text.length : lineOf(report, first.heading.start));
  const start = before?.heading.end ?? 0;
  const lost = missingNumbers(report.sections)
    .filter((other) => other > number)
    .flatMap((other) => printedTable(report, other) ?? [])
    .map((other) => lineOf(report, other.span.start))
    .filter((place) => start <= place && place < end);
  return Math.min(end, ...lost);
}
