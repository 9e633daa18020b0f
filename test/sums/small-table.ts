import type { ColumnForm, IdentityForm, RowForm, Words } from '../../server/src/core/formats/types';
import type { Cell, PlacedCell, Row, Table } from '../../server/src/core/model/report';
import type { Identity } from '../../server/src/core/sums/identities';
import { integer } from '../../server/src/core/text/decimal';
import { BLANK } from '../../server/src/core/text/value';

/**
 * Table three in small, so that every set of cells can be tried: two outcomes, two applicants and their total, all its
 * relations.
 */
export const ROWS = ['new', 'carried-in', 'granted', 'refused', 'results-total', 'carried-out'] as const;
export const COLUMNS = ['natural-person', 'enterprise', 'total'] as const;

const NAME: Words = { zh: '', en: '' };
const column = (id: string): ColumnForm => ({ id, label: id, accepted: [], unit: 'count', name: NAME });
const form = (id: string): RowForm => ({ id, label: id, accepted: [], groups: [], name: NAME });
const identityForm = (
  rule: IdentityForm['rule'],
  direction: IdentityForm['direction'],
  left: readonly string[],
  right: readonly string[],
  target: string,
) => ({ rule, direction, left, right, target, basis: NAME }) satisfies IdentityForm;

const ROW_TOTAL = identityForm('row-total-mismatch', 'across', ['total'], ['natural-person', 'enterprise'], 'total');
const RESULTS = identityForm(
  'results-total-mismatch',
  'down',
  ['results-total'],
  ['granted', 'refused'],
  'results-total',
);
const BALANCE = identityForm(
  'balance-mismatch',
  'down',
  ['new', 'carried-in'],
  ['results-total', 'carried-out'],
  'carried-out',
);

/** The relations of a table with these values, row by row; `undefined` is a blank cell. */
export function smallTable(values: readonly (readonly (number | undefined)[])[]): readonly Identity[] {
  const columns = COLUMNS.map(column);
  let at = 0;
  const rows = ROWS.map((id, i): Row => {
    const cells = columns.map((own, j): Cell => {
      const span = { start: at, end: ++at };
      const value = values[i]![j];
      return { column: own, span, value: value === undefined ? BLANK : { kind: 'number', amount: integer(value) } };
    });
    return {
      form: form(id),
      columns,
      label: { start: 0, end: 0 },
      cells,
      unread: [],
      found: cells.length,
      span: { start: 0, end: 0 },
    };
  });
  const table = { id: 'requests', rows } as unknown as Table;
  const place = (row: string, own: string): PlacedCell => {
    const found = rows.find((one) => one.form.id === row)!;
    return { row: found, cell: found.cells.find((cell) => cell.column.id === own)! };
  };
  const bind = (own: IdentityForm, line: Identity['line'], find: (id: string) => PlacedCell): Identity => {
    const left = own.left.map(find);
    const right = own.right.map(find);
    return {
      form: own,
      table,
      line,
      left,
      right,
      target: [...left, ...right][[...own.left, ...own.right].indexOf(own.target)]!,
    };
  };
  return [
    ...rows.map((row) => bind(ROW_TOTAL, row, (id) => place(row.form.id, id))),
    ...[RESULTS, BALANCE].flatMap((own) => columns.map((line) => bind(own, line, (id) => place(id, line.id)))),
  ];
}
