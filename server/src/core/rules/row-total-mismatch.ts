import { brokenSums, sumRepairs } from './broken-sums';
import { defineRule, type RulePage } from './rule';

export const rowTotalMismatchPage: RulePage = {
  explanation: {
    zh: '表三每一行的“总计”应等于自然人与法人或其他组织五列之和。不相等时，总计或其中某一列有误；请核对原始台账后改正，不必一定是总计写错。',
    en: 'In table three the total of each row is the sum of the six kinds of applicants. Where it is not, the total or one of the parts is wrong; check the records before changing either.',
  },
  basis: { zh: '{forms}表三的列标题', en: 'The column headings of table three, every edition' },
};

export const rowTotalMismatch = defineRule({
  id: 'row-total-mismatch',
  severity: 'error',
  category: 'arithmetic',
  repair: 'choice',
  name: { zh: '行总计不等于各列之和', en: 'Row total differs from its parts' },
  messages: {
    mismatch: {
      zh: '{suspect}「{line}」总计应为 {expected}（各列之和），现为 {actual}，{direction} {difference}{culprit}',
      en: '{suspect}Row “{line}”: the total should be {expected} (sum of its parts), found {actual}, {direction} {difference}{culprit}',
    },
    blank: {
      zh: '「{line}」总计空白，应为 {expected}（各列之和），差 {difference}',
      en: 'Row “{line}”: the total is blank and should be {expected} (sum of its parts), off by {difference}',
    },
    unclear: {
      zh: '「{line}」总计空白：{ways}，互不一致，请核对后填写',
      en: 'Row “{line}”: the total is blank, and what it should be differs: {ways}; check the records before filling it in',
    },
  },
  check: (context, messages) => brokenSums(context, 'row-total-mismatch', messages),
  repairs: sumRepairs,
});
