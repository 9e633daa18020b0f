import { isSilenced } from '../check/silenced';
import type { Words } from '../formats/types';
import type { Table } from '../model/report';
import type { Context } from '../context/context';
import { isTotalIn } from '../sums/identities';
import { suspectedCells } from '../sums/suspects';
import type { Span } from '../text/span';
import { recompute } from './recompute';

/** A line above a table: whether its sums agree. */
export interface Lens {
  readonly table: Table;
  readonly title: Words;
  /** Totals that recomputing would change. */
  readonly changes: number;
  /** Where the values stand that are likely wrong, where these are others than the totals. */
  readonly suspects: readonly Span[];
}

export function lenses(context: Context): readonly Lens[] {
  const { report, sums } = context;
  return report.tables.map((table) => {
    const relations = sums.identities.filter(
      ({ table: own, form, target }) => own === table && !isSilenced(context, form.rule, target.cell.span),
    );
    const omitted = sums.omissions.filter(
      ({ total }) => table.rows.includes(total.row) && !isSilenced(context, total.form.rule, total.cell.span),
    );
    const broken = relations.filter(
      (identity) => !sums.amounts.holds(identity) && !omitted.some(({ total }) => isTotalIn(identity, total.cell)),
    ).length;
    const unread = table.rows.filter((row) => row.cells.length === 0).length;
    return {
      table,
      title: titleOf(table, relations.length, broken + omitted.length, unread),
      changes: recompute(context, table).length,
      suspects: suspectedCells(sums, relations).map((cell) => cell.span),
    };
  });
}

function titleOf(table: Table, judged: number, broken: number, unread: number): Words {
  if (unread > 0) return { zh: `? ${unread} 行读不出`, en: `? ${unread} rows cannot be read` };
  if (broken > 0) return { zh: `✗ ${broken} 处不符`, en: `✗ ${broken} sums differ` };
  if (judged > 0) return { zh: '✓ 勾稽平衡', en: '✓ all sums agree' };
  return { zh: `✓ 读到 ${table.rows.length} 行`, en: `✓ ${table.rows.length} rows read` };
}
