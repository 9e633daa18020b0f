import type { Report } from '../model/report';
import { Amounts } from '../sums/amounts';
import type { Decimal } from '../text/decimal';
import { cellKey } from './summary';

/** What a report's cells count for, by their keys; what cannot be read is not among them. */
export type Values = ReadonlyMap<string, Decimal>;

/** The values of a report; a blank total stands for what its parts add up to. */
export function valuesOf(report: Report): Values {
  const values = new Map<string, Decimal>();
  const amounts = Amounts.of(report);
  for (const table of report.tables) {
    for (const row of table.rows) {
      for (const cell of row.cells) {
        if (cell.value.kind !== 'unreadable' && !amounts.isUnknown(cell))
          values.set(cellKey(table.id, row.form.id, cell.column.id), amounts.of({ row, cell }));
      }
    }
  }
  return values;
}
