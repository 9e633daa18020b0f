import { message } from '../messages';
import { tableOf, type Section } from '../model/report';
import { tableSkeleton } from '../templates/skeleton';
import { span } from '../text/span';
import type { Rule, RulePage } from './rule';

export const missingTablePage: RulePage = {
  explanation: {
    zh: '第二、三、四部分各有一张固定表格。没有发生的也要列表填 0，不能以文字代替。',
    en: 'Sections two, three and four have a fixed table each. Where nothing happened the table is filled with 0.',
  },
  basis: { zh: '2019、2021 版格式', en: 'The form, both editions' },
};

export const missingTable: Rule = {
  id: 'missing-table',
  severity: 'error',
  category: 'table',
  repair: 'choice',
  name: { zh: '缺少表格', en: 'Table missing' },
  messages: {
    missing: { zh: '本部分缺少“{table}”', en: 'The table “{table}” is missing here' },
    insert: { zh: '插入“{table}”（全部填 0）', en: 'Insert “{table}” filled with 0' },
  },
  *check({ report }) {
    for (const section of report.sections) {
      const id = section.form.table;
      if (id === undefined || tableOf(report, id) !== undefined) continue;
      yield { message: 'missing', args: { table: report.edition.tables[id].name }, span: section.heading, subject: section };
    }
  },
  repairs({ report, expected, layout, lineEnd }, finding) {
    const section = finding.subject as Section;
    const form = (expected ?? report.edition).tables[section.form.table!];
    const at = report.lines.end(report.lines.lineAt(section.heading.end));
    const newText = `\n\n${tableSkeleton(form, layout).replace(/\n$/, '')}\n`.replaceAll('\n', lineEnd);
    return [{ title: message(missingTable.messages.insert!, { table: form.name }), edits: [{ span: span(at, at), newText }], safe: false, preferred: true }];
  },
};
