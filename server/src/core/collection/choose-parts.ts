import { BodyIndex } from './body-index';
import { canonicalBody, sameBody } from './body-name';
import { isCopy } from './last-year';
import type { TotalPart } from './total-part';

/** A report that may be a part of a total. */
export interface Candidate {
  /** The file that it is in. */
  readonly file: string;
  readonly recognised: boolean;
  readonly body: string | undefined;
  readonly year: number | undefined;
  readonly part: TotalPart;
  /** The first finding of severity error, in words, and how many there are. */
  readonly errors: { readonly count: number; readonly first: string; readonly line: number } | undefined;
}

/** Why a report is not counted. */
export type LeftOut<Of extends Candidate> = { readonly candidate: Of } & (
  | { readonly why: 'errors' | 'unread' | 'other-year' | 'no-year' | 'summary' | 'unrecognised' }
  /** Another report of the same body and year counts; the two may state different values. */
  | { readonly why: 'twice'; readonly counted: Of; readonly differs: boolean }
);

export interface Chosen<Of extends Candidate> {
  /** The year that is added up; `undefined` where no report names one. */
  readonly year: number | undefined;
  readonly counted: readonly Of[];
  readonly leftOut: readonly LeftOut<Of>[];
}

export interface Choice {
  /** The year that is asked for; else the one that most reports are about, of several the latest. */
  readonly year?: number | undefined;
  /** Whose total it is: a report of this body is no part of it. */
  readonly body?: string | undefined;
}

/**
 * The reports that a total counts: one a body, about one year, with no error, read whole. Of several of a body one
 * without errors comes before others, then one that is not named a copy, then the first.
 */
export function chooseParts<Of extends Candidate>(
  candidates: readonly Of[],
  { year: asked, body }: Choice,
): Chosen<Of> {
  const leftOut: LeftOut<Of>[] = [];
  const year = asked ?? usualYear(candidates);
  const own = body === undefined ? undefined : canonicalBody(body);
  const fit = candidates.filter((candidate) => {
    const why = reasonAgainst(candidate, year, own);
    if (why !== undefined) leftOut.push({ candidate, why });
    return why === undefined;
  });
  const first = new Map(fit.map((candidate, i) => [candidate, rankOf(candidate) * fit.length + i]));
  const known = new BodyIndex<Of>();
  const counted = new Set<Of>();
  for (const candidate of [...fit].sort((a, b) => first.get(a)! - first.get(b)!)) {
    const same = candidate.body === undefined ? undefined : known.first(candidate.body, year ?? 0);
    if (same !== undefined)
      leftOut.push({ candidate, why: 'twice', counted: same, differs: !sameValues(same.part, candidate.part) });
    else if (candidate.errors !== undefined) leftOut.push({ candidate, why: 'errors' });
    else if (candidate.part.gaps.length > 0) leftOut.push({ candidate, why: 'unread' });
    else {
      if (candidate.body !== undefined) known.add(candidate.body, year ?? 0, candidate);
      counted.add(candidate);
    }
  }
  return { year, counted: fit.filter((candidate) => counted.has(candidate)), leftOut };
}

type PlainReason = Exclude<LeftOut<Candidate>['why'], 'twice'>;

function reasonAgainst(
  candidate: Candidate,
  year: number | undefined,
  own: string | undefined,
): PlainReason | undefined {
  if (!candidate.recognised) return 'unrecognised';
  if (own !== undefined && candidate.body !== undefined && sameBody(own, canonicalBody(candidate.body)))
    return 'summary';
  if (candidate.year === undefined) return 'no-year';
  return candidate.year === year ? undefined : 'other-year';
}

function rankOf({ errors, part, file }: Candidate): number {
  return 2 * Number(errors !== undefined || part.gaps.length > 0) + Number(isCopy(file));
}

/** The year that most of some reports are about, of several the latest. */
export function usualYear(candidates: readonly Pick<Candidate, 'year'>[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { year } of candidates) if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].sort(([a, most], [b, more]) => more - most || b - a)[0]?.[0];
}

function sameValues({ values: a }: TotalPart, { values: b }: TotalPart): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
