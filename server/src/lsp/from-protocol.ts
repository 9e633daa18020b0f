import type { Position, Range } from 'vscode-languageserver';
import { segmentAt, span, type Segment, type Span } from '../core/index';
import type { OpenDocument } from './session';

/** The report at a position, and the position's offset in it; `undefined` beyond the text. */
export function locate(
  { document }: OpenDocument,
  { line, character }: Position,
): { readonly segment: Segment; readonly offset: number } | undefined {
  const segment = segmentAt(document, line);
  if (segment === undefined || character < 0 || line >= segment.firstLine + segment.report.lines.count)
    return undefined;
  return { segment, offset: segment.report.lines.offset({ line: line - segment.firstLine, character }) };
}

/** The part of a range that lies in a report; `undefined` where none does. */
export function within({ report, firstLine }: Segment, { start, end }: Range): Span | undefined {
  const { lines } = report;
  if (end.line < firstLine || start.line >= firstLine + lines.count) return undefined;
  const offset = ({ line, character }: Position): number =>
    line < firstLine ? 0 : lines.offset({ line: line - firstLine, character });
  return span(offset(start), offset(end));
}
