import { list, message } from '../messages';
import type { Table } from '../model/report';
import { rowSkeleton } from '../writing/row-skeleton';
import { gapsAmong, type Gap } from '../model/gaps';
import type { Context } from '../context/context';
import type { Rule, RulePage } from './rule';

interface Subject extends Gap {
  readonly table: Table;
}

export const missingRowPage: RulePage = {
  explanation: {
    zh: '表格的行是固定的，没有发生的填 0，不能删行。缺行时有关的合计无法核对。相邻的缺行合为一条。',
    en: 'The rows of a table are fixed; where nothing happened they are filled with 0. Neighbouring missing rows are one finding.',
  },
  basis: { zh: '{forms}', en: 'The form, every edition' },
};

export const missingRow: Rule = {
  id: 'missing-row',
  severity: 'error',
  category: 'table',
  repair: 'choice',
  name: { zh: '缺少行', en: 'Row missing' },
  messages: {
    missing: { zh: '此后缺少 {count} 行：{rows}', en: '{count} rows are missing here: {rows}' },
    insert: { zh: '插入缺少的 {count} 行（填 0）', en: 'Insert the {count} missing rows filled with 0' },
  },
  *check(context) {
    for (const table of context.report.tables) {
      for (const gap of gapsAmong(table.form, table.rows)) {
        const args = { count: gap.rows.length, rows: list(gap.rows.map((row) => row.name)) };
        const subject: Subject = { ...gap, table };
        yield { message: 'missing', args, span: gap.above?.label ?? firstTableLine(context, table), subject };
      }
    }
  },
  repairs(context, finding) {
    const { table, rows, above } = finding.subject as Subject;
    const edit = above === undefined ? undefined : rowSkeleton(context.report, table, rows, above, context.lineEnd);
    return edit === undefined
      ? []
      : [
          {
            title: message(missingRow.messages.insert!, { count: rows.length }),
            edits: [edit],
            safe: false,
            preferred: true,
          },
        ];
  },
};

function firstTableLine({ report }: Context, table: Table) {
  const line = report.lines.lineAt(table.span.start);
  const printed = report.text.slice(table.span.start, report.lines.end(line)).trimEnd();
  return { start: table.span.start, end: table.span.start + printed.length };
}
