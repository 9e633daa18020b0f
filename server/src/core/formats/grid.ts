import type { BlockForm, HeaderCell, RowForm, TableForm } from './types';

/** A cell of the printed table: a label, or the value of a row and column. It spans `span` columns of the grid. */
export interface GridCell {
  readonly text: string;
  readonly span: number;
  readonly value?: { readonly row: string; readonly column: string };
}

/** The printed lines of a table, every line as wide as the table; values are empty. */
export function gridOf(table: TableForm): readonly (readonly GridCell[])[] {
  return [
    ...table.header,
    ...table.blocks.flatMap((block) => (table.direction === 'across' ? [acrossLine(block)] : blockLines(table, block))),
  ];
}

const acrossLine = (block: BlockForm): readonly GridCell[] =>
  block.rows.flatMap((row) =>
    block.columns.map((column) => ({ text: '', span: 1, value: { row: row.id, column: column.id } })),
  );

function blockLines(table: TableForm, block: BlockForm): readonly (readonly GridCell[])[] {
  const last = table.valueWidth - block.columns.length + 1;
  const spanOf = (index: number): number => (index === block.columns.length - 1 ? last : 1);
  const columns: readonly HeaderCell[] = block.columns.map(({ label }, index) => ({
    text: label,
    span: spanOf(index),
  }));
  const above =
    block.item === undefined
      ? []
      : [
          [{ text: block.item, span: table.labelWidth + table.valueWidth }],
          [{ text: '信息内容', span: table.labelWidth }, ...columns],
        ];
  let printed: readonly string[] = [];
  const rows = block.rows.map((row) => {
    const line = [
      ...labelCells(table, row, printed),
      ...block.columns.map((column, index) => ({
        text: '',
        span: spanOf(index),
        value: { row: row.id, column: column.id },
      })),
    ];
    printed = row.groups;
    return line;
  });
  return [...above, ...rows];
}

/** A group's label stands in the first of its rows; the rows below leave its cell empty. */
function labelCells(table: TableForm, row: RowForm, printed: readonly string[]): readonly GridCell[] {
  const groups = row.groups.map((group, depth) => ({ text: printed[depth] === group ? '' : group, span: 1 }));
  return [...groups, { text: row.label, span: table.labelWidth - groups.length }];
}
