import type { TableForm } from '../formats/types';
import type { AlteredLabel, Header, Row } from '../model/report';
import { fold } from '../text/fold';
import { resembles } from '../text/similarity';
import { span } from '../text/span';
import { foldedEnd, tokenAt } from './anchors';
import type { Sighting } from './sightings';
import { Kind, type Tokens } from './tokens';

/** How alike a header cell and a column label that is nowhere else must be for the one to stand for the other. */
const RESEMBLANCE = 0.6;

/** Column labels whose wording differs from the form, where a header cell clearly stands in their place. */
export function findAlteredColumns(tokens: Tokens, sighting: Sighting, form: TableForm): readonly AlteredLabel[] {
  const first = sighting.anchors[0];
  if (first === undefined) return [];
  const header = tokens.folded.slice(sighting.from, first.at);
  const columns = form.blocks[0]!.columns;
  const known = new Set(columns.flatMap(({ label, accepted }) => [label, ...accepted].map(fold)));
  const altered: AlteredLabel[] = [];
  for (const { label, accepted } of columns) {
    if ([label, ...accepted].some((spelling) => header.includes(fold(spelling)))) continue;
    for (let i = tokenAt(tokens, sighting.from); tokens.list[i]!.at < first.at; i++) {
      const token = tokens.list[i]!;
      const printed = tokens.folded.slice(token.at, foldedEnd(tokens, i));
      // Only a marked cell is sure to hold the whole label.
      if (token.kind !== Kind.Words || !token.marked || known.has(printed) || !resembles(printed, fold(label), RESEMBLANCE)) continue;
      altered.push({ span: span(token.start, token.end), official: label });
      break;
    }
  }
  return altered;
}

/** The words of a table that are its header's or name an item, wherever they stand between its first and its last row. */
export function findHeaders(tokens: Tokens, { lookup, from }: Sighting, form: TableForm, rows: readonly Row[]): readonly Header[] {
  const end = Math.max(0, ...rows.map((row) => row.span.end));
  const labels = new Set(rows.map((row) => row.label.start));
  const items = form.blocks.flatMap((block) => (block.item === undefined ? [] : [{ block, item: fold(block.item) }]));
  const headers: Header[] = [];
  for (let i = tokenAt(tokens, from); i < tokens.list.length; i++) {
    const token = tokens.list[i]!;
    if (token.start >= end || token.kind === Kind.Wall) break;
    if (token.kind !== Kind.Words || labels.has(token.start)) continue;
    const words = tokens.folded.slice(token.at, foldedEnd(tokens, i));
    const named = items.find(({ item }) => words.includes(item));
    if (named !== undefined) headers.push({ span: span(token.start, token.end), block: named.block });
    else if (lookup.headerSet.has(words) || lookup.headers.some((header) => header.includes(words))) headers.push({ span: span(token.start, token.end) });
  }
  return headers;
}
