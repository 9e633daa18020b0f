import type { Change } from './localise';

/** What speaks for or against a value besides the sums: prose, last year's report. Positive means it is confirmed. */
export type Hint = (change: Change) => number;

/**
 * How unlikely a set of changes is as one slip of the hand: 0 is the likeliest. The order follows the slips that people make: a
 * total left at zero, a digit typed twice, one added, dropped or swapped, a value in the neighbouring column; other numbers last.
 */
export function slipCost(changes: readonly Change[], hint: Hint): number {
  const moved = changes.length === 2 ? pairCost(changes[0]!, changes[1]!) : undefined;
  const base = moved ?? changes.reduce((sum, change) => sum + changeCost(change), 0);
  return base - changes.reduce((sum, change) => sum + CONFIRMED * hint(change), 0);
}

const CONFIRMED = 1.5;

/** Two cells of one slip cost less than two slips. */
function pairCost(a: Change, b: Change): number | undefined {
  const sameRow = a.place.row === b.place.row;
  const exchanged = a.from === b.to && b.from === a.to;
  if (sameRow && exchanged && adjacent(a, b)) return 1.5;
  // An operand and the total of its row, mistyped alike or computed from the mistyped operand.
  if (sameRow && (isTotal(a) || isTotal(b))) return Math.max(changeCost(a), changeCost(b)) + 0.5;
  if (exchanged) return 2.5;
  return undefined;
}

function adjacent(a: Change, b: Change): boolean {
  const columns = a.place.row.columns.map(({ id }) => id);
  return Math.abs(columns.indexOf(a.place.cell.column.id) - columns.indexOf(b.place.cell.column.id)) === 1;
}

const isTotal = ({ place }: Change): boolean => place.cell.column.id === 'total' || place.row.form.id === 'results-total';

function changeCost(change: Change): number {
  const { from, to } = change;
  if (isTotal(change) && from === 0) return 1;
  const printed = String(from);
  const meant = String(to);
  if (collapse(printed) === collapse(meant)) return 1;
  if (Math.abs(printed.length - meant.length) === 1 && (isWithout(printed, meant) || isWithout(meant, printed))) return from === 0 || to === 0 ? 2.5 : 1.5;
  if (printed.length === meant.length) {
    const different = [...printed].flatMap((digit, i) => (digit === meant[i] ? [] : [i]));
    if (
      different.length === 2 &&
      different[1] === different[0]! + 1 &&
      printed[different[0]!] === meant[different[1]!] &&
      printed[different[1]!] === meant[different[0]!]
    )
      return 1.5;
    if (different.length === 1) return from === 0 || to === 0 ? 3 : 2;
  }
  return from === 0 || to === 0 ? 3 : 4;
}

/** A digit typed several times stands for itself once. */
const collapse = (digits: string): string => digits.replace(/(\d)\1+/g, '$1');

/** Whether `shorter` is `longer` with one digit left out. */
function isWithout(shorter: string, longer: string): boolean {
  return shorter.length + 1 === longer.length && [...longer].some((_, i) => longer.slice(0, i) + longer.slice(i + 1) === shorter);
}
