import type { AlteredLabel, Header, Row } from '../model/report';
import { resembles } from '../text/similarity';
import { span } from '../text/span';
import type { HeaderLookup } from './lookup';
import type { Sighting } from './sightings';
import { Kind, type Tokens } from './tokens';

/** How alike a header cell and a column label that is nowhere else must be for the one to stand for the other. */
const RESEMBLANCE = 0.6;

/** Column labels whose wording differs from the form, where a header cell clearly stands in their place. */
export function findAlteredColumns(
  tokens: Tokens,
  { anchors, from }: Sighting,
  { columns, spellings: known }: HeaderLookup,
): readonly AlteredLabel[] {
  const first = anchors[0];
  if (first === undefined) return [];
  const header = tokens.folded.slice(from, first.at);
  const altered: AlteredLabel[] = [];
  for (const { label, folded, spellings } of columns) {
    if (spellings.some((spelling) => header.includes(spelling))) continue;
    for (let i = tokens.at(from); tokens.place(i) < first.at; i++) {
      // Only a marked cell is sure to hold the whole label.
      if (tokens.kind(i) !== Kind.Words || !tokens.isMarked(i)) continue;
      const printed = tokens.words(i);
      if (known.has(printed) || !resembles(printed, folded, RESEMBLANCE)) continue;
      altered.push({ span: span(tokens.start(i), tokens.end(i)), official: label });
      break;
    }
  }
  return altered;
}

/**
 * The words of a table that are its header's or name an item, wherever they stand between its first and its last row.
 */
export function findHeaders(
  tokens: Tokens,
  { lookup, from }: Sighting,
  { items }: HeaderLookup,
  rows: readonly Row[],
): readonly Header[] {
  const end = rows.reduce((last, row) => Math.max(last, row.span.end), 0);
  const labels = new Set(rows.map((row) => row.label.start));
  const headers: Header[] = [];
  for (let i = tokens.at(from); i < tokens.count; i++) {
    const kind = tokens.kind(i);
    const start = tokens.start(i);
    if (start >= end || kind === Kind.Wall) break;
    if (kind !== Kind.Words || labels.has(start)) continue;
    const words = tokens.words(i);
    const named = items.find(({ item }) => words.includes(item));
    if (named !== undefined) headers.push({ span: span(start, tokens.end(i)), block: named.block });
    else if (lookup.headerText.includes(words)) headers.push({ span: span(start, tokens.end(i)) });
  }
  return headers;
}
