import { format, isInteger } from '../text/decimal';
import { numbersOf, placeOf } from '../model/values';
import type { Rule, RulePage } from './rule';

export const fractionalCountPage: RulePage = {
  explanation: {
    zh: '件数、项目数应为整数；只有收费金额、采购总金额可以有小数。',
    en: 'Counts are whole numbers; only amounts of money may have decimals.',
  },
  basis: { zh: '{forms}：表内填写件数或金额', en: 'The form: cells hold counts or amounts' },
};

export const fractionalCount: Rule = {
  id: 'fractional-count',
  severity: 'error',
  category: 'value',
  repair: 'none',
  name: { zh: '件数不是整数', en: 'Count is not whole' },
  messages: {
    fractional: {
      zh: '「{row}·{column}」为 {value}，件数应为整数',
      en: '“{row} · {column}” is {value}; a count is a whole number',
    },
  },
  *check({ report }) {
    for (const { row, cell, amount } of numbersOf(
      report.tables,
      (number, unit) => !isInteger(number) && (unit === 'count' || unit === 'change'),
    )) {
      yield { message: 'fractional', args: { ...placeOf(row, cell), value: format(amount) }, span: cell.span };
    }
  },
};
