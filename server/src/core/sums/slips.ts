import type { Row } from '../model/report';
import type { Change } from './localise';

/** What speaks for or against a value besides the sums: prose, last year's report. Positive means it is confirmed. */
export type Hint = (change: Change) => number;

/**
 * How unlikely it is that someone meant `to` and wrote `from`, in bits: one more bit is half as likely. Of slips only their order is known,
 * so the numbers below are round ones; what a slip may come to counts besides (a digit typed twice has few outcomes, a wrong number many).
 */
export function slipCost(changes: readonly Change[], hint: Hint): number {
  return slips(changes) - CONFIRMED * sumOf(changes, hint);
}

/** A slip happens seldom; two of them seldom twice. */
const SLIP = 8;
/** As much as a figure in the prose is worth. */
const CONFIRMED = 6;

const ZERO_TOTAL = 2;
const TWICE = 2;
const LOST = 2;
const SWAPPED = 3;
const REPLACED = 3;
const INSERTED = 3;
const MISCOUNTED = 4;
const STRAY = 5;
/** Numbers that have nothing in common: as many outcomes as there are counts. */
const UNLIKE = 16;
/** What turns one slip into the one of several cells. */
const NEXT_COLUMN = 3;
const FOLLOWS = 1;
const ROW_ABOVE = 2;
const ROW_BELOW = 8;

function slips(changes: readonly Change[]): number {
  const together = [...rowsOf(changes).values()].map((own) => Math.min(rowCost(own), sumOf(own, alone)));
  return sumOf(together, (cost) => cost);
}

const alone = (change: Change): number => SLIP + fingerCost(change) + priorGain(change);

/** One slip that spoilt several cells of a row. */
function rowCost(changes: readonly Change[]): number {
  if (changes.length === 1) return alone(changes[0]!);
  const row = changes[0]!.place.row;
  const repeated = repeats(row, changes);
  if (repeated !== undefined) return SLIP + repeated;
  if (changes.length > 2) return Infinity;
  const [a, b] = changes as [Change, Change];
  if (a.from === b.to && b.from === a.to && !isTotal(a) && !isTotal(b)) return SLIP + (areNeighbours(a, b) ? NEXT_COLUMN : STRAY);
  const [operand, total] = isTotal(a) ? [b, a] : [a, b];
  if (!isTotal(total)) return Infinity;
  // The total was added up from the mistyped operand, or mistyped by the same finger.
  const summed = operand.to - operand.from === total.to - total.from;
  return SLIP + FOLLOWS + fingerCost(operand) + priorGain(operand) + (summed ? 0 : fingerCost(total));
}

/** The row reads like the one above or below it, and would no longer. */
function repeats(row: Row, changes: readonly Change[]): number | undefined {
  const { above, below } = changes[0]!.place;
  if (above !== undefined && sameValues(row, above)) return ROW_ABOVE;
  if (below !== undefined && sameValues(row, below)) return ROW_BELOW;
  return undefined;
}
