import type { StatedCell } from '../collection/last-year';
import { nameOf } from '../text/uri';
import { cellKey } from '../collection/summary';
import type { TableId } from '../formats/table-names';
import type { Words } from '../formats/types';
import { message } from '../messages';
import { cellOf, rowOf, tableOf, type Report, type Row } from '../model/report';
import { format } from '../text/decimal';
import { defineRule, type RulePage } from './rule';

export const differingCopiesPage: RulePage = {
  explanation: {
    zh: '同一机关上年报告有多份，而本年要与之比对的数各份不一，因此不知以哪份为准，这些数未作比对。请保留定稿，或把其余各份移到别处；文件名中写明“副本”“备份”的不算在内。',
    en: 'Several files claim to be last year’s report of this body and differ in values that this report is compared with, so these values were not compared. Keep the final one and move the others away; files whose names mark them as copies do not count.',
  },
  basis: { zh: '通行做法：以定稿为准', en: 'Customary: the final report counts' },
};

/**
 * What is compared with last year: a row of this report, and the row and columns of last year's report that it hangs
 * on.
 */
interface Comparison {
  readonly row: Row;
  readonly table: TableId;
  readonly lastRow: string;
  readonly columns: readonly { readonly id: string; readonly name: Words }[];
}

export const differingCopies = defineRule({
  id: 'differing-copies',
  severity: 'information',
  category: 'years',
  repair: 'none',
  name: { zh: '上年报告有多份且数字不一', en: 'Copies of last year’s report differ' },
  messages: {
    differs: {
      zh: '上年报告有多份，「{column}」列数字不一：{values}。这些数未作比对，请保留定稿',
      en: 'Several reports of last year differ in column “{column}”: {values}. These values were not compared; keep the final report',
    },
    more: {
      zh: '上年报告有多份，「{column}」等 {count} 列数字不一：{values}。这些数未作比对，请保留定稿',
      en: 'Several reports of last year differ in {count} columns, such as “{column}”: {values}. These values were not compared; keep the final report',
    },
    stated: { zh: '「{column}」列：{value}', en: 'Column “{column}”: {value}' },
  },
  *check({ report, lastYear }, messages) {
    if (lastYear?.differing === undefined) return;
    for (const { row, table, lastRow, columns } of comparisonsIn(report)) {
      const differing = columns.flatMap(({ id, name }) => {
        const stated = lastYear.differing!.get(cellKey(table, lastRow, id));
        return stated === undefined ? [] : [{ name, stated }];
      });
      const [first] = differing;
      if (first === undefined) continue;
      const args = { column: first.name, count: String(differing.length), values: valuesIn(first.stated) };
      yield {
        message: differing.length === 1 ? 'differs' : 'more',
        args,
        span: row.label,
        related: differing.flatMap(({ name, stated }) =>
          stated.map(({ file, cell: { amount, start, end } }) => ({
            span: row.label,
            message: message(messages.stated, { column: name, value: format(amount) }),
            elsewhere: { file, start, end },
          })),
        ),
      };
    }
  },
});

/** The rows that rules compare with last year's report. */
function* comparisonsIn(report: Report): Iterable<Comparison> {
  const requests = tableOf(report, 'requests');
  const carriedIn = requests === undefined ? undefined : rowOf(requests, 'carried-in');
  if (carriedIn !== undefined)
    yield {
      row: carriedIn,
      table: 'requests',
      lastRow: 'carried-out',
      columns: carriedIn.cells.map(({ column }) => column),
    };
  for (const row of tableOf(report, 'disclosure')?.rows ?? []) {
    const inForce = cellOf(row, 'in-force');
    if (inForce !== undefined) yield { row, table: 'disclosure', lastRow: row.form.id, columns: [inForce.column] };
  }
}

/** Each value with the file that states it. */
const valuesIn = (stated: readonly StatedCell[]): Words => ({
  zh: stated.map(({ file, cell }) => `${format(cell.amount)}（${nameOf(file)}）`).join('、'),
  en: stated.map(({ file, cell }) => `${format(cell.amount)} (${nameOf(file)})`).join(', '),
});
