import { isJump } from '../collection/jumps';
import { cellKey } from '../collection/summary';
import { message } from '../messages';
import { format } from '../text/decimal';
import { defineRule, type RulePage } from './rule';

export const unusualChangePage: RulePage = {
  explanation: {
    zh: '与上年同一格相比相差五倍以上，或一年为 0 而另一年超过 20。可能属实，也可能多打少打了一位，或用错了单位，请核对。',
    en: 'Five times last year’s value or more, a fifth or less, or 0 beside more than 20. It may be true; it may be a digit or a unit.',
  },
  basis: { zh: '通行做法：与上年数比对', en: 'Customary: compare with last year' },
};

export const unusualChange = defineRule({
  id: 'unusual-change',
  severity: 'hint',
  category: 'years',
  repair: 'none',
  name: { zh: '与上年相差悬殊', en: 'Far from last year’s' },
  messages: {
    change: {
      zh: '「{row}·{column}」为 {value}，上年为 {last}，相差悬殊，请核对',
      en: '“{row} · {column}” is {value}; last year it was {last}',
    },
    last: { zh: '上年报告：{last}', en: 'last year’s report: {last}' },
  },
  *check({ report, sums: { amounts }, filling, lastYear }, messages) {
    if (lastYear === undefined) return;
    const { cells } = lastYear.summary;
    for (const table of report.tables) {
      for (const row of table.rows) {
        for (const cell of row.cells) {
          const last = cells.get(cellKey(table.id, row.form.id, cell.column.id));
          if (last === undefined || cell.column.unit === 'change' || cell.value.kind === 'unreadable') continue;
          if (filling.isPending(cell) || !amounts.isCertain({ row, cell })) continue;
          const amount = amounts.of({ row, cell });
          if (!isJump(amount, last.amount)) continue;
          const args = {
            row: row.form.name,
            column: cell.column.name,
            value: format(amount),
            last: format(last.amount),
          };
          const elsewhere = { file: lastYear.file, start: last.start, end: last.end };
          const related = [{ span: cell.span, message: message(messages.last, args), elsewhere }];
          yield { message: 'change', args, span: cell.span, related };
        }
      }
    }
  },
});
