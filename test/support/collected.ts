import {
  chooseParts,
  readDocument,
  totalPartOf,
  Totals,
  type Candidate,
  type Edition,
} from '../../server/src/core/index';

/** A text’s report as it may be added up, without being judged. */
export function candidate(file: string, text: string, errors?: Candidate['errors']): Candidate {
  const { report } = readDocument(text).segments[0]!;
  return {
    file,
    recognised: report.recognised,
    body: report.body?.text,
    year: report.year?.value,
    part: totalPartOf(report),
    errors,
  };
}

export function totalled(edition: Edition, parts: readonly Candidate[]): Totals {
  const totals = new Totals(edition);
  for (const { part } of chooseParts(parts, {}).counted) totals.add(part);
  return totals;
}
