import { brokenSums, sumRepairs } from './broken-sums';
import { defineRule, type RulePage } from './rule';

export const balanceMismatchPage: RulePage = {
  explanation: {
    zh: '表三每一列都应满足：一、本年新收＋二、上年结转＝三、（七）总计＋四、结转下年度。不平时，四个数中至少有一个有误。',
    en: 'Each column of table three must satisfy: received + carried in = handled in total + carried over. Where it does not, at least one of the four is wrong.',
  },
  basis: {
    zh: '表内说明：“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”',
    en: 'The note printed in the table: items one and two together equal items three and four',
  },
};

export const balanceMismatch = defineRule({
  id: 'balance-mismatch',
  severity: 'error',
  category: 'arithmetic',
  repair: 'choice',
  name: { zh: '勾稽不平', en: 'Column does not balance' },
  messages: {
    mismatch: {
      zh: '{suspect}「{line}」列勾稽不平：本年新收＋上年结转（{leftParts}）＝{left}，总计＋结转下年度（{rightParts}）＝{right}，相差 {gap}；结转下年度应为 {expected}，现为 {actual}{culprit}',
      en: '{suspect}Column “{line}” does not balance: received + carried in ({leftParts}) = {left}, handled + carried over ({rightParts}) = {right}, off by {gap}; carried over should be {expected}, found {actual}{culprit}',
    },
    impossible: {
      zh: '{suspect}「{line}」列勾稽不平：本年新收＋上年结转（{leftParts}）＝{left}，总计＋结转下年度（{rightParts}）＝{right}，相差 {gap}{culprit}',
      en: '{suspect}Column “{line}” does not balance: received + carried in ({leftParts}) = {left}, handled + carried over ({rightParts}) = {right}, off by {gap}{culprit}',
    },
  },
  check: (context, messages) => brokenSums(context, 'balance-mismatch', messages),
  repairs: sumRepairs,
});
