import type { Words } from '../formats/types';
import { aside, message } from '../messages';
import type { Report, Row } from '../model/report';
import { isTorn } from '../model/torn';
import { type LostValue, lostValue } from '../sums/lost-value';
import { format } from '../text/decimal';
import { putBack } from './put-back';
import { type CrowdedRow, dealOut } from './deal-out';
import { defineRule, type RulePage } from './rule';

export const rowWidthPage: RulePage = {
  explanation: {
    zh: '一行的数值比格式的列多或少，无法判断每个数属于哪一列，因此该行暂不参与合计核对。标签与数值脱开的整张表只报告一次。',
    en: 'A row has more or fewer values than the form has columns, so that its sums cannot be judged. A table whose labels and values stand apart is reported once.',
  },
  basis: { zh: '{forms}的列', en: 'The columns of the form' },
};

export const rowWidth = defineRule({
  id: 'row-width',
  severity: 'error',
  category: 'table',
  repair: 'choice',
  name: { zh: '行内数值个数不对', en: 'Row too short or too long' },
  messages: {
    row: {
      zh: '「{row}」行有 {found} 个数{doubt}；尚未参与合计核对',
      en: 'Row “{row}” has {found} values{doubt}; sums using it were not checked',
    },
    table: {
      zh: '“{table}”有 {count} 行的标签与数值对不上，无法读取；有关合计尚未核对',
      en: '{count} rows of “{table}” cannot be read: labels and values do not go together; sums using them were not checked',
    },
    unread: {
      zh: '「{row}」：读到 {found} 个数，格式有 {width} 列',
      en: '“{row}”: {found} values were read, the form has {width} columns',
    },
  },
  *check({ report, filling }, messages) {
    for (const table of report.tables) {
      const unread = table.rows.filter((row) => row.cells.length === 0 && !filling.isUntyped(table, row));
      if (unread.length === 0) continue;
      if (table.direction === 'across' || isTorn(table.rows)) {
        const args = { table: table.form.name, count: unread.length };
        yield {
          message: 'table',
          args,
          span: table.rows[0]!.label,
          related: unread.map((row) => ({
            span: row.label,
            message: message(messages.unread, widthOf(row)),
          })),
        };
      } else
        for (const row of unread) {
          const lost = lostValue(report, table, row);
          yield {
            message: 'row',
            args: { ...widthOf(row), doubt: doubtOf(report, row, lost) },
            span: row.label,
            subject: { table, row, lost },
          };
        }
    }
  },
  repairs: ({ report }, { lost, ...crowded }: CrowdedRow & { readonly lost: LostValue | undefined }) =>
    lost === undefined ? dealOut(report, crowded) : putBack(report, lost),
});

const widthOf = (row: Row) => ({ row: row.form.name, found: row.found, width: row.columns.length });

/** Of as many values as there are columns it is in doubt whose they are. */
function doubtOf({ text }: Report, { found, columns, unread }: Row, lost: LostValue | undefined): Words {
  const width = columns.length;
  if (lost !== undefined) {
    const { name } = lost.column;
    const amount = format(lost.amount);
    return aside({
      zh: `，应为 ${width} 个：缺“${name.zh}”，按合计是 ${amount}`,
      en: ` and should have ${width}: “${name.en}” is missing, ${amount} by the sums`,
    });
  }
  if (found !== width) return aside({ zh: `，应为 ${width} 个`, en: ` and should have ${width}` });
  const values = unread.map(({ start, end }) => text.slice(start, end).trim()).join(' ');
  return { zh: `（${values}），分不清是哪一行的`, en: ` (${values}) that may be another row’s` };
}
