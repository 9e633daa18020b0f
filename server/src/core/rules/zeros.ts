import { message } from '../messages';
import type { PlacedCell } from '../model/report';
import { fold } from '../text/fold';
import type { Context, Finding, Found, Repair, Rule } from './rule';
import { cellsOf, placeOf } from './values';

/** Cells of a table that stand for zero without saying 0; a blank total that stands for a sum is none of them. */
interface Zeros {
  readonly cells: readonly PlacedCell[];
}

/** One finding a table, at its first such cell, all of them related. */
export function* zerosWritten({ report, sums }: Context, kind: 'blank' | 'dash', rule: Rule): Iterable<Found> {
  const totals = new Set(sums.identities.filter((identity) => sums.amounts.impliedBy(identity) !== undefined).map((identity) => identity.target.cell));
  for (const table of report.tables) {
    const cells = cellsOf([table], kind).filter(({ cell }) => !totals.has(cell));
    const first = cells[0];
    if (first === undefined) continue;
    const related = cells.map(({ row, cell }) => ({ span: cell.span, message: message(rule.messages.cell!, placeOf(row, cell)) }));
    const printed = [...new Set(cells.map(({ cell: { span } }) => fold(report.text.slice(span.start, span.end))))].map((zero) => `“${zero}”`).join('、');
    yield {
      message: 'cells',
      args: { count: cells.length, table: table.form.name, printed },
      span: first.cell.span,
      related,
      subject: { cells } satisfies Zeros,
    };
  }
}

export function zeroRepairs(rule: Rule, finding: Finding): readonly Repair[] {
  const { cells } = finding.subject as Zeros;
  const edits = cells.map(({ cell }) => ({ span: cell.span, newText: '0' }));
  return [{ title: message(rule.messages.replace!, { count: cells.length }), edits, safe: true, preferred: true }];
}
