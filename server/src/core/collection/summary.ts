import type { TableId } from '../formats/table-names';
import type { Segment } from '../reading/document';
import { blankTotalsOf } from '../sums/blank-totals';
import { printsOf } from './sentence-prints';
import type { Position } from '../text/lines';
import type { Decimal } from '../text/decimal';

/** What other years' reports need to know of a report: small, so that thousands can be kept. */
export interface ReportSummary {
  readonly body: string;
  readonly year: number;
  /**
   * Values of its tables by `table/row/column`; only what was read, so no blank totals: what these should be was not
   * written.
   */
  readonly cells: ReadonlyMap<string, SummaryCell>;
  /** The prints of its sentences. */
  readonly prose: string;
}

/** A report with the file that it is in. */
export interface Indexed {
  readonly file: string;
  readonly summary: ReportSummary;
}

export interface SummaryCell {
  readonly amount: Decimal;
  /** Where it is printed, counted from the start of its file. */
  readonly start: Position;
  readonly end: Position;
}

export const cellKey = (table: TableId, row: string, column: string): string => `${table}/${row}/${column}`;

/** The summary of a report that names its body and year; `undefined` for any other. */
export function summarise({ report, firstLine }: Segment): ReportSummary | undefined {
  const { title, tables, lines } = report;
  if (!report.recognised || title?.body === undefined || title.year === undefined) return undefined;
  const cells = new Map<string, SummaryCell>();
  const blankTotals = new Set(blankTotalsOf(report).map(({ cell }) => cell));
  for (const table of tables) {
    for (const row of table.rows) {
      for (const cell of row.cells) {
        const { column, span, value } = cell;
        if (value.kind !== 'unreadable' && !blankTotals.has(cell))
          cells.set(cellKey(table.id, row.form.id, column.id), {
            amount: value.amount,
            ...lines.range(span, firstLine),
          });
      }
    }
  }
  return { body: title.body.text, year: title.year.value, cells, prose: printsOf(report) };
}
