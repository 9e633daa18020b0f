import { brokenSums, sumRepairs } from './broken-sums';
import { defineRule, type RulePage } from './rule';

export const reviewTotalMismatchPage: RulePage = {
  explanation: {
    zh: '表四每一组（行政复议、未经复议直接起诉、复议后起诉）的“总计”应等于结果维持、结果纠正、其他结果、尚未审结之和。',
    en: 'In table four the total of each group is the sum of its four outcomes.',
  },
  basis: { zh: '{forms}表四的列标题', en: 'The column headings of table four, every edition' },
};

export const reviewTotalMismatch = defineRule({
  id: 'review-total-mismatch',
  severity: 'error',
  category: 'arithmetic',
  repair: 'choice',
  name: { zh: '表四总计不等于各结果之和', en: 'Review total differs from its parts' },
  messages: {
    mismatch: {
      zh: '{suspect}「{line}」总计应为 {expected}（四种结果之和），现为 {actual}，{direction} {difference}{culprit}',
      en: '{suspect}“{line}”: the total should be {expected} (sum of the four outcomes), found {actual}, {direction} {difference}{culprit}',
    },
    blank: {
      zh: '「{line}」总计空白，应为 {expected}（四种结果之和），差 {difference}',
      en: '“{line}”: the total is blank and should be {expected} (sum of the four outcomes), off by {difference}',
    },
  },
  check: (context, messages) => brokenSums(context, 'review-total-mismatch', messages),
  repairs: sumRepairs,
});
