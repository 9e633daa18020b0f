import type { Span } from '../text/span';
import type { Mark } from './showing';

/** The marks that stand within a place. */
export const marksIn = (marks: readonly Mark[], { start, end }: Span): readonly Mark[] =>
  marks.filter((mark) => start <= mark.span.start && mark.span.end <= end);
