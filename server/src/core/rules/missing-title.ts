import { firstLine } from '../model/places';
import { defineRule, type RulePage } from './rule';

export const missingTitlePage: RulePage = {
  explanation: {
    zh: '报告开头应有标题：机关全称、年份和“政府信息公开工作年度报告”。',
    en: 'A report begins with its title: the body, the year and 政府信息公开工作年度报告.',
  },
  basis: { zh: '通行写法', en: 'Customary' },
};

export const missingTitle = defineRule({
  id: 'missing-title',
  severity: 'warning',
  category: 'structure',
  repair: 'none',
  name: { zh: '缺少标题', en: 'Title missing' },
  messages: {
    missing: {
      zh: '缺少标题，应为“<机关全称><年份>年政府信息公开工作年度报告”',
      en: 'The title is missing: body, year and 政府信息公开工作年度报告',
    },
  },
  *check({ report }) {
    if (report.title === undefined) yield { message: 'missing', span: firstLine(report) };
  },
});
