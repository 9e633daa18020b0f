import { isEmpty, reportsFees } from '../model/sections';
import { defineRule, type RulePage } from './rule';

export const missingFeeStatementPage: RulePage = {
  explanation: {
    zh: '2021 年度起，收取信息处理费的情况在第六部分报告，没有收取也要写明，只写“无”不够。2019、2020 年度的报告不作此要求。',
    en: 'From the year 2021 on section six reports the information processing fees charged, and says so where there were none.',
  },
  basis: { zh: '国办公开办函〔2021〕30号格式第六部分', en: 'Section six of the form of 2021' },
};

export const missingFeeStatement = defineRule({
  id: 'missing-fee-statement',
  severity: 'warning',
  category: 'prose',
  repair: 'none',
  name: { zh: '未报告信息处理费', en: 'Fees not reported' },
  messages: {
    missing: {
      zh: '第六部分未报告信息处理费情况，没有收取也请写明',
      en: 'Section six does not report information processing fees',
    },
  },
  *check({ report, expected }) {
    if (!(expected ?? report.edition).feeStatement) return;
    const section = report.sections.find(({ number }) => number === 6);
    if (section === undefined) return;
    // An empty section is reported as such.
    if (isEmpty(report, section) || reportsFees(report, section)) return;
    yield { message: 'missing', span: section.heading };
  },
});
