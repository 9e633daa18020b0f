import { message } from '../messages';
import { rowsOf } from '../formats/editions';
import type { TableForm } from '../formats/types';
import { tableOf, type Report, type Section } from '../model/report';
import { fold } from '../text/fold';
import { tableSkeleton } from '../writing/skeleton';
import { span } from '../text/span';
import type { Rule, RulePage } from './rule';

export const missingTablePage: RulePage = {
  explanation: {
    zh: '第二、三、四部分各有一张固定表格。没有发生的也要列表填 0，不能以文字代替。表格在而版式认不出的，也在这里说明：请用制表符或竖线分开各格。',
    en: 'Sections two, three and four have a fixed table each. Where nothing happened the table is filled with 0. A table that is there and cannot be read is named here too: tabs or bars should divide its cells.',
  },
  basis: { zh: '{forms}', en: 'The form, every edition' },
};

export const missingTable: Rule = {
  id: 'missing-table',
  severity: 'error',
  category: 'table',
  repair: 'choice',
  name: { zh: '缺少表格', en: 'Table missing' },
  messages: {
    missing: { zh: '本部分缺少“{table}”', en: 'The table “{table}” is missing here' },
    unread: {
      zh: '本部分的“{table}”认不出版式，尚未核对；请用制表符或竖线分开各格',
      en: 'The table “{table}” of this section cannot be read and is not checked; divide its cells by tabs or bars',
    },
    insert: { zh: '插入“{table}”（全部填 0）', en: 'Insert “{table}” filled with 0' },
  },
  *check({ report }) {
    for (const section of report.sections) {
      const id = section.form.table;
      if (id === undefined || tableOf(report, id) !== undefined) continue;
      const form = report.edition.tables[id];
      const args = { table: form.name };
      if (isPrinted(report, section, form)) yield { message: 'unread', args, span: section.heading };
      else yield { message: 'missing', args, span: section.heading, subject: section };
    }
  },
  repairs({ report, expected, layout, lineEnd }, finding) {
    const section = finding.subject as Section | undefined;
    if (section === undefined) return [];
    const form = (expected ?? report.edition).tables[section.form.table!];
    const at = report.lines.end(report.lines.lineAt(section.heading.end));
    const newText = `\n\n${tableSkeleton(form, layout).replace(/\n$/, '')}\n`.replaceAll('\n', lineEnd);
    return [
      {
        title: message(missingTable.messages.insert!, { table: form.name }),
        edits: [{ span: span(at, at), newText }],
        safe: false,
        preferred: true,
      },
    ];
  },
};

/** How much of a table has to show in a section to say that it stands there. */
const MOST = 0.8;

/** Whether a table's labels and as many numbers as it has cells stand in a section, in whatever layout. */
function isPrinted({ text }: Report, { span: { start, end } }: Section, form: TableForm): boolean {
  const printed = text.slice(start, end);
  const numbers = printed.match(/\d+/g)?.length ?? 0;
  const cells = form.blocks.reduce((sum, { rows, columns }) => sum + rows.length * columns.length, 0);
  if (numbers < MOST * cells) return false;
  const folded = fold(printed);
  const labels = rowsOf(form);
  return labels.filter(({ label }) => folded.includes(fold(label))).length >= MOST * labels.length;
}
