import type { Rule, RulePage } from './rule';
import { editionById } from '../formats/editions';

export const outdatedEditionPage: RulePage = {
  explanation: {
    zh: '{years}。表格按各自的表头和行识别版别，再与报告年度比对，每张表只提示一次。',
    en: 'Reports about {years}. The edition is told by a table’s own headers and rows.',
  },
  basis: { zh: '{notices}', en: 'The notices that published the {notices}' },
};

export const outdatedEdition: Rule = {
  id: 'outdated-edition',
  severity: 'warning',
  category: 'table',
  repair: 'none',
  name: { zh: '表格版别与年度不符', en: 'Table of another edition' },
  messages: {
    outdated: {
      zh: '“{table}”是{edition}的表格（{source}），本报告应使用{expected}',
      en: '“{table}” is of the {edition} ({source}); this report should use the {expected}',
    },
  },
  *check({ report, expected }) {
    if (expected === undefined) return;
    for (const table of report.tables) {
      const expectedForm = expected.tables[table.id];
      const words = table.evidence.find(({ forms }) => !forms.includes(expectedForm));
      if (words === undefined || table.form === expectedForm) continue;
      const edition = editionById(table.edition);
      yield {
        message: 'outdated',
        args: { table: table.form.name, edition: edition.name, source: edition.source, expected: expected.name },
        span: words.span,
      };
    }
  },
};
