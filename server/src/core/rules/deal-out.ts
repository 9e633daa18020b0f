import type { Words } from '../formats/types';
import { message } from '../messages';
import type { Report, Row, Table } from '../model/report';
import { span, type Span, type TextEdit } from '../text/span';
import type { Repair } from './rule';

/** A row that holds the values of the rows below it as well. */
export interface CrowdedRow {
  readonly table: Table;
  readonly row: Row;
}

const DEAL_OUT: Words = {
  zh: '把多出的 {count} 个数依次填入下面的行：{rows}',
  en: 'Put the {count} values too many into the rows below: {rows}',
};

/**
 * Deals out the values that a row has too many, as when several rows were pasted into one, where these are as many as
 * the rows below it take and nothing stands in those but zeros.
 */
export function dealOut({ text }: Report, { table: { rows }, row }: CrowdedRow): readonly Repair[] {
  const width = row.columns.length;
  const first = row.unread.findIndex(isFilled);
  const values = row.unread.slice(first, row.unread.findLastIndex(isFilled) + 1);
  // Beside a blank it is open which value is whose.
  if (first < 0 || !values.every(isFilled) || values.length % width !== 0 || values.length <= width) return [];
  const at = rows.indexOf(row) + 1;
  const below = rows.slice(at, at + values.length / width - 1);
  if (below.length < values.length / width - 1 || !below.every((other) => isOpen(other, width))) return [];
  const written = values.slice(width).map(({ start, end }) => text.slice(start, end));
  const edits = [
    { span: span(values[width - 1]!.end, values.at(-1)!.end), newText: '' },
    ...below
      .flatMap(({ cells }) => cells)
      .map(({ span: place }, i): TextEdit => ({ span: place, newText: written[i]! }))
      .filter(({ span: { start, end }, newText }) => text.slice(start, end) !== newText),
  ];
  const names = (language: 'zh' | 'en') =>
    below
      .map(({ form }) => (language === 'zh' ? `「${form.name.zh}」` : `“${form.name.en}”`))
      .join(language === 'zh' ? '' : ', ');
  const title = message(DEAL_OUT, { count: written.length, rows: { zh: names('zh'), en: names('en') } });
  return [{ title, edits, safe: false, preferred: false }];
}

const isFilled = ({ start, end }: Span): boolean => start < end;

/** Whether values can be put into a row without taking the place of others. */
const isOpen = ({ cells }: Row, width: number): boolean =>
  cells.length === width && cells.every(({ value }) => value.kind !== 'unreadable' && value.amount.digits === 0);
