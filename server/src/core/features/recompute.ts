import type { Words } from '../formats/types';
import { isOnLine, rowsOnLine, type Cell, type Report, type Row, type Table } from '../model/report';
import type { Context } from '../rules/rule';
import { hasTotal, type Identity } from '../sums/identities';
import { equal, format, sum, type Decimal } from '../text/decimal';
import type { TextEdit } from '../text/span';
import { placeAt } from './place';

/** A total that differs from the sum of its parts, and the edit that makes it that sum. */
export interface TotalChange extends TextEdit {
  readonly name: Words;
  /** What is printed now; empty for a blank total. */
  readonly before: string;
}

/** The table at an offset, and the row of it. */
export function rowAround(report: Report, offset: number): { readonly table?: Table; readonly row?: Row } {
  const line = report.lines.lineAt(offset);
  const table = report.tables.find((one) => isOnLine(report, one.span, line));
  if (table === undefined) return {};
  const place = placeAt(report, offset);
  const rows = rowsOnLine(report, line);
  // Rows beside each other share their lines: there only a value or a label tells which one is meant.
  const row = place !== undefined && 'row' in place ? place.row : rows.length === 1 ? rows[0]!.row : undefined;
  return row === undefined ? { table } : { table, row };
}

/** What would set the totals of a table, or of one row, to the sum of their parts; the parts stay as they are. */
export function recompute({ report, sums }: Context, table: Table, row?: Row): readonly TotalChange[] {
  const identities = sums.identities.filter((one) => one.table === table && hasTotal(one) && (row === undefined || one.target.row === row));
  const totals = new Map<Cell, { readonly identity: Identity; readonly amount: Decimal }>();
  // Columns first: a row may add up their totals.
  for (const direction of ['down', 'across'] as const) {
    for (const identity of identities) {
      if (identity.form.direction !== direction) continue;
      const amount = sum(identity.right.map((part) => totals.get(part.cell)?.amount ?? sums.amounts.of(part)));
      totals.set(identity.target.cell, { identity, amount });
    }
  }
  return [...totals]
    .filter(([{ value }, { amount }]) => value.kind !== 'unreadable' && !equal(value.amount, amount))
    .map(([cell, { identity, amount }]) => changeOf(report, identity, cell, amount))
    .sort((a, b) => a.span.start - b.span.start);
}

function changeOf({ text }: Report, { target }: Identity, { span, column }: Cell, amount: Decimal): TotalChange {
  const name = (language: 'zh' | 'en') => `${target.row.form.name[language]}·${column.name[language]}`;
  return { span, newText: format(amount), before: text.slice(span.start, span.end), name: { zh: name('zh'), en: name('en') } };
}

/** Rows of a table whose sums cannot be known, because not every value in them was read. */
export const unreadRows = ({ rows }: Table): readonly Row[] =>
  rows.filter(({ cells }) => cells.length === 0 || cells.some(({ value }) => value.kind === 'unreadable'));
