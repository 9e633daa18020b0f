import { findAnchors, findLabel, type Anchor } from './anchors';
import { findEvidence, type Evidence } from './form-evidence';
import { LOOKUPS, type Lookup } from './lookup';
import { Kind, WALL_MARK, type Tokens } from './tokens';

/** A table's labels as they were found, before it is known on which form the table was filled in. */
export interface Sighting {
  readonly lookup: Lookup;
  readonly anchors: readonly Anchor[];
  readonly evidence: Evidence | undefined;
  /** Places in the folded words: from the first header to where the next table or the text's end begins. */
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the tables of a text. Table three is looked for first, its labels being the most distinctive; the others above
 * and below it, or else anywhere: sections and rows change places.
 */
export function sightTables(text: string, tokens: Tokens): readonly Sighting[] {
  const end = tokens.folded.length;
  const requests = sight(text, tokens, LOOKUPS.requests, 0, end);
  const disclosure =
    sight(text, tokens, LOOKUPS.disclosure, 0, requests?.from ?? 0) ?? sight(text, tokens, LOOKUPS.disclosure, 0, end);
  const below = requests === undefined ? end : lastAnchorEnd(requests.anchors);
  const review =
    sightAcross(text, tokens, LOOKUPS.review, below, end) ?? sightAcross(text, tokens, LOOKUPS.review, 0, end);
  return [disclosure, requests, review].filter((sighting) => sighting !== undefined);
}

const lastAnchorEnd = (anchors: readonly Anchor[]): number =>
  anchors.reduce((last, { at, length }) => Math.max(last, at + length), 0);

function sight(text: string, tokens: Tokens, lookup: Lookup, from: number, to: number): Sighting | undefined {
  const anchors = anchorsIn(tokens, lookup, from, to);
  const first = anchors[0];
  if (first === undefined) return undefined;
  if (anchors.length === 1 && !anchors.some(({ at, length }) => isValue(tokens, tokens.at(at + length - 1) + 1)))
    return undefined;
  const start = headerStart(tokens, lookup.headers, first.at);
  return {
    lookup,
    anchors,
    evidence: findEvidence(text, tokens, lookup, anchors, start, lastAnchorEnd(anchors)),
    from: start,
    to,
  };
}

/**
 * A table that lays its rows side by side has no row labels to look for. Three of its column headings tell it, or two
 * of its row headings above a line of values as wide as the table; prose mentions them too.
 */
function sightAcross(text: string, tokens: Tokens, lookup: Lookup, from: number, to: number): Sighting | undefined {
  const place = (label: string): number | undefined => findLabel(tokens, label, false, from, to);
  const columns = lookup.columns.map(place).filter((at) => at !== undefined);
  const anchors = lookup.index.rows.flatMap(({ form, full }) => {
    const label = full.find((spelling) => place(spelling) !== undefined);
    return label === undefined ? [] : [{ form, at: place(label)!, length: label.length, whole: true }];
  });
  if (columns.length < 3 && (anchors.length < 2 || !lookup.wideRow.test(tokens.folded.slice(from, to))))
    return undefined;
  const first = Math.min(...anchors.map(({ at }) => at), ...columns);
  return { lookup, anchors, evidence: findEvidence(text, tokens, lookup, anchors, first, to), from: first, to };
}

/** Usually a table stands between two headings, so that the rest need not be searched for rows that are not there. */
function anchorsIn(tokens: Tokens, { index }: Lookup, from: number, to: number): readonly Anchor[] {
  // The label of the first row may be torn by its values: then one below it tells where the table stands.
  for (const { core } of index.rows.slice(0, FIRST_ROWS)) {
    const first = findLabel(tokens, core[0]!, index.alone, from, to);
    const wall = first === undefined ? -1 : tokens.folded.indexOf(WALL_MARK, first);
    if (wall < 0 || wall >= to) continue;
    const above = tokens.folded.lastIndexOf(WALL_MARK, first);
    const near = findAnchors(tokens, index, Math.max(from, above + 1), wall);
    if (near.length > index.rows.length / 2) return near;
  }
  return findAnchors(tokens, index, from, to).filter(({ at }) => at < to);
}

const FIRST_ROWS = 3;

const isValue = (tokens: Tokens, token: number): boolean => token < tokens.count && tokens.kind(token) === Kind.Value;

/**
 * Headers stand above the first row: the header's own words and what resembles them, up to a heading, a value or other
 * words.
 */
function headerStart(tokens: Tokens, headers: readonly string[], at: number): number {
  const own = tokens.at(at);
  let start = at;
  let strange = 0;
  for (let i = own - 1; i >= 0 && own - i < LONGEST_HEADER && strange < 3; i--) {
    const kind = tokens.kind(i);
    if (kind === Kind.Wall || kind === Kind.Value) break;
    if (kind !== Kind.Words) continue;
    const words = tokens.words(i);
    if (
      words.length <= LONGEST_HEADER_CELL &&
      headers.some((header) => header.includes(words) || words.includes(header))
    ) {
      start = tokens.place(i);
      strange = 0;
    } else strange++;
  }
  return start;
}

const LONGEST_HEADER = 60;
const LONGEST_HEADER_CELL = 45;
