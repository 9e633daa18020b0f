import type { TableForm } from '../formats/types';
import { isSettled, type Fit } from './fit';
import type { Tokens } from './tokens';

/**
 * So many rows that agree are no accident, in whatever layout; so few are none where their lines have the same number
 * of cells.
 */
const MANY = 8;
const FEW = 4;
/** Rows that agree, of all that tell. */
const MOST = 0.9;

/** A way to tell where a row begins. */
interface Measure {
  readonly of: (tokens: Tokens, fit: Fit, start: number) => number | undefined;
  /** The place in a row's run at which it has a value. */
  readonly start: (tokens: Tokens, fit: Fit, value: number) => number;
}

/** The column of its line. */
const COLUMN: Measure = {
  of: (tokens, { run }, start) => (tokens.column(run[start]!) < 0 ? undefined : tokens.column(run[start]!)),
  start: (tokens, { run }, value) => run.findIndex((token) => tokens.column(token) === value),
};
/** How far from the label. */
const LEAD: Measure = { of: (_, __, start) => start, start: (_, __, value) => value };
/** How far from the end of the line it ends. */
const TAIL: Measure = {
  of: (_, { run, width, full, last }, start) => run.length - (full ? last + 1 : start + width),
  start: (_, { run, width }, value) => run.length - width - value,
};

interface Habit {
  readonly measure: Measure;
  readonly value: number;
  /** The rows that have it, and all that tell. */
  readonly count: number;
  readonly all: number;
}

const isUsual = ({ count, all }: Pick<Habit, 'count' | 'all'>, least: number): boolean =>
  count >= least && count >= MOST * all;

/** Where the rows of a table begin that can be read in one way alone. */
export class Habits {
  private readonly witnesses: readonly Fit[];
  private readonly habits: readonly Habit[];
  /** Those of rows with padding: rows without any do not tell on which side another has its own. */
  private readonly paddedHabits: readonly Habit[];
  /** The column in which the lines of these rows end; `undefined` where they differ. */
  private readonly lineEnd: number | undefined;
  /** The column in which the values of every row begin, where the table is printed on the grid of its form. */
  private readonly gridStart: number | undefined;
  /** The rows have no padding at all. */
  private readonly isBare: boolean;

  constructor(
    private readonly tokens: Tokens,
    rows: readonly (Fit | undefined)[],
    { labelWidth, valueWidth }: TableForm,
  ) {
    const fits = rows.filter((fit) => fit !== undefined);
    this.witnesses = fits.filter(isSettled);
    // Rows of other widths end elsewhere.
    const measures = new Set(fits.map(({ width }) => width)).size === 1 ? [COLUMN, LEAD, TAIL] : [COLUMN, LEAD];
    const habitsOf = (rows: readonly Fit[]) => measures.flatMap((measure) => this.habitIn(measure, rows));
    this.habits = habitsOf(fits);
    this.paddedHabits = habitsOf(fits.filter(isPadded));
    const ends = new Set(this.witnesses.map((fit) => this.endOf(fit)));
    this.lineEnd = ends.size === 1 ? [...ends][0] : undefined;
    const isOnGrid =
      fits.length >= FEW &&
      fits.every((fit) => this.endOf(fit) === labelWidth + valueWidth - 1) &&
      this.witnesses.every((fit) => COLUMN.of(tokens, fit, fit.from) === labelWidth);
    this.gridStart = isOnGrid ? labelWidth : undefined;
    this.isBare =
      fits.every(({ run, width }) => run.length === width) &&
      this.habits.some(({ measure, ...habit }) => measure === LEAD && habit.value === 0 && isUsual(habit, FEW));
  }

  /**
   * Where a row of a table begins of which all rows are printed alike, with padding in the same columns or none: no sum
   * need be asked.
   */
  certainStart(fit: Fit): number | undefined {
    if (this.isBare) return 0;
    const start = this.gridStart === undefined ? -1 : COLUMN.start(this.tokens, fit, this.gridStart);
    return isAmong(fit, start) ? start : undefined;
  }

  /**
   * Where a row begins by what is usual in the table; `undefined` where nothing is, or not the same by all measures.
   */
  startOf(fit: Fit): number | undefined {
    const isRegular = this.lineEnd !== undefined && this.lineEnd >= 0 && this.lineEnd === this.endOf(fit);
    const habits = isRegular || !isPadded(fit) ? this.habits : this.paddedHabits;
    const starts = habits
      .filter((habit) => isUsual(habit, isRegular ? FEW : MANY))
      .map(({ measure, value }) => measure.start(this.tokens, fit, value))
      .filter((start) => isAmong(fit, start));
    return new Set(starts).size === 1 ? starts[0] : undefined;
  }

  /**
   * Where a row begins of which every cell is blank: below the other rows where its cells can be seen to stand there.
   */
  startOfBlank(fit: Fit): number {
    const starts = this.habits.map(({ measure, value }) => measure.start(this.tokens, fit, value));
    return starts.find((start) => isAmong(fit, start)) ?? fit.from;
  }

  /** Whether a row's line has fewer cells than the lines of all rows that tell: it lost some, no one knows which. */
  isCut(fit: Fit): boolean {
    return this.lineEnd !== undefined && this.witnesses.length >= FEW && this.endOf(fit) < this.lineEnd;
  }

  /** Whether the other rows, if there are any, begin like a row that begins at a place. */
  allow(fit: Fit, start: number): boolean {
    const begin = this.habits.filter((habit) => habit.measure !== TAIL && isUsual(habit, 1));
    return (
      this.witnesses.length === 0 ||
      (begin.length > 0 && begin.every(({ measure, value }) => measure.of(this.tokens, fit, start) === value))
    );
  }

  /** Rows that can be read in several ways vote for none, but against what none of these ways is. */
  private habitIn(measure: Measure, rows: readonly Fit[]): readonly Habit[] {
    const votes = new Map<number, number>();
    let all = 0;
    for (const fit of rows.filter(isSettled)) {
      const value = measure.of(this.tokens, fit, fit.from);
      if (value === undefined) continue;
      votes.set(value, (votes.get(value) ?? 0) + 1);
      all++;
    }
    const [most] = [...votes].sort((a, b) => b[1] - a[1]);
    if (most === undefined) return [];
    const [value, count] = most;
    const against = rows.filter((fit) => isOpen(fit) && !isAmong(fit, measure.start(this.tokens, fit, value))).length;
    return [{ measure, value, count, all: all + against }];
  }

  private endOf({ run }: Fit): number {
    return this.tokens.column(run.at(-1)!);
  }
}

const isPadded = ({ run, width }: Fit): boolean => run.length > width;

/** It has values, and several ways to be read. */
const isOpen = (fit: Fit): boolean => fit.last >= 0 && !isSettled(fit);

const isAmong = ({ from, to }: Fit, start: number): boolean => start >= from && start <= to;
