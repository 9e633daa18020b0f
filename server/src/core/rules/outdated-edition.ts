import { defineRule, type RulePage } from './rule';
import { editionById, nearestEdition, type Edition } from '../formats/editions';
import type { FormWords, Table } from '../model/report';

export const outdatedEditionPage: RulePage = {
  explanation: {
    zh: '{years}。表格按各自的表头和行识别版别，再与报告年度比对，每张表只提示一次。',
    en: 'Reports about {years}. The edition is told by a table’s own headers and rows.',
  },
  basis: { zh: '{notices}', en: 'The notices that published the {notices}' },
};

export const outdatedEdition = defineRule({
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
      const edition = editionOf(words, table, expected);
      yield {
        message: 'outdated',
        args: { table: table.form.name, edition: edition.name, source: edition.source, expected: expected.name },
        span: words.span,
      };
    }
  },
});

/** The edition that words of a table are of: of several the one that the table is on. */
function editionOf({ forms }: FormWords, { id, edition }: Table, expected: Edition): Edition {
  const has = ({ tables }: Edition): boolean => forms.includes(tables[id]);
  const filledIn = editionById(edition);
  return has(filledIn) ? filledIn : (nearestEdition(expected, has) ?? filledIn);
}
