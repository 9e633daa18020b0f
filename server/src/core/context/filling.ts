import type { Cell, Report, Row, Table } from '../model/report';
import { hasSlots } from '../prose/placeholders';
import { placesIn, type Identity } from '../sums/identities';

/**
 * Tables that somebody is still filling in: what is wrong only because a value is not written yet is no error. A table
 * that is finished, but for blanks in place of zeros, has its last row.
 */
export class Filling {
  readonly tables: ReadonlySet<Table>;
  /** Those of which fewer than half is written. */
  readonly halfTyped: ReadonlySet<Table>;
  private readonly pending: ReadonlySet<Cell>;

  constructor(report: Report) {
    const slots = hasSlots(report.text);
    // In a fresh template zeros stand in all cells.
    const isUnwritten = ({ value }: Cell): boolean =>
      value.kind === 'blank' || (slots && value.kind === 'number' && value.amount.digits === 0);
    const tables = report.tables.filter((table) => slots || isHalfTyped(table));
    this.tables = new Set(tables);
    this.halfTyped = new Set(tables.filter(isHalfTyped));
    this.pending = new Set(tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.filter(isUnwritten))));
  }

  /** Whether a value is still to be written. */
  isPending(cell: Cell): boolean {
    return this.pending.has(cell);
  }

  /** Whether a relation waits for its total, or for any part of a balance. */
  isOpen(identity: Identity): boolean {
    return identity.form.rule === 'balance-mismatch'
      ? placesIn(identity).some(({ cell }) => this.isPending(cell))
      : this.isPending(identity.target.cell);
  }

  /** Whether a row has not been typed yet, or not to its end. */
  isUntyped(table: Table, row: Row): boolean {
    return this.tables.has(table) && table.rows.indexOf(row) >= lastTyped(table);
  }
}

/** Fewer than half of the values are written, from the top, and none of the last row. */
function isHalfTyped(table: Table): boolean {
  const { rows } = table;
  const width = rows.reduce((sum, { columns }) => sum + columns.length, 0);
  if (2 * rows.reduce((sum, row) => sum + written(row), 0) >= width) return false;
  const last = lastTyped(table);
  // Labels that stand without any values have lost them.
  const isWhole = ({ cells }: Row): boolean => cells.length > 0;
  return last < rows.length - 1 && rows.slice(0, Math.max(1, last)).every(isWhole);
}

const written = ({ cells, found }: Row): number =>
  cells.length === 0 ? found : cells.filter(({ value }) => value.kind !== 'blank').length;

/** The last row with a value. */
const lastTyped = ({ rows }: Table): number => rows.findLastIndex((row) => written(row) > 0);
