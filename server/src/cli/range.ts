import type { Position, Segment, Span } from '../core/index';

/** Zero-based lines and UTF-16 characters, as in the Language Server Protocol. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Where a span of a report stands in its file. */
export function rangeOf({ report, firstLine }: Segment, { start, end }: Span): Range {
  const place = (offset: number): Position => {
    const { line, character } = report.lines.position(offset);
    return { line: firstLine + line, character };
  };
  return { start: place(start), end: place(end) };
}
