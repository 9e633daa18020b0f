import { cellOf, rowOf, tableOf, toNumber, type Report, type TableId } from '../../server/src/core/index';
import type { ValidReport } from './valid-report';

/** What was read otherwise than it was printed, a line each: nothing where every cell is right. */
export function misread(report: Report, expected: ValidReport): readonly string[] {
  const wrong: string[] = [];
  for (const [key, { printed, amount }] of expected.cells) {
    const [table, row, column] = key.split('/') as [TableId, string, string];
    const found = tableOf(report, table);
    const cells = found === undefined ? undefined : rowOf(found, row);
    const cell = cells === undefined ? undefined : cellOf(cells, column);
    const read =
      cell === undefined
        ? 'nothing'
        : cell.value.kind === 'unreadable'
          ? 'unreadable'
          : String(toNumber(cell.value.amount));
    if (read !== String(amount)) wrong.push(`${key}: printed ${printed}, read ${read}`);
  }
  if (report.edition.id !== expected.edition) wrong.push(`edition ${report.edition.id} instead of ${expected.edition}`);
  if (report.title?.year?.value !== expected.year)
    wrong.push(`year ${String(report.title?.year?.value)} instead of ${expected.year}`);
  return wrong;
}
