import type { Document } from '../../../../server/src/core/reading/document';

/** Where an offset stands in a report's tables, in terms that hold in every layout. */
export interface Place {
  readonly segment: number;
  readonly table: string;
  readonly row: string;
  /** The cell, counted from 0; -1 in the row's label. */
  readonly cell: number;
  /** How far behind the beginning of the cell. */
  readonly behind: number;
}

/** `undefined` outside of the rows. */
export function placeOf({ segments }: Document, offset: number): Place | undefined {
  for (const [segment, { start, report }] of segments.entries()) {
    const own = offset - start;
    for (const table of report.tables)
      for (const row of table.rows)
        for (const [i, { start: from, end }] of [row.label, ...row.cells.map(({ span }) => span)].entries())
          if (from <= own && own <= end)
            return { segment, table: table.id, row: row.form.id, cell: i - 1, behind: own - from };
  }
  return undefined;
}

export function offsetOf({ segments }: Document, { segment, table, row, cell, behind }: Place): number | undefined {
  const { start, report } = segments[segment] ?? {};
  const own = report?.tables.find(({ id }) => id === table)?.rows.find(({ form }) => form.id === row);
  const span = cell < 0 ? own?.label : own?.cells[cell]?.span;
  return span === undefined || start === undefined ? undefined : start + Math.min(span.start + behind, span.end);
}
