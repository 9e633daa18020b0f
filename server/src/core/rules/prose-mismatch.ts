import { message } from '../messages';
import { nameOfQuantity, readingsOf } from '../prose/quantities';
import { format } from '../text/decimal';
import type { Rule } from './rule';

export const proseMismatch: Rule = {
  id: 'prose-mismatch',
  severity: 'information',
  category: 'prose',
  repair: 'none',
  name: { zh: '正文与表格数字不一致', en: 'Prose and table differ' },
  explanation: {
    zh: '正文里的申请、办理、复议诉讼数字与表格不一致。“收到”可指本年新收，也可指本年新收与上年结转之和，两者都不符才提示；其他事项的数字不作比对。',
    en: 'A figure in the prose about requests, their handling or review differs from the tables. 收到 may mean the requests of the year or those with the ones carried in; only a number that is neither is reported.',
  },
  basis: { zh: '通行做法：正文与表格应一致', en: 'Customary: prose and tables agree' },
  messages: {
    differs: { zh: '正文写 {value} 件，表中{quantity}为 {table}', en: 'The prose says {value}; the table has {table} ({quantity})' },
    cell: { zh: '{row}·{column}：{value}', en: '{row} · {column}: {value}' },
  },
  *check({ report, facts, sums }) {
    for (const { span, value, quantities } of facts) {
      const readings = readingsOf(report, quantities);
      const totals = readings.map((cells) => sums.amounts.sum(cells));
      if (readings.length === 0 || totals.some(({ digits, scale }) => scale === 0 && digits === value)) continue;
      const names = quantities.map(nameOfQuantity);
      const quantity = { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
      const related = readings[0]!.map(({ row, cell }) => ({
        span: cell.span,
        message: message(proseMismatch.messages.cell!, { row: row.form.name, column: cell.column.name, value: format(sums.amounts.of({ row, cell })) }),
      }));
      yield { message: 'differs', args: { value, quantity, table: format(totals[0]!) }, span, related };
    }
  },
};
