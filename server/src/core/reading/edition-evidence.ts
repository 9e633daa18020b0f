import type { EditionId } from '../formats/types';
import type { Span } from '../text/span';
import { findLabel, printedSpan, type Anchor } from './anchors';
import type { Lookup } from './lookup';
import { Kind, type Tokens } from './tokens';

/** Which edition a table was filled in on, by the words and rows that one edition has alone. */
export interface Evidence {
  readonly edition: EditionId;
  /** The first such words. */
  readonly span: Span;
}

export function findEvidence(
  text: string,
  tokens: Tokens,
  lookup: Lookup,
  anchors: readonly Anchor[],
  from: number,
  to: number,
): Evidence | undefined {
  const found: { readonly edition: EditionId; readonly at: number; readonly length: number }[] = [];
  const words = tokens.folded.slice(from, to);
  for (const { label, edition } of lookup.ownHeaders) {
    if (!words.includes(label)) continue;
    const at = findLabel(tokens, label, false, from, to);
    if (at !== undefined) found.push({ edition, at, length: label.length });
  }
  for (const { form, at, length } of anchors) {
    const edition = lookup.ownRows.get(form.id);
    // （六）其他处理 heads a group in one edition and is a row in the other: it is a row where values follow at once.
    if (
      edition !== undefined &&
      (form.accepted.length === 0 || valuesFollow(tokens, at + length) || lookup.id !== 'requests')
    )
      found.push({ edition, at, length });
  }
  const votes = new Map<EditionId, number>();
  for (const { edition } of found) votes.set(edition, (votes.get(edition) ?? 0) + 1);
  const edition = [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
  const first = found.filter((entry) => entry.edition === edition).sort((a, b) => a.at - b.at)[0];
  return first === undefined
    ? undefined
    : { edition: first.edition, span: printedSpan(text, tokens, first.at, first.length) };
}

function valuesFollow(tokens: Tokens, at: number): boolean {
  const own = tokens.at(at - 1);
  if (tokens.placeEnd(own) > at) return false;
  for (let next = own + 1; next < Math.min(own + 12, tokens.count); next++) {
    const kind = tokens.kind(next);
    if (kind !== Kind.RowEnd && kind !== Kind.Empty) return kind === Kind.Value;
  }
  return false;
}
