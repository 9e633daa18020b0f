import { Kind, type Token } from './tokens';

/** What stands between one row's label and the next label: the row's own values, then whatever is labelled otherwise. */
export interface Reading {
  /** The row's cells in order; more or fewer than its columns where the layout leaves that open. */
  readonly run: readonly Token[];
  /** Words right behind the label that go on with it. */
  readonly tail: readonly Token[];
  /** Further words with values below them: rows that the form does not have, or whose label was altered. */
  readonly others: readonly { readonly words: readonly Token[]; readonly run: readonly Token[] }[];
}

/** Longer words in a marked cell are a label, not a spoilt value. */
const LONGEST_SPOILT_VALUE = 8;

/** Cuts the tokens between two labels into the row's own values and what else stands there. */
export function readBetween(tokens: readonly Token[], from: number, to: number, width: number): Reading {
  let i = from;
  const tail: Token[] = [];
  while (i < to && (isWords(tokens[i]!) || tokens[i]!.kind === Kind.RowEnd)) {
    if (isWords(tokens[i]!)) tail.push(tokens[i]!);
    i++;
  }
  if (i >= to || tokens[i]!.kind === Kind.Wall) return { run: [], tail, others: [] };
  const first = collect(tokens, i, to, width);
  // A word in the first value's own cell belongs to the values where they are one short: ⇥待定⇥0⇥0…
  const spoilt = tail.at(-1);
  if (first.run.length === width - 1 && spoilt !== undefined && isSpoilt(spoilt) && tokens[i - 1] === spoilt) {
    first.run.unshift(spoilt);
    tail.pop();
  }
  return { run: first.run, tail, others: readOthers(tokens, first.next, to, width) };
}

function readOthers(tokens: readonly Token[], from: number, to: number, width: number): Reading['others'] {
  const others: { words: Token[]; run: Token[] }[] = [];
  let words: Token[] = [];
  for (let i = from; i < to && tokens[i]!.kind !== Kind.Wall;) {
    const token = tokens[i]!;
    if (isWords(token)) words.push(token);
    if (token.kind !== Kind.Value && (token.kind !== Kind.Empty || words.length === 0)) {
      i++;
      continue;
    }
    const { run, next } = collect(tokens, i, to, width);
    const filled = run.some((cell) => cell.kind === Kind.Value);
    if (words.length > 0 && (filled || run.length >= width)) {
      others.push({ words, run });
      words = [];
    } else if (words.length === 0 && filled) others.push({ words: [], run });
    i = next;
  }
  return others;
}

/** Cells from `from` on, up to words, the end of the printed row, or a heading. */
function collect(tokens: readonly Token[], from: number, to: number, width: number): { run: Token[]; next: number } {
  const run: Token[] = [];
  let i = from;
  for (; i < to; i++) {
    const token = tokens[i]!;
    if (token.kind === Kind.Wall) break;
    if (token.kind === Kind.RowEnd) {
      if (run.some((cell) => cell.kind !== Kind.Empty) || run.length >= width) break;
      // Empty cells alone belong to the merged cells of the line that ends here.
      run.length = 0;
      continue;
    }
    if (isWords(token) && !(run.length < width && isSpoilt(token) && isAmongValues(tokens, run, i, to))) break;
    run.push(token);
  }
  return { run, next: i };
}

/**
 * The cells of a row: `undefined` where they do not fit its width. Empty cells beside the values are dropped: left of them stand
 * merged label columns, right of them columns that only pad the line. `firstColumn` is where the values of the table's other rows begin.
 */
export function fitRow(run: readonly Token[], width: number, firstColumn: number | undefined): readonly Token[] | undefined {
  let count = 0;
  for (const token of run) if (token.kind !== Kind.Empty) count++;
  if (count > width) return undefined;
  if (count === width) return run.length === width ? run : run.filter((token) => token.kind !== Kind.Empty);
  if (run.length < width) return undefined;
  const first = run.findIndex((token) => token.kind !== Kind.Empty);
  const last = run.findLastIndex((token) => token.kind !== Kind.Empty);
  const earliest = first < 0 ? 0 : Math.max(0, last - width + 1);
  const latest = first < 0 ? run.length - width : Math.min(first, run.length - width);
  if (earliest > latest) return undefined;
  if (earliest === latest) return run.slice(earliest, earliest + width);
  const aligned = firstColumn === undefined ? -1 : run.findIndex((token) => token.column === firstColumn);
  const start = aligned >= earliest && aligned <= latest ? aligned : earliest;
  return run.slice(start, start + width);
}

/** Words in a cell are a spoilt value where values stand before them in the row, or behind them in the same line. */
function isAmongValues(tokens: readonly Token[], run: readonly Token[], at: number, to: number): boolean {
  if (run.some((cell) => cell.kind === Kind.Value)) return true;
  if (run.length === 0 || tokens[at]!.column < 0) return false;
  for (let i = at + 1; i < to && tokens[i]!.kind !== Kind.RowEnd; i++) if (tokens[i]!.kind === Kind.Value) return true;
  return false;
}

const isWords = (token: Token): boolean => token.kind === Kind.Words;

const isSpoilt = (token: Token): boolean => isWords(token) && token.marked && token.end - token.start <= LONGEST_SPOILT_VALUE;
