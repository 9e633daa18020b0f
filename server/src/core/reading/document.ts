import type { AcceptedHeadings } from '../formats/types';
import type { Report, Title } from '../model/report';
import { Lines, type Range } from '../text/lines';
import { lastUpTo, type Span } from '../text/span';
import { readTitle } from './frame';
import { readReport } from './read-report';
import { reportStarts } from './report-starts';
import { Tokens } from './tokens';

/** A file's text as one report or several, one after the other; together they are the whole text. */
export interface Document {
  readonly text: string;
  readonly lines: Lines;
  readonly acceptedHeadings: AcceptedHeadings;
  readonly segments: readonly Segment[];
}

export interface Segment {
  /** Where the report's own offsets and lines are counted from. */
  readonly start: number;
  readonly firstLine: number;
  readonly report: Report;
}

/** The report that holds a line, or the last one for a line below them all. */
export const segmentAt = ({ segments }: Pick<Document, 'segments'>, line: number): Segment | undefined =>
  lastUpTo(segments, line, ({ firstLine }) => firstLine);

/** Where a span of a report stands in its file. */
export const rangeOf = ({ report, firstLine }: Segment, span: Span): Range => report.lines.range(span, firstLine);

/** What reading may go by besides the text. */
export interface ReadOptions {
  /**
   * Earlier readings: reports whose own text is the same as in one of them are taken from it, so that an edit costs one
   * report.
   */
  readonly known?: readonly Document[] | undefined;
  readonly acceptedHeadings?: AcceptedHeadings | undefined;
}

export function readDocument(
  text: string,
  { known: readings = [], acceptedHeadings = NONE }: ReadOptions = {},
): Document {
  const known = readings.filter((reading) => reading.acceptedHeadings === acceptedHeadings);
  const whole = known.find((reading) => reading.text === text);
  if (whole !== undefined) return whole;
  const [last] = known;
  const lines = last === undefined ? Lines.of(text) : Lines.afterEdit(text, last.text, last.lines);
  const starts = reportStarts(text, lines);
  const segments = starts.map((firstLine, i): Segment => {
    const start = lines.start(firstLine);
    const next = starts[i + 1];
    const stretch =
      starts.length === 1 ? text : text.slice(start, next === undefined ? text.length : lines.start(next));
    const likely = known
      .flatMap(({ segments: read }) => [read[i], read[read.length - starts.length + i]])
      .filter((segment) => segment !== undefined);
    const same = likely.find((segment) => segment.report.text === stretch);
    if (same?.start === start && same.firstLine === firstLine) return same;
    if (same !== undefined) return { start, firstLine, report: same.report };
    const ownLines = starts.length === 1 ? lines : lines.slice(firstLine, next ?? lines.count);
    const before = new Set(likely.map(({ report }) => report));
    return { start, firstLine, report: readReport(stretch, ownLines, acceptedHeadings, room, before) };
  });
  if (text.length > LONG) room = new Tokens();
  return { text, lines, acceptedHeadings, segments };
}

/** Readings follow one another, so that one room serves them all; what a long text made of it is not kept. */
let room = new Tokens();
const LONG = 1 << 16;

/** The titles alone of the reports that `readDocument` would find, one a report. */
export function reportTitles(text: string, acceptedHeadings: AcceptedHeadings = NONE): readonly (Title | undefined)[] {
  const lines = Lines.of(text);
  const starts = reportStarts(text, lines);
  if (starts.length === 1) return [readTitle(text, lines, acceptedHeadings)];
  return starts.map((firstLine, i) => {
    const next = starts[i + 1];
    const stretch = text.slice(lines.start(firstLine), next === undefined ? text.length : lines.start(next));
    return readTitle(stretch, lines.slice(firstLine, next ?? lines.count), acceptedHeadings);
  });
}

const NONE: AcceptedHeadings = {};
