import type { Report } from './report';
import { isSpace } from '../text/fold';
import { span, type Span } from '../text/span';

/** The first line that is not blank, without the white space around it. */
export function firstLine({ text }: Report): Span {
  let start = 0;
  while (start < text.length && isSpace(text.charCodeAt(start))) start++;
  const rest = /^[^\r\n]*/.exec(text.slice(start))![0].trimEnd();
  return start === text.length ? span(0, 0) : span(start, start + rest.length);
}

/** Where a finding about the whole report stands. */
export const titleOrFirstLine = (report: Report): Span => report.title?.span ?? firstLine(report);
