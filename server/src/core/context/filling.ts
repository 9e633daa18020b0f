import type { Cell, Report, Row, Table } from '../model/report';
import { hasSlots } from '../prose/placeholders';
import { placesIn, type Identity } from '../sums/identities';
import type { Sums } from '../sums/sums';

/**
 * Tables that somebody is still filling in: what is wrong only because a value is not written yet is no error, and
 * only tables of which something is are among them. Blanks may stand for zeros in a finished table, too.
 */
export class Filling {
  readonly tables: ReadonlySet<Table>;
  private readonly pending: ReadonlySet<Cell>;

  constructor(report: Report, sums: Sums) {
    const slots = hasSlots(report.text);
    // In a fresh template zeros stand in all cells.
    const isUnwritten = ({ value }: Cell): boolean =>
      value.kind === 'blank' || (slots && value.kind === 'number' && value.amount.digits === 0);
    const unwrittenIn = (tables: Iterable<Table>): ReadonlySet<Cell> =>
      new Set([...tables].flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.filter(isUnwritten))));
    const candidates = report.tables.filter((table) => slots || isHalfTyped(table));
    const unwritten = unwrittenIn(candidates);
    this.tables = new Set(candidates.filter((table) => causesErrors(table, sums, unwritten)));
    this.pending = unwrittenIn(this.tables);
  }

  /** Whether a value is still to be written. */
  isPending(cell: Cell): boolean {
    return this.pending.has(cell);
  }

  /** Whether a relation waits for its total, or for any part of a balance. */
  isOpen(identity: Identity): boolean {
    return waitsFor(this.pending, identity);
  }

  /** Whether a row has not been typed yet, or not to its end. */
  isUntyped(table: Table, row: Row): boolean {
    return this.tables.has(table) && table.rows.indexOf(row) >= lastTyped(table.rows);
  }
}

const waitsFor = (unwritten: ReadonlySet<Cell>, identity: Identity): boolean =>
  identity.form.rule === 'balance-mismatch'
    ? placesIn(identity).some(({ cell }) => unwritten.has(cell))
    : unwritten.has(identity.target.cell);

function causesErrors(
  { rows }: Table,
  { identities, omissions, amounts }: Sums,
  unwritten: ReadonlySet<Cell>,
): boolean {
  return (
    rows.some((row, i) => row.cells.length === 0 && i >= lastTyped(rows)) ||
    omissions.some(({ total: { row, cell } }) => rows.includes(row) && unwritten.has(cell)) ||
    identities.some((one) => one.table.rows === rows && waitsFor(unwritten, one) && !amounts.holds(one))
  );
}

/** Fewer than half of the values are written, from the top, and none of the last rows, which add up the others. */
function isHalfTyped({ rows, form }: Table): boolean {
  const width = rows.reduce((sum, { columns }) => sum + columns.length, 0);
  if (2 * rows.reduce((sum, row) => sum + written(row), 0) >= width) return false;
  const last = lastTyped(rows);
  // Labels that stand without any values have lost them.
  const isWhole = ({ cells }: Row): boolean => cells.length > 0;
  return last < rows.length - (form.direction === 'across' ? 1 : 2) && rows.slice(0, Math.max(1, last)).every(isWhole);
}

const written = ({ cells, found }: Row): number =>
  cells.length === 0 ? found : cells.filter(({ value }) => value.kind !== 'blank').length;

/** The place of the last row with a value. */
const lastTyped = (rows: readonly Row[]): number => rows.findLastIndex((row) => written(row) > 0);
