/**
 * A stretch of text: UTF-16 offsets, `end` exclusive. Offsets count from the start of the report that holds the span.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

/** The smallest span that covers `first` and all the others. */
export function coverAll(first: Span, others: readonly Span[]): Span {
  let { start, end } = first;
  for (const other of others) {
    start = Math.min(start, other.start);
    end = Math.max(end, other.end);
  }
  return span(start, end);
}

/** Items by where they begin; most come in that order already. */
export function inOrder<Item>(items: readonly Item[], startOf: (item: Item) => number): readonly Item[] {
  const isSorted = items.every((item, i) => i === 0 || startOf(items[i - 1]!) <= startOf(item));
  return isSorted ? items : items.toSorted((a, b) => startOf(a) - startOf(b));
}

/** The last of items in order that begins at or before a place. */
export function lastUpTo<Item>(
  items: readonly Item[],
  place: number,
  startOf: (item: Item) => number,
): Item | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(items[middle]!) <= place) low = middle + 1;
    else high = middle;
  }
  return items[low - 1];
}

/** A replacement of the text under `span`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** The same edit in a text in front of which something else stands. */
export const shiftedBy = (offset: number, { span: { start, end }, newText }: TextEdit): TextEdit => ({
  span: span(offset + start, offset + end),
  newText,
});

/**
 * Edits that do not overlap as one, for those of which a part alone would lose text: editors let their users choose
 * among edits.
 */
export function asOne(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const [first, ...others] = edits;
  if (first === undefined) return [];
  const { start, end } = coverAll(
    first.span,
    others.map((edit) => edit.span),
  );
  const moved = edits.map((edit) => ({
    span: span(edit.span.start - start, edit.span.end - start),
    newText: edit.newText,
  }));
  return [{ span: span(start, end), newText: applyEdits(text.slice(start, end), moved) }];
}

/** Applies edits that do not overlap; edits at the same place keep their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.span.start - b.edit.span.start || a.index - b.index);
  let result = '';
  let at = 0;
  for (const { edit } of ordered) {
    result += text.slice(at, edit.span.start) + edit.newText;
    at = edit.span.end;
  }
  return result + text.slice(at);
}
