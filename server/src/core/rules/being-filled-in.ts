import { defineRule, type RulePage } from './rule';

export const beingFilledInPage: RulePage = {
  explanation: {
    zh: '表格写了不到一半，或者模板里还有没填的〔填写…〕，报告正在填写：只因为数还没有写而不成立的勾稽、空格，写完之前不逐条报告。已经写出的总计照常核对。',
    en: 'Fewer than half of a table is written, or slots of the template are left: the report is being filled in. What is wrong only because numbers are not written yet is not reported one by one; totals that are written are.',
  },
  basis: {
    zh: '为便于填写；写完后各条规则照常',
    en: 'For those who fill in a report; all rules hold once it is written',
  },
};

export const beingFilledIn = defineRule({
  id: 'being-filled-in',
  severity: 'hint',
  category: 'table',
  repair: 'none',
  name: { zh: '正在填写', en: 'Being filled in' },
  messages: {
    filling: {
      zh: '“{table}”正在填写，写完后再核对尚未写出的合计',
      en: '“{table}” is being filled in; sums that are not written yet will be checked then',
    },
  },
  *check({ filling }) {
    for (const { rows, form } of filling.tables)
      if (rows[0] !== undefined) yield { message: 'filling', args: { table: form.name }, span: rows[0].label };
  },
});
