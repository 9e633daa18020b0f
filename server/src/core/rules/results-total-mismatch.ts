import { brokenSums, sumRepairs } from './broken-sums';
import { defineRule, type RulePage } from './rule';

export const resultsTotalMismatchPage: RulePage = {
  explanation: {
    zh: '表三每一列的“（七）总计”应等于（一）至（六）各项之和。不相等时，总计或其中某一项有误。',
    en: 'In each column of table three item (7) is the sum of items (1) to (6). Where it is not, the total or one of the items is wrong.',
  },
  basis: { zh: '{forms}表三的行标题', en: 'The row labels of table three, every edition' },
};

export const resultsTotalMismatch = defineRule({
  id: 'results-total-mismatch',
  severity: 'error',
  category: 'arithmetic',
  repair: 'choice',
  name: { zh: '（七）总计不等于各项之和', en: 'Item (7) differs from the sum of the items' },
  messages: {
    mismatch: {
      zh: '{suspect}「{line}」列：（七）总计应为 {expected}（各项之和），现为 {actual}，{direction} {difference}{culprit}',
      en: '{suspect}Column “{line}”: item (7) should be {expected} (sum of the items), found {actual}, {direction} {difference}{culprit}',
    },
    blank: {
      zh: '「{line}」列：（七）总计空白，应为 {expected}（各项之和），差 {difference}',
      en: 'Column “{line}”: item (7) is blank and should be {expected} (sum of the items), off by {difference}',
    },
    inferred: {
      zh: '「{line}」列：（七）总计空白，应为 {expected}（由其他数推得），差 {difference}',
      en: 'Column “{line}”: item (7) is blank and should be {expected} (as other numbers tell), off by {difference}',
    },
    unclear: {
      zh: '「{line}」列：（七）总计空白：{ways}，互不一致，请核对后填写',
      en: 'Column “{line}”: item (7) is blank, and what it should be differs: {ways}; check the records before filling it in',
    },
  },
  check: (context, messages) => brokenSums(context, 'results-total-mismatch', messages),
  repairs: sumRepairs,
});
