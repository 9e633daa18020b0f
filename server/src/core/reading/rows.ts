import { Kind, type Tokens } from './tokens';

/**
 * What stands between one row's label and the next label: the row's own values, then whatever is labelled otherwise.
 * Tokens by their index.
 */
export interface Reading {
  /** The row's cells in order; more or fewer than its columns where the layout leaves that open. */
  readonly run: number[];
  /** Further words with values below them: rows that the form does not have, or whose label was altered. */
  readonly others: readonly { readonly words: readonly number[]; readonly run: number[] }[];
}

export interface Run {
  readonly run: number[];
  /** The token behind it. */
  readonly next: number;
}

/** Longer words in a marked cell are a label, not a spoilt value. */
const LONGEST_SPOILT_VALUE = 8;

/**
 * Cuts the tokens between two labels into the row's own values and what else stands there: values behind another row's
 * label are never its own.
 */
export function readBetween(
  tokens: Tokens,
  from: number,
  to: number,
  width: number,
  labels: ReadonlySet<string>,
): Reading {
  const { run, next } = firstRun(tokens, from, to, width, labels);
  return { run, others: readOthers(tokens, next, to, width) };
}

/** The first cells behind `from`, whatever words stand before them, and where what follows begins. */
export function firstRun(
  tokens: Tokens,
  from: number,
  to: number,
  width: number,
  labels: ReadonlySet<string> = NO_LABELS,
): Run {
  let i = from;
  let tail = -1;
  for (; i < to; i++) {
    const kind = tokens.kind(i);
    if (kind === Kind.Words) tail = i;
    else if (kind !== Kind.RowEnd) break;
  }
  if (i >= to || tokens.kind(i) === Kind.Wall) return { run: [], next: to };
  if (tail >= 0 && labels.has(tokens.words(tail))) return { run: [], next: tail };
  const found = collect(tokens, i, to, width);
  // A word in the first value's own cell belongs to the values where they are one short: ⇥待定⇥0⇥0…
  // One in a cell of its own, between the label's and the first value's, is the first value: 行政许可⇥见附表⇥⇥
  const isBehindLabel = tail === from && tokens.column(tail) > 0;
  if (tail === i - 1 && tail >= 0 && isSpoilt(tokens, tail) && (isBehindLabel || found.run.length === width - 1))
    found.run.unshift(tail);
  return found;
}

const NO_LABELS: ReadonlySet<string> = new Set();
const NONE: Reading['others'] = [];

function readOthers(tokens: Tokens, from: number, to: number, width: number): Reading['others'] {
  if (from >= to) return NONE;
  const others: { words: number[]; run: number[] }[] = [];
  let words: number[] = [];
  for (let i = from; i < to;) {
    const kind = tokens.kind(i);
    if (kind === Kind.Wall) break;
    if (kind === Kind.Words) words.push(i);
    if (kind !== Kind.Value && (kind !== Kind.Empty || words.length === 0)) {
      i++;
      continue;
    }
    const { run, next } = collect(tokens, i, to, width);
    const filled = run.some((cell) => tokens.kind(cell) === Kind.Value);
    if (words.length > 0 && (filled || run.length >= width)) {
      others.push({ words, run });
      words = [];
    } else if (words.length === 0 && filled) others.push({ words: [], run });
    i = next;
  }
  return others;
}

/** Cells from `from` on, up to words, the end of the printed row, or a heading. */
function collect(tokens: Tokens, from: number, to: number, width: number): Run {
  const run: number[] = [];
  let filled = false;
  let i = from;
  for (; i < to; i++) {
    const kind = tokens.kind(i);
    if (kind === Kind.Wall) break;
    if (kind === Kind.RowEnd) {
      if (filled || run.length >= width) break;
      // Empty cells alone belong to the merged cells of the line that ends here.
      run.length = 0;
      continue;
    }
    if (kind === Kind.Words && !(run.length < width && isSpoilt(tokens, i) && isAmongValues(tokens, run, i, to))) break;
    run.push(i);
    if (kind !== Kind.Empty) filled = true;
  }
  return { run, next: i };
}

/** Words in a cell are a spoilt value where values stand before them in the row, or behind them in the same line. */
function isAmongValues(tokens: Tokens, run: readonly number[], at: number, to: number): boolean {
  if (run.some((cell) => tokens.kind(cell) === Kind.Value)) return true;
  if (run.length === 0 || tokens.column(at) < 0) return false;
  const next = tokens.nextValueOrRowEnd(at);
  return next < to && tokens.kind(next) === Kind.Value;
}

const isSpoilt = (tokens: Tokens, token: number): boolean =>
  tokens.kind(token) === Kind.Words &&
  tokens.isMarked(token) &&
  tokens.end(token) - tokens.start(token) <= LONGEST_SPOILT_VALUE;
