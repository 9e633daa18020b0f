import { message } from '../messages';
import { withRows, type Cell, type Report, type Row } from '../model/report';
import { sumsOf } from '../sums/sums';
import { integer, type Decimal } from '../text/decimal';
import { cellsOf, placeOf } from '../model/values';
import { defineRule, type RulePage } from './rule';

export const unreadableValuePage: RulePage = {
  explanation: {
    zh: '单元格里的内容不是数字，如“3O”（字母 O）。含有它的合计暂不核对。',
    en: 'What stands in the cell is not a number, such as 3O with a letter O. Sums that use it are not checked.',
  },
  basis: { zh: '{forms}：表内填写件数或金额', en: 'The form: cells hold counts or amounts' },
};

export const unreadableValue = defineRule({
  id: 'unreadable-value',
  severity: 'error',
  category: 'value',
  repair: 'choice',
  name: { zh: '不是数字', en: 'Not a number' },
  messages: {
    unreadable: {
      zh: '「{row}·{column}」的“{printed}”不是数字；有关合计尚未核对',
      en: '“{row} · {column}”: “{printed}” is not a number; sums using it were not checked',
    },
    replace: { zh: '改为 {value}', en: 'Change to {value}' },
  },
  *check({ report }) {
    for (const { row, cell } of cellsOf(report.tables, 'unreadable')) {
      yield {
        message: 'unreadable',
        args: { ...placeOf(row, cell), printed: report.text.slice(cell.span.start, cell.span.end) },
        span: cell.span,
        subject: cell,
      };
    }
  },
  repairs({ report }, cell, messages) {
    const { value, span } = cell;
    if (value.kind !== 'unreadable' || value.suggestion === undefined) return [];
    return [
      {
        title: message(messages.replace, { value: value.suggestion }),
        edits: [{ span, newText: value.suggestion }],
        safe: false,
        preferred: fits(report, cell, integer(Number(value.suggestion))),
      },
    ];
  },
});

/** Whether every relation of a cell that can be judged with a number in its place holds then. */
function fits(report: Report, cell: Cell, amount: Decimal): boolean {
  const mended: Cell = { column: cell.column, span: cell.span, value: { kind: 'number', amount } };
  const withMended = (row: Row): Row => ({
    ...row,
    cells: row.cells.map((other) => (other === cell ? mended : other)),
  });
  const tables = report.tables.map((table) => withRows(table, table.rows.map(withMended)));
  const { amounts, relationsOf } = sumsOf({ ...report, tables }, []);
  return relationsOf(mended).every((identity) => amounts.holds(identity));
}
