import type { TableForm } from '../formats/types';
import type { AlteredLabel } from '../model/report';
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
      if (token.kind !== Kind.Words || known.has(printed) || !resembles(printed, fold(label), RESEMBLANCE)) continue;
      altered.push({ span: span(token.start, token.end), official: label });
      break;
    }
  }
  return altered;
}
