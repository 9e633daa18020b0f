import { isSilenced } from '../check/silenced';
import type { Words } from '../formats/types';
import { isOnLine, rowsOnLine, type Cell, type Report, type Row, type Table } from '../model/report';
import type { Context } from '../context/context';
import { addUp, type AddedUp } from '../sums/add-up';
import { hasTotal, type Identity } from '../sums/identities';
import type { Change } from '../sums/localise';
import { suspectsOf } from '../sums/suspects';
import { equal, format, toNumber, type Decimal } from '../text/decimal';
import type { TextEdit } from '../text/span';
import { placeAt } from './place';

/** A total that differs from the sum of its parts, and the edit that makes it that sum. */
export interface TotalChange extends TextEdit {
  readonly name: Words;
  /** What is printed now; empty for a blank total. */
  readonly before: string;
  /** What the diagnosis would have changed in its place: then the sum of the parts is hardly what was meant. */
  readonly suspects: readonly Change[];
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

/**
 * What would set the totals of a table to the sum of their parts, or those of them that stand in one row; the parts
 * stay as they are, and so do totals whose rules are off or ignored there.
 */
export function recompute(context: Context, table: Table, row?: Row): readonly TotalChange[] {
  const { report, sums } = context;
  const totals = judgedTotals(context).filter((identity) => identity.table === table);
  const added = addUp(totals, (place) => sums.amounts.of(place)).filter(
    ({ place, amount }) => !isPrinted(place.cell, amount),
  );
  const changing = new Map(added.map(({ place, amount }) => [place.cell, toNumber(amount)]));
  return added
    .filter(({ place }) => row === undefined || place.row === row)
    .map((total) => ({ ...changeOf(report, total), suspects: suspectsOf(sums, total.place.cell, changing) }))
    .sort((a, b) => a.span.start - b.span.start);
}

/** The relations that have a total, but for totals of which one is off or ignored. */
export function judgedTotals(context: Context): readonly Identity[] {
  const totals = context.sums.identities.filter(hasTotal);
  const leftAlone = new Set(
    totals
      .filter(({ form, target }) => isSilenced(context, form.rule, target.cell.span))
      .map(({ target }) => target.cell),
  );
  return totals.filter(({ target }) => !leftAlone.has(target.cell));
}

/** A blank counts as zero, and need not be filled in with it. */
const isPrinted = ({ value }: Cell, amount: Decimal): boolean =>
  value.kind === 'unreadable' || equal(value.amount, amount);

function changeOf({ text }: Report, { place: { row, cell }, amount }: AddedUp): Omit<TotalChange, 'suspects'> {
  const { span, column } = cell;
  const name = (language: 'zh' | 'en') => `${row.form.name[language]}·${column.name[language]}`;
  return {
    span,
    newText: format(amount),
    before: text.slice(span.start, span.end),
    name: { zh: name('zh'), en: name('en') },
  };
}

/** Rows of a table whose sums cannot be known, because not every value in them was read. */
export const unreadRows = ({ rows }: Table): readonly Row[] =>
  rows.filter(({ cells }) => cells.length === 0 || cells.some(({ value }) => value.kind === 'unreadable'));
