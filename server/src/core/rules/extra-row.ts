import { defineRule, type RulePage } from './rule';

export const extraRowPage: RulePage = {
  explanation: {
    zh: '表格的行是固定的，这一行不是格式里的行；有关的列合计因此不作核对。请把它的数并入格式的行。',
    en: 'The rows of a table are fixed and this one is not among them; the sums of its columns are therefore not judged.',
  },
  basis: { zh: '{forms}', en: 'The form, every edition' },
};

export const extraRow = defineRule({
  id: 'extra-row',
  severity: 'information',
  category: 'table',
  repair: 'none',
  name: { zh: '格式以外的行', en: 'Row beyond the form' },
  messages: {
    extra: { zh: '“{table}”的格式没有“{label}”这一行', en: 'The form of “{table}” has no row “{label}”' },
  },
  *check({ report: { tables, text } }) {
    for (const { form, added } of tables)
      for (const span of added) {
        const label = text.slice(span.start, span.end).replace(/\s+/g, '');
        yield { message: 'extra', args: { table: form.name, label }, span };
      }
  },
});
