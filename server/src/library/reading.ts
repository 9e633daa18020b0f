import { rangeOf, readDocument, toNumber, type Config, type Document, type Segment, type Table } from '../core/index';
import type { About, ReadReport, ReadTable } from './index';

export const readText = (text: string, { acceptedHeadings }: Config): Document =>
  readDocument(text, { acceptedHeadings });

export function aboutOf(segment: Segment): About {
  const { recognised, unjudged, edition, year, body, text } = segment.report;
  return {
    recognised,
    reason: unjudged ?? null,
    edition: recognised ? edition.id : null,
    year: year?.value ?? null,
    body: body?.text ?? null,
    range: rangeOf(segment, { start: 0, end: text.length }),
  };
}

export const readSegment = (segment: Segment): ReadReport => ({
  ...aboutOf(segment),
  layout: segment.report.layout,
  ...contentOf(segment),
});

/** What stands in a report. */
export type ReportContent = Pick<ReadReport, 'title' | 'sections' | 'tables'>;

export function contentOf(segment: Segment): ReportContent {
  const { title, sections, tables, text } = segment.report;
  return {
    title: title === undefined ? null : { text: title.text, range: rangeOf(segment, title.span) },
    sections: sections.map(({ number, words, heading }) => ({
      number,
      title: text.slice(words.start, words.end),
      range: rangeOf(segment, heading),
    })),
    tables: tables.map((table) => readTable(segment, table)),
  };
}

function readTable(segment: Segment, { id, edition, form, rows }: Table): ReadTable {
  const { text } = segment.report;
  return {
    id,
    edition,
    section: form.section,
    rows: rows.map(({ form: row, label, cells }) => ({
      id: row.id,
      label: text.slice(label.start, label.end),
      range: rangeOf(segment, label),
      cells: cells.map(({ column, span, value }) => ({
        column: column.id,
        value: value.kind === 'unreadable' ? null : toNumber(value.amount),
        text: text.slice(span.start, span.end),
        range: rangeOf(segment, span),
      })),
    })),
  };
}
