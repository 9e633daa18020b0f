import { Kind, type Tokens } from './tokens';

/**
 * How the cells behind a label may be those of its row: they are as many as its columns, one behind the other, and
 * begin at one of several places. Empty cells beside the values may be the row's own or padding, merged columns on the
 * left among them.
 */
export interface Fit {
  readonly run: readonly number[];
  readonly width: number;
  /** Where in `run` the first and the last filled cell stand; `last` is -1 where none is filled. */
  readonly first: number;
  readonly last: number;
  /** Every column is filled, so that all empty cells are padding. */
  readonly full: boolean;
  /**
   * Places in `run` at which the row may begin. One so late that cells are missing at the end is possible too: a line
   * may have lost its last tabs.
   */
  readonly from: number;
  readonly to: number;
}

/** `undefined` where the cells do not fit: too many values, too few cells, or values too far apart. */
export function fitOf(tokens: Tokens, run: readonly number[], width: number): Fit | undefined {
  let count = 0;
  let first = -1;
  let last = -1;
  for (let i = 0; i < run.length; i++) {
    if (tokens.kind(run[i]!) === Kind.Empty) continue;
    if (first < 0) first = i;
    last = i;
    count++;
  }
  if (count > width || run.length < width) return undefined;
  const full = count === width;
  const from = full || last < 0 ? Math.max(0, first) : Math.max(0, last - width + 1);
  const to = last < 0 ? run.length - width : first;
  return { run, width, first, last, full, from, to };
}

/** Whether there is but one way to read the row. */
export const isSettled = ({ full, last, from, to }: Fit): boolean => full || (last >= 0 && from === to);

/** The cells of a row that begins at a place; `undefined` where some of them are missing. */
export function cellsFrom(tokens: Tokens, { run, width, full }: Fit, start: number): readonly number[] | undefined {
  if (full) return run.length === width ? run : run.filter((token) => tokens.kind(token) !== Kind.Empty);
  return start + width > run.length ? undefined : run.slice(start, start + width);
}
