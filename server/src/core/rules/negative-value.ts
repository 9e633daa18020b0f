import { format, isNegative } from '../text/decimal';
import { numbersOf, placeOf } from '../model/values';
import type { Rule, RulePage } from './rule';

export const negativeValuePage: RulePage = {
  explanation: {
    zh: '件数和金额不能为负；只有“本年增/减”可以是负数。',
    en: 'Counts and amounts cannot be negative; only 本年增/减 may.',
  },
  basis: { zh: '{forms}：表内填写件数或金额', en: 'The form: cells hold counts or amounts' },
};

export const negativeValue: Rule = {
  id: 'negative-value',
  severity: 'error',
  category: 'value',
  repair: 'none',
  name: { zh: '数值为负', en: 'Negative value' },
  messages: {
    negative: {
      zh: '「{row}·{column}」为 {value}，不能为负',
      en: '“{row} · {column}” is {value} and cannot be negative',
    },
  },
  *check({ report }) {
    for (const { row, cell, amount } of numbersOf(
      report.tables,
      (number, unit) => isNegative(number) && unit !== 'change',
    )) {
      yield { message: 'negative', args: { ...placeOf(row, cell), value: format(amount) }, span: cell.span };
    }
  },
};
