import { repetition } from '../collection/sentence-prints';
import { defineRule, type RulePage } from './rule';

export const repeatedProsePage: RulePage = {
  explanation: {
    zh: '总体情况、问题与改进、其他事项的文字有一半以上与上年报告相同（年份不计）。请写本年的情况。',
    en: 'More than half of sections one, five and six stands word for word in last year’s report, years aside. Write what happened this year.',
  },
  basis: { zh: '通行做法：年度报告不得照搬上年内容', en: 'Customary: reports are not copied from the year before' },
};

export const repeatedProse = defineRule({
  id: 'repeated-prose',
  severity: 'information',
  category: 'years',
  repair: 'none',
  name: { zh: '文字与上年雷同', en: 'Prose repeats last year’s' },
  messages: {
    repeated: {
      zh: '第一、五、六部分的文字有 {share}% 与上年报告相同',
      en: '{share} % of sections one, five and six stands in last year’s report too',
    },
  },
  *check({ report, lastYear }) {
    if (lastYear === undefined || report.title === undefined) return;
    const { length, share } = repetition(report, lastYear.summary.prose);
    if (length >= LEAST && share > 0.5)
      yield { message: 'repeated', args: { share: Math.floor(100 * share) }, span: report.title.span };
  },
});

/** In less prose sentences are alike by chance. */
const LEAST = 200;
