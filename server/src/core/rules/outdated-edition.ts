import type { Rule, RulePage } from './rule';
import { editionById } from '../formats/editions';

export const outdatedEditionPage: RulePage = {
  explanation: {
    zh: '2019、2020 年度用 2019 版表格，2021 年度起用 2021 版。表格按各自的表头和行识别版别，再与报告年度比对，每张表只提示一次。',
    en: 'Reports about 2019 and 2020 use the edition of 2019, those about 2021 and later that of 2021. The edition is told by a table’s own headers and rows.',
  },
  basis: { zh: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号', en: 'The notices of 2019 and 2021' },
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
      if (table.evidence === undefined || table.edition === expected.id) continue;
      const edition = editionById(table.edition);
      yield {
        message: 'outdated',
        args: { table: table.form.name, edition: edition.name, source: edition.source, expected: expected.name },
        span: table.evidence,
      };
    }
  },
};
