import type { Judged } from '../check/check';
import type { Candidate } from '../collection/choose-parts';
import { yearInFileName } from '../collection/file-year';
import { totalPartOf, type TotalPart } from '../collection/total-part';
import { say, type Locale } from '../messages';
import { rangeOf, type Segment } from '../reading/document';
import { nameOf } from '../text/uri';

/**
 * A report of a file as it may be added up: what it states, and what speaks against counting it, in one language. Where
 * one year is asked for, that is enough against a report about another, which then is not judged.
 */
export function candidateOf(
  { file, uri }: { readonly file: string; readonly uri: string },
  segment: Segment,
  findings: () => readonly Judged[],
  { locale, year: asked }: { readonly locale: Locale; readonly year?: number | undefined },
): Candidate {
  const { report } = segment;
  const year = report.year?.value ?? yearInFileName(nameOf(uri));
  const mayCount = asked === undefined || year === undefined || year === asked;
  const errors = mayCount ? findings().filter(({ severity }) => severity === 'error') : [];
  const [first] = errors;
  return {
    file,
    recognised: report.recognised,
    body: report.body?.text,
    year,
    part: mayCount ? totalPartOf(report) : NOTHING,
    errors: first && {
      count: errors.length,
      first: say(first.message, locale),
      line: rangeOf(segment, first.span).start.line + 1,
    },
  };
}

const NOTHING: TotalPart = { editions: {}, values: {}, gaps: [] };
