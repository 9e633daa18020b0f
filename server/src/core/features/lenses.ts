import type { Words } from '../formats/types';
import type { Context } from '../rules/rule';
import { isTotalIn } from './relations';
import { format } from '../text/decimal';
import type { TextEdit } from '../text/span';
import type { Table } from '../model/report';

/** A line above a table: whether its sums agree. */
export interface Lens {
  readonly table: Table;
  readonly title: Words;
  /** Totals that recomputing would change. */
  readonly changes: number;
}

export function lenses(context: Context): readonly Lens[] {
  const { report, sums } = context;
  return report.tables.map((table) => {
    const own = sums.identities.filter((identity) => identity.table === table);
    const broken = own.filter((identity) => !sums.amounts.holds(identity) || sums.amounts.impliedBy(identity) !== undefined).length;
    const unread = table.rows.filter((row) => row.cells.length === 0).length;
    return { table, title: titleOf(table, own.length, broken, unread), changes: recompute(context, table).length };
  });
}

function titleOf(table: Table, judged: number, broken: number, unread: number): Words {
  if (unread > 0) return { zh: `? ${unread} 行读不出`, en: `? ${unread} rows cannot be read` };
  if (broken > 0) return { zh: `✗ ${broken} 处不符`, en: `✗ ${broken} sums differ` };
  if (judged > 0) return { zh: '✓ 勾稽平衡', en: '✓ all sums agree' };
  return { zh: `✓ 读到 ${table.rows.length} 行`, en: `✓ ${table.rows.length} rows read` };
}

/** Sets every total of a table to the sum of its parts; the parts stay as they are. Columns first: a row may add up their totals. */
export function recompute({ sums }: Context, table: Table): readonly TextEdit[] {
  const edits = new Map<number, TextEdit>();
  const values = new Map(sums.identities.flatMap(({ left, right }) => [...left, ...right]).map((place) => [place.cell, sums.amounts.of(place).digits]));
  for (const direction of ['down', 'across'] as const) {
    for (const identity of sums.identities) {
      if (identity.table !== table || identity.form.direction !== direction || !isTotalIn(identity, identity.target.cell)) continue;
      const { cell } = identity.target;
      const total = identity.right.reduce((sum, part) => sum + (values.get(part.cell) ?? 0), 0);
      values.set(cell, total);
      const printed = cell.value.kind === 'number' ? cell.value.amount.digits : undefined;
      if (printed !== total && !(printed === undefined && total === 0))
        edits.set(cell.span.start, { span: cell.span, newText: format({ digits: total, scale: 0 }) });
      else edits.delete(cell.span.start);
    }
  }
  return [...edits.values()].sort((a, b) => a.span.start - b.span.start);
}
