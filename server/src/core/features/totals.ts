import type { Cell, Report } from '../model/report';
import { Amounts } from '../sums/amounts';
import { hasTotal, type Identity } from '../sums/identities';
import { equal, format, isInteger, isNegative, sum, type Decimal } from '../text/decimal';
import type { TextEdit } from '../text/span';
import { cellKey } from '../years/summary';

/** A report's relations by what they bind, and its values by their place. */
interface Counted {
  readonly identities: ReadonlyMap<string, Identity>;
  readonly amounts: Amounts;
  readonly cells: ReadonlyMap<string, Cell>;
}

/**
 * What the totals become after counts were changed: only totals that held before, that were not themselves changed, and whose parts were. None where
 * a total is among what was changed: then it is not the parts that were meant.
 */
export function changedTotals(before: Report, after: Report): readonly TextEdit[] {
  const [old, now] = [counted(before), counted(after)];
  const totals = [...now.identities].filter(([, identity]) => hasTotal(identity));
  const changed = new Set([...now.cells].filter(([key, cell]) => !sameValue(old.cells.get(key), cell)).map(([, cell]) => cell));
  if (totals.some(([, { target }]) => changed.has(target.cell))) return [];
  const held = totals.filter(([key]) => holds(old, key)).map(([, identity]) => identity);
  const sums = new Map<Cell, Decimal>();
  // A total may be part of another: those of the rows, those of the columns, and what adds up these.
  for (let round = 0; round < ROUNDS; round++) {
    for (const { target, right } of held) {
      if (!right.some(({ cell }) => changed.has(cell) || sums.has(cell))) continue;
      sums.set(target.cell, sum(right.map((part) => sums.get(part.cell) ?? now.amounts.of(part))));
    }
  }
  return [...sums]
    .filter(([cell, total]) => isInteger(total) && !isNegative(total) && !(cell.value.kind === 'number' && equal(cell.value.amount, total)))
    .map(([cell, total]): TextEdit => ({ span: cell.span, newText: format(total) }))
    .sort((a, b) => a.span.start - b.span.start);
}

const ROUNDS = 3;

/** Whether everything that could be judged before can be judged now; while a value is being typed, some of it cannot. */
export const isAsWhole = (before: Report, after: Report): boolean => {
  const now = counted(after).identities;
  return [...counted(before).identities.keys()].every((key) => now.has(key));
};

function counted(report: Report): Counted {
  const amounts = Amounts.of(report);
  const keyOf = ({ table, form, line }: Identity): string => `${table.id}/${form.rule}/${form.target}/${'form' in line ? line.form.id : line.id}`;
  return {
    identities: new Map(amounts.identities.map((identity) => [keyOf(identity), identity])),
    amounts,
    cells: new Map(
      report.tables.flatMap((table) => table.rows.flatMap((row) => row.cells.map((cell) => [cellKey(table.id, row.form.id, cell.column.id), cell] as const))),
    ),
  };
}

/** Stated and equal to its parts: a blank total is no sum that somebody wrote. */
function holds({ identities, amounts }: Counted, key: string): boolean {
  const identity = identities.get(key);
  return identity !== undefined && identity.target.cell.value.kind === 'number' && amounts.holds(identity);
}

function sameValue(a: Cell | undefined, b: Cell): boolean {
  if (a === undefined || a.value.kind === 'unreadable' || b.value.kind === 'unreadable') return a?.value.kind === b.value.kind;
  return equal(a.value.amount, b.value.amount);
}
