import { rowOf, tableOf, type Report } from '../model/report';
import type { Statement } from '../sums/evidence';
import { isInteger } from '../text/decimal';
import { cellKey, type ReportSummary } from './summary';

/** What last year's report states for cells of this one: that which it carried over is carried in here. */
export function lastYearStatements(report: Report, lastYear: ReportSummary | undefined): readonly Statement[] {
  const table = tableOf(report, 'requests');
  const row = table === undefined ? undefined : rowOf(table, 'carried-in');
  if (row === undefined || lastYear === undefined) return [];
  return row.cells.flatMap((cell): Statement[] => {
    const amount = lastYear.cells.get(cellKey('requests', 'carried-out', cell.column.id))?.amount;
    return amount === undefined || !isInteger(amount) ? [] : [{ cell, value: amount.digits, source: 'last-year' }];
  });
}
