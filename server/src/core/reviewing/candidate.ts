import type { Judged } from '../check/check';
import type { Candidate } from '../collection/choose-parts';
import { yearInFileName } from '../collection/file-year';
import { totalPartOf } from '../collection/total-part';
import { say, type Locale } from '../messages';
import { rangeOf, type Segment } from '../reading/document';
import { nameOf } from '../text/uri';

/** A report of a file as it may be added up: what it states, and what speaks against counting it, in one language. */
export function candidateOf(
  { file, uri }: { readonly file: string; readonly uri: string },
  segment: Segment,
  findings: readonly Judged[],
  locale: Locale,
): Candidate {
  const { report } = segment;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  return {
    file,
    recognised: report.recognised,
    body: report.body?.text,
    year: report.year?.value ?? yearInFileName(nameOf(uri)),
    part: totalPartOf(report),
    errors: first && {
      count: errors.length,
      first: say(first.message, locale),
      line: rangeOf(segment, first.span).start.line + 1,
    },
  };
}
