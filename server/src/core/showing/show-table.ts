import { cellKey } from '../collection/summary';
import type { LastYear } from '../collection/last-year';
import type { GridCell } from '../formats/grid';
import { message } from '../messages';
import type { Cell, Report, Table } from '../model/report';
import { hasTotal, identitiesOf } from '../sums/identities';
import { isJump } from '../collection/jumps';
import { equal, format, sum } from '../text/decimal';
import { fold } from '../text/fold';
import type { Span } from '../text/span';
import { beyondForm, printedGrid } from '../writing/convert-table';
import { marksIn } from './marks';
import type { Mark, Place, ShownCell, TableBlock } from './showing';

/**
 * A table as the form prints it, with what is printed in the text; `undefined` where something in it has no place
 * there, so that it can only be shown as it is written.
 */
export function printedTable(
  report: Report,
  table: Table,
  marks: readonly Mark[],
  lastYear: LastYear | undefined,
): TableBlock | undefined {
  if (beyondForm(report, table) !== undefined) return undefined;
  const grid = printedGrid(report, table);
  const totals = totalsIn(report, table);
  const firstValues = grid.findIndex(hasValues);
  return {
    kind: 'table',
    id: table.id,
    form: table.form,
    caption: message(table.form.name),
    span: table.span,
    width: table.form.labelWidth + table.form.valueWidth,
    headerLines: firstValues < 0 ? grid.length : firstValues,
    lines: mergedDown(grid.map((line) => cellsOf({ report, table, marks, totals, lastYear }, line))),
  };
}

const hasValues = (line: readonly GridCell[]): boolean => line.some(({ value }) => value !== undefined);

/** The totals of a table that are right, with what they add up; of what cannot be read nobody knows what it adds. */
function totalsIn(report: Report, table: Table): ReadonlyMap<Cell, readonly Place[]> {
  const totals = new Map<Cell, readonly Place[]>();
  for (const identity of identitiesOf(report)) {
    const { target, right } = identity;
    const { value } = target.cell;
    if (identity.table !== table || !hasTotal(identity) || value.kind !== 'number' || totals.has(target.cell)) continue;
    const amounts = right.flatMap(({ cell }) => (cell.value.kind === 'unreadable' ? [] : [cell.value.amount]));
    if (amounts.length < right.length || !equal(value.amount, sum(amounts))) continue;
    totals.set(
      target.cell,
      right.map(({ row, cell: part }) => ({ row: row.form.id, column: part.column.id })),
    );
  }
  return totals;
}

interface Surroundings {
  readonly report: Report;
  readonly table: Table;
  readonly marks: readonly Mark[];
  readonly totals: ReadonlyMap<Cell, readonly Place[]>;
  readonly lastYear: LastYear | undefined;
}

function cellsOf(surroundings: Surroundings, line: readonly GridCell[]): readonly ShownCell[] {
  const { report, table, marks, totals } = surroundings;
  let at = 0;
  return line.map((cell) => {
    const value = cell.value === undefined ? undefined : valueAt(table, cell.value);
    const place = cell.value === undefined ? labelPlace(report, table, cell.text, hasValues(line)) : value?.span;
    const sumOf = value === undefined ? undefined : totals.get(value);
    const shown: ShownCell = {
      kind: cell.value !== undefined ? 'value' : hasValues(line) ? 'label' : 'header',
      text: cell.text,
      at,
      columns: cell.span,
      lines: 1,
      ...(cell.value !== undefined && { place: cell.value }),
      ...(sumOf !== undefined && { sumOf }),
      ...(place !== undefined && { span: place }),
      ...(cell.value !== undefined && value !== undefined && lastYearOf(surroundings, cell.value, value)),
      marks: place === undefined ? [] : marksIn(marks, place),
    };
    at += cell.span;
    return shown;
  });
}

function lastYearOf(
  { table, lastYear }: Surroundings,
  { row, column }: Place,
  cell: Cell,
): Pick<ShownCell, 'lastYear'> {
  const last = lastYear?.summary.cells.get(cellKey(table.id, row, column));
  if (last === undefined) return {};
  const isFar =
    cell.column.unit !== 'change' && cell.value.kind !== 'unreadable' && isJump(cell.value.amount, last.amount);
  return { lastYear: { amount: format(last.amount), isFar } };
}

const valueAt = (table: Table, { row, column }: Place): Cell | undefined =>
  table.rows.find(({ form }) => form.id === row)?.cells.find((cell) => cell.column.id === column);

/** Where a row's label or a header stands in the text. */
function labelPlace(report: Report, table: Table, text: string, isRow: boolean): Span | undefined {
  const folded = fold(text);
  if (folded === '') return undefined;
  const labels = isRow
    ? table.rows.map(({ label }) => label)
    : [...table.headers, ...table.altered].map((one) => one.span);
  return labels.find(({ start, end }) => fold(report.text.slice(start, end)) === folded);
}

/** A cell without words goes on with the one above it where both cover the same columns. */
function mergedDown(grid: readonly (readonly ShownCell[])[]): readonly (readonly ShownCell[])[] {
  const above = new Map<number, { lines: number; readonly columns: number; readonly kind: string }>();
  const merged = grid.map((line) =>
    line.flatMap((cell) => {
      const upper = above.get(cell.at);
      const goesOn =
        cell.text === '' && cell.kind !== 'value' && upper?.columns === cell.columns && upper.kind === cell.kind;
      if (goesOn) {
        upper.lines++;
        return [];
      }
      const own = { ...cell };
      for (let at = cell.at; at < cell.at + cell.columns; at++) above.delete(at);
      above.set(cell.at, own);
      return [own];
    }),
  );
  return merged.map((line) => line.map((cell) => ({ ...cell, ...headsOf(cell) })));
}

/** Known once it is known how far a cell reaches. */
function headsOf({ kind, columns, lines }: ShownCell): Pick<ShownCell, 'heads'> {
  if (kind === 'value') return {};
  if (kind === 'header') return { heads: columns > 1 ? 'colgroup' : 'col' };
  return { heads: lines > 1 ? 'rowgroup' : 'row' };
}
