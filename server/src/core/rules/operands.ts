import type { Words } from '../formats/types';
import { message } from '../messages';
import type { PlacedCell } from '../model/report';
import type { Amounts } from '../sums/amounts';
import type { Identity } from '../sums/identities';
import { format } from '../text/decimal';
import type { Related } from './rule';

const OPERAND: Words = { zh: '{row}·{column}：{value}', en: '{row} · {column}: {value}' };
export const BLANK: Words = { zh: '空白', en: 'blank' };

/** A cell of a relation, with what it counts for. */
export function operand(part: PlacedCell, amounts: Amounts): Related {
  const { row, cell } = part;
  const amount = amounts.of(part);
  const value = cell.value.kind === 'blank' && amount.digits === 0 ? BLANK : format(amount);
  return { span: cell.span, message: message(OPERAND, { row: row.form.name, column: cell.column.name, value }) };
}

/** The name of the row or column in which a relation should hold. */
export const nameOfLine = ({ line }: Pick<Identity, 'line'>): Words => ('form' in line ? line.form.name : line.name);
