import type { Cell, Row, Table } from '../model/report';
import type { Evidence } from './evidence';
import type { Change } from './localise';

/** What evidence from outside the table is worth; all costs are in bits, one more is half as likely. */
const CONFIRMED = 6;
/** That a slip happens at all: two of them are that much rarer than one. */
const SLIP = 8;
/**
 * What a slip is: only the order of these is known, so they are round. What it may come to counts besides: a digit
 * typed twice has few outcomes, a number that is simply wrong has many.
 */
const ZERO_TOTAL = 2;
const LEFT_OUT = 3;
const TWICE = 2;
const LOST = 2;
const SWAPPED = 3;
const REPLACED = 3;
const INSERTED = 3;
const MISCOUNTED = 4;
const STRAY = 5;
const UNLIKE = 16;
/** How one slip comes to spoil more than one cell of a row. */
const TOTAL_FOLLOWS = 1;
const NEXT_COLUMN = 3;
const OTHER_COLUMN = 5;
const ROW_ABOVE = 3;
const ROW_BELOW = 9;

/** A miscount is off by a few. */
const MOST_MISCOUNTED = 9;

/** How unlikely it is that the changes undo slips of the hand, in bits. */
export class Likelihood {
  constructor(
    private readonly table: Table,
    readonly evidence: Evidence,
  ) {}

  cost(changes: readonly Change[]): number {
    const rows = new Map<Row, Change[]>();
    for (const change of changes) rows.set(change.place.row, [...(rows.get(change.place.row) ?? []), change]);
    return (
      total([...rows], ([row, inRow]) => Math.min(this.oneSlip(row, inRow), total(inRow, alone))) -
      CONFIRMED * this.confirmed(changes)
    );
  }

  /** Whether the changes undo a single slip: one that is likelier than that two happen at all. */
  isOneSlip(changes: readonly Change[]): boolean {
    const stated = changes.filter((change) => !isLeftOut(change));
    const [first] = stated;
    if (first === undefined || stated.some(({ place }) => place.row !== first.place.row)) return false;
    return stated.length === 1 || this.oneSlip(first.place.row, stated) < 2 * SLIP;
  }

  confirmed(changes: readonly Change[]): number {
    return total(changes, (change) => this.evidence.weigh(change));
  }

  /** Several cells of a row spoilt at once. */
  private oneSlip(row: Row, changes: readonly Change[]): number {
    if (changes.length === 1) return Infinity;
    return (
      SLIP + Math.min(this.rowTwice(row, changes), changes.length > 2 ? Infinity : pairCost(changes[0]!, changes[1]!))
    );
  }

  /**
   * The row was typed in place of its neighbour: as it stands it reads like the other. Most often it is the row above
   * that is typed again.
   */
  private rowTwice(row: Row, changes: readonly Change[]): number {
    const { rows } = this.table;
    const at = rows.indexOf(row);
    const cost = sameValues(row, rows[at - 1]) ? ROW_ABOVE : sameValues(row, rows[at + 1]) ? ROW_BELOW : Infinity;
    return cost + total(changes, rarity);
  }
}

const alone = (change: Change): number => (isLeftOut(change) ? 0 : SLIP + fingerCost(change) + rarity(change));

/** A blank total only stands for a number: that it comes to another one is no slip of its own. */
const isLeftOut = (change: Change): boolean => isTotal(change) && change.place.cell.value.kind === 'blank';

function pairCost(a: Change, b: Change): number {
  if (!isTotal(a) && !isTotal(b))
    return a.from === b.to && b.from === a.to ? (areNeighbours(a, b) ? NEXT_COLUMN : OTHER_COLUMN) : Infinity;
  const [operand, sum] = isTotal(a) ? [b, a] : [a, b];
  // The total was added up from the mistyped operand, or else mistyped like it.
  const follows = operand.to - operand.from === sum.to - sum.from;
  return TOTAL_FOLLOWS + fingerCost(operand) + rarity(operand) + (follows ? 0 : fingerCost(sum));
}

function areNeighbours(a: Change, b: Change): boolean {
  const columns = a.place.row.columns.map(({ id }) => id);
  return Math.abs(columns.indexOf(a.place.cell.column.id) - columns.indexOf(b.place.cell.column.id)) === 1;
}

export const isTotal = ({ place }: Change): boolean =>
  place.cell.column.id === 'total' || place.row.form.id === 'results-total';

/**
 * Small counts are common and most cells are zero, so that a repair that makes a rare number is less likely. Totals
 * follow from the others.
 */
const rarity = (change: Change): number => (isTotal(change) ? 0 : surprise(change.to) - surprise(change.from));
const surprise = (count: number): number => (count === 0 ? 1 : 4 + Math.log2(count));

/** How unlikely it is that `from` is printed where `to` is meant. */
function fingerCost(change: Change): number {
  const { from, to } = change;
  if (from === 0) return isTotal(change) ? ZERO_TOTAL : LEFT_OUT;
  if (to === 0) return STRAY + surprise(from);
  const miscounted = Math.abs(from - to) <= MOST_MISCOUNTED ? MISCOUNTED + among(2 * MOST_MISCOUNTED) : UNLIKE;
  return Math.min(typingCost(String(from), String(to)), miscounted, UNLIKE);
}

function typingCost(printed: string, meant: string): number {
  const longer = printed.length - meant.length;
  if (longer > 0 && collapse(printed) === collapse(meant)) return TWICE + among(meant.length) + longer - 1;
  if (longer === 1 && isWithout(meant, printed)) return INSERTED + among(10 * printed.length);
  if (longer === -1 && isWithout(printed, meant)) return LOST + among(meant.length);
  if (longer !== 0) return Infinity;
  const different = [...printed].flatMap((digit, i) => (digit === meant[i] ? [] : [i]));
  const [first, second] = different;
  if (different.length === 1) return REPLACED + among(9 * printed.length);
  const swapped =
    different.length === 2 &&
    second === first! + 1 &&
    printed[first!] === meant[second] &&
    printed[second] === meant[first!];
  return swapped ? SWAPPED + among(printed.length - 1) : Infinity;
}

/** One of so many equally likely outcomes. */
const among = (outcomes: number): number => Math.log2(outcomes);

/** A digit typed several times stands for itself once. */
const collapse = (digits: string): string => digits.replace(/(\d)\1+/g, '$1');

/** Whether `shorter` is `longer` with one digit left out. */
const isWithout = (shorter: string, longer: string): boolean =>
  [...longer].some((_, i) => longer.slice(0, i) + longer.slice(i + 1) === shorter);

/** Whether both rows have the same values, some of them not zero. */
function sameValues(row: Row, other: Row | undefined): boolean {
  const values = row.cells.map(amountOf);
  return (
    other?.cells.length === values.length &&
    other.cells.every((cell, i) => amountOf(cell) === values[i]) &&
    values.some((value) => value !== 0)
  );
}

const amountOf = ({ value }: Cell): number => (value.kind === 'unreadable' ? Number.NaN : value.amount.digits);

const total = <T>(items: readonly T[], cost: (item: T) => number): number =>
  items.reduce((sum, item) => sum + cost(item), 0);
