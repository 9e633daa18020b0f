import type { Cell, Report } from '../model/report';
import type { Context } from '../context/context';
import { addUp } from '../sums/add-up';
import { Amounts } from '../sums/amounts';
import type { Identity } from '../sums/identities';
import { equal, format } from '../text/decimal';
import type { TextEdit } from '../text/span';
import { cellKey } from '../collection/summary';
import { judgedTotals } from './recompute';

/**
 * What the totals become after counts were changed: only totals that held before, that were not themselves changed, and
 * whose parts were. None where a total is among what was changed: then it is not the parts that were meant.
 */
export function changedTotals(before: Report, context: Context): readonly TextEdit[] {
  const { report, sums } = context;
  const old = cellsOf(before);
  const changed = new Set(
    [...cellsOf(report)].filter(([key, cell]) => !sameValue(old.get(key), cell)).map(([, cell]) => cell),
  );
  if (changed.size === 0 || totalsOf(report).some((cell) => changed.has(cell))) return [];
  const wasRight = rightIn(before);
  const held = judgedTotals(context).filter(wasRight);
  return addUp(held, (place) => sums.amounts.of(place))
    .filter(({ place: { cell }, amount }) => !(cell.value.kind === 'number' && equal(cell.value.amount, amount)))
    .map(({ place, amount }): TextEdit => ({ span: place.cell.span, newText: format(amount) }))
    .sort((a, b) => a.span.start - b.span.start);
}

/**
 * Whether everything that could be judged before can be judged now; while a value is being typed, some of it cannot.
 */
export const isAsWhole = (before: Report, after: Report): boolean => {
  const now = new Set(Amounts.of(after).identities.map(keyOf));
  return Amounts.of(before).identities.every((identity) => now.has(keyOf(identity)));
};

const keyOf = ({ table, form, line }: Identity): string =>
  `${table.id}/${form.rule}/${form.target}/${'form' in line ? line.form.id : line.id}`;

/** The cells that the form has as sums of others, whether or not all of these can be read. */
const totalsOf = ({ tables }: Report): readonly Cell[] =>
  tables.flatMap(({ form, rows }) => {
    const totals = form.identities.filter(({ left }) => left.length === 1);
    const isTotal = (row: string, column: string): boolean =>
      totals.some(({ direction, target }) => target === (direction === 'across' ? column : row));
    return rows.flatMap((row) => row.cells.filter((cell) => isTotal(row.form.id, cell.column.id)));
  });

/** All cells by their places in the form. */
export const cellsOf = ({ tables }: Report): ReadonlyMap<string, Cell> =>
  new Map(
    tables.flatMap((table) =>
      table.rows.flatMap((row) =>
        row.cells.map((cell) => [cellKey(table.id, row.form.id, cell.column.id), cell] as const),
      ),
    ),
  );

/**
 * Tells of relations whether they held in a report, their total stated: a blank total is no sum that somebody wrote.
 */
function rightIn(report: Report): (identity: Identity) => boolean {
  const amounts = Amounts.of(report);
  const right = amounts.identities.filter(
    (identity) => identity.target.cell.value.kind === 'number' && amounts.holds(identity),
  );
  const keys = new Set(right.map(keyOf));
  return (identity) => keys.has(keyOf(identity));
}

function sameValue(a: Cell | undefined, b: Cell): boolean {
  if (a === undefined || a.value.kind === 'unreadable' || b.value.kind === 'unreadable')
    return a?.value.kind === b.value.kind;
  return equal(a.value.amount, b.value.amount);
}
