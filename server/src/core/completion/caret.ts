import type { Report, Section } from '../model/report';
import { fold } from '../text/fold';
import type { Span } from '../text/span';

/** Where somebody writes: a place in a line. */
export interface Caret {
  readonly offset: number;
  readonly line: Span;
  /** The line's text on either side. */
  readonly before: string;
  readonly after: string;
  /** Nothing stands on the line but, perhaps, the beginning of what is being written. */
  readonly beginsLine: boolean;
  /** That beginning, folded. */
  readonly typed: string;
}

export function caretAt({ text, lines }: Report, offset: number): Caret {
  const line = lines.span(lines.lineAt(offset));
  const before = text.slice(line.start, offset);
  const after = text.slice(offset, line.end);
  return {
    offset,
    line,
    before,
    after,
    beginsLine: BEGINNING.test(before) && after.trim() === '',
    typed: fold(before),
  };
}

const BEGINNING = /^\s*[^\s。，；：|]{0,12}$/;

/** Whether the caret stands beside or among digits that are no part of a word, where nobody wants to be asked. */
export const isAtNumber = ({ before, after }: Caret): boolean =>
  /(?:^|[^A-Za-z\d０-９])[\d０-９]+(?:[.,．，][\d０-９]*)?$/.test(before) || /^[\d０-９]/.test(after);

/** Whether a part of the report begins on the caret's line. */
export const isOnLine = ({ line }: Caret, { start }: Span): boolean => line.start <= start && start <= line.end;

/** Whether the line below is blank, or there is none. */
export function isNextLineBlank({ text, lines }: Report, { line }: Caret): boolean {
  const next = lines.lineAt(line.end) + 1;
  return next >= lines.count || text.slice(lines.start(next), lines.end(next)).trim() === '';
}

/** Where the line of a section's heading begins; the end of the report where there is no such section. */
export const headingLine = ({ lines, text }: Report, section: Section | undefined): number =>
  section === undefined ? text.length : lines.start(lines.lineAt(section.heading.start));
