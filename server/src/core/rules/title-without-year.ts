import { defineRule, type RulePage } from './rule';

export const titleWithoutYearPage: RulePage = {
  explanation: {
    zh: '标题应写明报告的年份，读者和汇总系统据此归档、与上年比对。',
    en: 'The title should name the year reported about; readers and archives file it by that year.',
  },
  basis: { zh: '通行写法', en: 'Customary' },
};

export const titleWithoutYear = defineRule({
  id: 'title-without-year',
  severity: 'warning',
  category: 'structure',
  repair: 'none',
  name: { zh: '标题没有年份', en: 'Title without year' },
  messages: {
    missing: { zh: '标题没有年份，应为“<机关全称><年份>年政府信息公开工作年度报告”', en: 'The title names no year' },
  },
  *check({ report: { title } }) {
    if (title !== undefined && title.year === undefined) yield { message: 'missing', span: title.span };
  },
});
