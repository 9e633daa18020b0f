import { rowsOf } from '../formats/editions';
import { byTable, type TableId } from '../formats/table-names';
import type { RowForm, TableForm } from '../formats/types';
import type { FormWords } from '../model/report';
import { fold } from '../text/fold';
import { findLabel, printedSpan, type Anchor } from './anchors';
import { LOOKUPS, type Lookup } from './lookup';
import { Kind, type Tokens } from './tokens';

/** Which form a table was filled in on, by the words and rows that not all of its forms have. */
export interface Evidence {
  /** The forms that have the most of these words: several where what is printed does not tell them apart. */
  readonly forms: readonly TableForm[];
  /** These words in printed order. */
  readonly words: readonly FormWords[];
}

interface Witness {
  readonly forms: readonly TableForm[];
  readonly at: number;
  readonly length: number;
}

export function findEvidence(
  text: string,
  tokens: Tokens,
  lookup: Lookup,
  anchors: readonly Anchor[],
  from: number,
  to: number,
): Evidence | undefined {
  const witnesses = [...headersIn(tokens, lookup, from, to), ...rowsAmong(tokens, lookup, anchors)];
  if (witnesses.length === 0) return undefined;
  const votes = lookup.forms.map((form) => witnesses.filter((witness) => witness.forms.includes(form)).length);
  const most = Math.max(...votes);
  const forms = lookup.forms.filter((_, i) => votes[i] === most);
  const words = witnesses
    .toSorted((a, b) => a.at - b.at)
    .map((witness) => ({ span: printedSpan(text, tokens, witness.at, witness.length), forms: witness.forms }));
  return { forms, words };
}

function headersIn(tokens: Tokens, { id }: Lookup, from: number, to: number): readonly Witness[] {
  const words = tokens.folded.slice(from, to);
  return HEADER_CLUES[id].flatMap(({ label, forms }) => {
    const at = words.includes(label) ? findLabel(tokens, label, false, from, to) : undefined;
    return at === undefined ? [] : [{ forms, at, length: label.length }];
  });
}

const rowsAmong = (tokens: Tokens, { id, forms: all }: Lookup, anchors: readonly Anchor[]): readonly Witness[] =>
  anchors.flatMap(({ form, at, length, whole }) => {
    const clue = ROW_CLUES[id].get(form.id)!;
    const forms = (whole ? clue.wordings.get(tokens.folded.slice(at, at + length)) : undefined) ?? clue.forms;
    // （六）其他处理 heads a group in one form and is a row in another: it is a row where values follow at once.
    const isRow = !clue.headsGroup || valuesFollow(tokens, at + length);
    return forms.length < all.length && isRow ? [{ forms, at, length }] : [];
  });

function valuesFollow(tokens: Tokens, at: number): boolean {
  const last = tokens.at(at - 1);
  if (tokens.placeEnd(last) > at) return false;
  for (let next = last + 1; next < Math.min(last + 12, tokens.count); next++) {
    const kind = tokens.kind(next);
    if (kind !== Kind.RowEnd && kind !== Kind.Empty) return kind === Kind.Value;
  }
  return false;
}

const spellings = ({ label, accepted }: { readonly label: string; readonly accepted: readonly string[] }) =>
  [label, ...accepted].map(fold);

const hasHeader = ({ blocks }: TableForm, folded: string): boolean =>
  blocks.some(
    ({ item, columns }) =>
      (item !== undefined && fold(item) === folded) || columns.some((column) => spellings(column).includes(folded)),
  );

/** Words of headers that not all forms of a table have, folded, with the forms that print or accept them. */
const HEADER_CLUES = byTable((id) => {
  const { forms } = LOOKUPS[id];
  const labels = forms.flatMap(({ blocks }) =>
    blocks.flatMap(({ item, columns }) => [
      ...(item === undefined ? [] : [item]),
      ...columns.map(({ label }) => label),
    ]),
  );
  return [...new Set(labels.map(fold))]
    .map((label) => ({ label, forms: forms.filter((form) => hasHeader(form, label)) }))
    .filter((clue) => clue.forms.length < forms.length);
});

/** What a row's label says of the form. */
interface RowClue {
  /** The forms that have the row. */
  readonly forms: readonly TableForm[];
  /**
   * By its official wordings, folded: the forms of these that print or accept it, or are accepted where it is official.
   */
  readonly wordings: ReadonlyMap<string, readonly TableForm[]>;
  /** Its label heads a group in some form. */
  readonly headsGroup: boolean;
}

const ROW_CLUES = byTable((id) => new Map(LOOKUPS[id].index.rows.map(({ form }) => [form.id, rowClue(id, form.id)])));

function rowClue(id: TableId, row: string): RowClue {
  const { forms: all } = LOOKUPS[id];
  const printed = all.flatMap((form) =>
    rowsOf(form).flatMap((official) =>
      official.id === row ? [{ form, row: official, label: fold(official.label) }] : [],
    ),
  );
  const accepts = (accepting: RowForm, label: string): boolean => spellings(accepting).includes(label);
  const groups = new Set(all.flatMap(rowsOf).flatMap((other) => other.groups.map(fold)));
  return {
    forms: printed.map(({ form }) => form),
    wordings: new Map(
      printed.map(({ row: official, label }) => [
        label,
        printed.filter((other) => accepts(other.row, label) || accepts(official, other.label)).map(({ form }) => form),
      ]),
    ),
    headsGroup: printed.some(({ label }) => groups.has(label)),
  };
}
