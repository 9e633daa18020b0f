import { message } from '../messages';
import { rowOf, tableOf } from '../model/report';
import { equal, format } from '../text/decimal';
import { cellKey } from '../collection/summary';
import { defineRule, type RulePage } from './rule';

export const carryOverMismatchPage: RulePage = {
  explanation: {
    zh: '本年的“二、上年结转”应等于同一机关上年报告的“四、结转下年度继续办理”，逐列比对。上年报告取自工作区或同一批检查的文件。',
    en: 'What is carried in equals what last year’s report of the same body carried over, column by column. Last year’s report is taken from the workspace or the files checked together.',
  },
  basis: { zh: '两年表三的行标题；逻辑关系', en: 'The row labels of table three in both years' },
};

export const carryOverMismatch = defineRule({
  id: 'carry-over-mismatch',
  severity: 'warning',
  category: 'years',
  repair: 'choice',
  name: { zh: '上年结转与上年报告不符', en: 'Carry-over differs from last year' },
  messages: {
    differs: {
      zh: '「{column}」列：上年结转为 {value}，上年报告的“结转下年度继续办理”为 {last}',
      en: 'Column “{column}”: {value} carried in, but last year’s report carried over {last}',
    },
    last: { zh: '上年报告：四、结转下年度继续办理 {last}', en: 'last year’s report: carried over {last}' },
    change: { zh: '将上年结转改为 {last}（按上年报告）', en: 'Set carried in to {last} (from last year’s report)' },
  },
  *check({ report, sums: { amounts }, filling, lastYear }, messages) {
    const table = tableOf(report, 'requests');
    const row = table === undefined ? undefined : rowOf(table, 'carried-in');
    if (row === undefined || lastYear === undefined) return;
    const { cells } = lastYear.summary;
    for (const cell of row.cells) {
      const last = cells.get(cellKey('requests', 'carried-out', cell.column.id));
      const amount = amounts.of({ row, cell });
      if (
        last === undefined ||
        cell.value.kind === 'unreadable' ||
        filling.isPending(cell) ||
        !amounts.isCertain({ row, cell }) ||
        equal(amount, last.amount)
      )
        continue;
      const args = { column: cell.column.name, value: format(amount), last: format(last.amount) };
      const related = [
        {
          span: cell.span,
          message: message(messages.last, args),
          elsewhere: { file: lastYear.file, start: last.start, end: last.end },
        },
      ];
      yield { message: 'differs', args, span: cell.span, related, subject: { cell, last: last.amount } };
    }
  },
  repairs(_, { cell, last }, messages) {
    const newText = format(last);
    return [
      {
        title: message(messages.change, { last: newText }),
        edits: [{ span: cell.span, newText }],
        safe: false,
        preferred: false,
      },
    ];
  },
});
