import type { ColumnForm } from '../formats/types';
import { withRows, type Cell, type Report, type Row, type Table } from '../model/report';
import { equal, isCount, type Decimal } from '../text/decimal';
import { span, type Span } from '../text/span';
import { BLANK, readValue } from '../text/value';
import { Amounts } from './amounts';
import { identitiesOf, placesIn } from './identities';

/** The one value that a row lacks. */
export interface LostValue {
  readonly column: ColumnForm;
  readonly amount: Decimal;
  /** How many of the values stand before it. */
  readonly place: number;
  /** The values that are there, in the order of the columns. */
  readonly values: readonly Span[];
}

/**
 * Which value a row lacks that has one too few: the only place at which every relation of the row holds, its own sum
 * and that of another line agreeing on the amount. Nothing where the sums leave it open.
 */
export function lostValue(report: Report, table: Table, row: Row): LostValue | undefined {
  const values = row.unread.filter(({ start, end }) => start < end);
  if (values.length !== row.columns.length - 1 || values.length !== row.found || values.length < 2) return undefined;
  const found = row.columns.flatMap((column, place): LostValue[] => {
    const amount = amountAt(report, table, row, { values, place });
    return amount === undefined ? [] : [{ column, amount, place, values }];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** What the relations ask for at a place of the row, its values around it; nothing where they do not agree. */
function amountAt(
  report: Report,
  table: Table,
  row: Row,
  { values, place }: { readonly values: readonly Span[]; readonly place: number },
): Decimal | undefined {
  const cells = row.columns.map((column, i): Cell => {
    if (i === place) return { column, span: span(row.label.end, row.label.end), value: BLANK };
    const at = values[i < place ? i : i - 1]!;
    return { column, span: at, value: readValue(report.text, at.start, at.end, column.unit) };
  });
  const whole = { ...row, cells };
  const rows = table.rows.map((other) => (other === row ? whole : other));
  const of = identitiesOf({ ...report, tables: [withRows(table, rows)] }).filter((identity) =>
    placesIn(identity).some((one) => one.row === whole),
  );
  const amounts = new Amounts(of);
  const lost = { row: whole, cell: cells[place]! };
  const [around, others] = [true, false].map((isAround) =>
    of.filter((identity) => placesIn(identity).some(({ cell }) => cell === lost.cell) === isAround),
  ) as [typeof of, typeof of];
  const [first, ...more] = around.map((identity) => amounts.needed(identity, lost));
  if (first === undefined || more.length === 0 || !isCount(first)) return undefined;
  return more.every((amount) => equal(amount, first)) && others.every((identity) => amounts.holds(identity))
    ? first
    : undefined;
}
