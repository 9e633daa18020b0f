import { message } from '../messages';
import { denialsOf } from '../prose/denials';
import { nameOfQuantity, readingsOf } from '../prose/quantities';
import { format } from '../text/decimal';
import { defineRule, type RulePage } from './rule';

export const proseContradictionPage: RulePage = {
  explanation: {
    zh: '正文说“均已办结”“未收到申请”“未发生行政复议”等，而表中对应的数不是 0。同一句里已说明结转下年度的，不作提示。',
    en: 'The prose says that all was settled, or that nothing came in, and the table has figures for it. A sentence that itself names what was carried over is no contradiction.',
  },
  basis: { zh: '通行做法：正文与表格应一致', en: 'Customary: prose and tables agree' },
};

export const proseContradiction = defineRule({
  id: 'prose-contradiction',
  severity: 'warning',
  category: 'prose',
  repair: 'none',
  name: { zh: '正文与表格相矛盾', en: 'Prose contradicts table' },
  messages: {
    contradicts: {
      zh: '正文写“{words}”，而表中「{row}」总计为 {value}',
      en: 'The prose says “{words}”, but “{row}” has a total of {value}',
    },
    open: {
      zh: '正文写“{words}”，而表中{row}为 {value}',
      en: 'The prose says “{words}”, but the table has {value} ({row})',
    },
    cell: { zh: '表中的数', en: 'in the table' },
  },
  *check({ report, prose, sums }, messages) {
    for (const { quantity, start, end } of denialsOf(prose)) {
      const cells = readingsOf(report, [quantity])[0];
      if (cells === undefined || !sums.amounts.areCertain(cells) || sums.amounts.sum(cells).digits <= 0) continue;
      const { row, cell } = cells[0]!;
      const isTotal = cell.column.id === 'total';
      const span = prose.printed(start, end);
      yield {
        message: isTotal ? 'contradicts' : 'open',
        args: {
          words: prose.folded.slice(start, end),
          row: isTotal ? row.form.name : nameOfQuantity(quantity),
          value: format(sums.amounts.sum(cells)),
        },
        span,
        related: [{ span: cell.span, message: message(messages.cell) }],
      };
    }
  },
});
