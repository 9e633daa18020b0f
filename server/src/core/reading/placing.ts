import type { ColumnForm, TableForm } from '../formats/types';
import { equal } from '../text/decimal';
import { BLANK, readValue, type Value } from '../text/value';
import { cellsFrom, fitOf, isSettled, type Fit } from './fit';
import { Habits } from './habits';
import type { Relation } from './relations';
import { SoundWays } from './sound-ways';
import { areSpread, placeSpread } from './spread';
import { Kind, type Tokens } from './tokens';

/** A row of which the cells are to be told: what stands behind its label, and the columns that it should have. */
export interface Unplaced {
  readonly run: readonly number[];
  readonly columns: readonly ColumnForm[];
}

/** Where the cells of a table's rows are. */
export interface Placing {
  /** The cells of each row, `undefined` where they cannot be told. */
  readonly rows: readonly (readonly number[] | undefined)[];
  /** Whether the values themselves were weighed: others might stand in other columns. */
  readonly weighed: boolean;
}

/**
 * The cells of each row: a row is never read shifted. Where its values leave open at which column they begin, the other
 * rows of the table decide, by where theirs begin and end, and the sums: no reading is taken that they contradict, and
 * where the rows have no habit, just one may break no relation, and one relation must be seen to hold.
 */
export function placeRows(
  text: string,
  tokens: Tokens,
  form: TableForm,
  rows: readonly Unplaced[],
  relations: () => readonly Relation[],
): Placing {
  const fits = rows.map(({ run, columns }) => fitOf(tokens, run, columns.length));
  if (fits.every((fit) => fit === undefined || isSure(fit)))
    return { rows: fits.map((fit) => fit && cellsFrom(tokens, fit, fit.from)), weighed: false };
  return areSpread(fits)
    ? { rows: placeSpread(tokens, fits), weighed: false }
    : placeByOthers(text, tokens, form, rows, fits, relations);
}

/** By the habits of the table's rows and their sums. */
function placeByOthers(
  text: string,
  tokens: Tokens,
  form: TableForm,
  rows: readonly Unplaced[],
  fits: readonly (Fit | undefined)[],
  relations: () => readonly Relation[],
): Placing {
  const habits = new Habits(tokens, fits, form);
  const starts = fits.map((fit) => (fit === undefined ? [] : startsOf(fit, habits)));
  const isOpen = starts.some((ways) => ways.length > 1);
  const isSummed = form.identities.length > 0;
  const values = fits.map((fit, row) =>
    isOpen ? starts[row]!.map((start) => valuesFrom(text, tokens, fit!, start, rows[row]!.columns)) : [],
  );
  const sound = isOpen ? new SoundWays(values, relations()) : undefined;
  const placed = fits.map((fit, row) => {
    const all = starts[row]!;
    if (fit === undefined || sound === undefined || all.length < 2) return fit && cellsAt(tokens, fit, all[0]);
    const isSame = values[row]!.every((one) => saySame(one, values[row]![0]!, isSummed));
    const ways = sound.of(row).map((way) => all[way]!);
    // A value that cannot be read may be two that grew together, and one that was lost moved those behind it.
    const isWhole = !habits.isCut(fit) && values[row]!.every((way) => way.every(({ kind }) => kind !== 'unreadable'));
    const isProved = isWhole && sound.isProved(row);
    return cellsAt(tokens, fit, chosen(fit, habits, { all, sound: ways, isProved, isSame }));
  });
  return { rows: placed, weighed: isOpen };
}

/** Whether a row has no padding to be told from its own cells. */
const isSure = (fit: Fit): boolean => fit.full || (isSettled(fit) && fit.run.length === fit.width);

/** Places at which a row may begin. */
function startsOf(fit: Fit, habits: Habits): readonly number[] {
  const { from, to, last } = fit;
  if (isSettled(fit)) return [from];
  const certain = habits.certainStart(fit);
  if (certain !== undefined) return [certain];
  return last < 0 ? [habits.startOfBlank(fit)] : Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

/** Places at which a row may begin, and what the sums say of them. */
interface Starts {
  readonly all: readonly number[];
  /** Those that no relation speaks against. */
  readonly sound: readonly number[];
  /** A relation is seen to hold. */
  readonly isProved: boolean;
  /** The row says the same wherever it begins. */
  readonly isSame: boolean;
}

function chosen(fit: Fit, habits: Habits, { all, sound, isProved, isSame }: Starts): number | undefined {
  const usual = habits.startOf(fit);
  if (usual !== undefined) return sound.length === 0 || sound.includes(usual) ? usual : undefined;
  if (isSame) return all[0];
  if (sound.length === 1 && isProved) return sound[0];
  const whole = (sound.length === 0 ? all : sound).filter((start) => start + fit.width <= fit.run.length);
  return whole.length === 1 && habits.allow(fit, whole[0]!) ? whole[0] : undefined;
}

const cellsAt = (tokens: Tokens, fit: Fit, start: number | undefined): readonly number[] | undefined =>
  start === undefined ? undefined : cellsFrom(tokens, fit, start);

/** The values of a row that begins at a place; cells that a cut line lacks are blank. */
function valuesFrom(
  text: string,
  tokens: Tokens,
  fit: Fit,
  start: number,
  columns: readonly ColumnForm[],
): readonly Value[] {
  const cells = cellsFrom(tokens, fit, start) ?? fit.run.slice(start);
  return columns.map(({ unit }, i) => {
    const token = cells[i];
    return token === undefined || tokens.kind(token) === Kind.Empty
      ? BLANK
      : readValue(text, tokens.start(token), tokens.end(token), unit);
  });
}

/**
 * A blank may stand for a number that was lost: beside zeros that are added up it was zero, else which of the cells is
 * blank matters.
 */
const saySame = (one: readonly Value[], other: readonly Value[], isSummed: boolean): boolean =>
  one.every((value, i) => {
    const same = other[i]!;
    if (value.kind === 'unreadable' || same.kind === 'unreadable') return false;
    return (isSummed || (value.kind === 'blank') === (same.kind === 'blank')) && equal(value.amount, same.amount);
  });
