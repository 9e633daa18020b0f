import type { Words } from '../formats/types';
import { message } from '../messages';
import type { Report } from '../model/report';
import type { LostValue } from '../sums/lost-value';
import { format } from '../text/decimal';
import { span } from '../text/span';
import type { Repair } from './rule';

const PUT_BACK: Words = { zh: '补上“{column}”的 {amount}', en: 'Put {amount} back at “{column}”' };

/** Writes the value that a row lacks, set off from its neighbours as they are from each other. */
export function putBack({ text }: Report, { column, amount, place, values }: LostValue): readonly Repair[] {
  const gap = text.slice(values[0]!.end, values[1]!.start);
  if (!BETWEEN_CELLS.test(gap)) return [];
  const written = format(amount);
  const next = values[place];
  const edit =
    next === undefined
      ? { span: span(values.at(-1)!.end, values.at(-1)!.end), newText: gap + written }
      : { span: span(next.start, next.start), newText: written + gap };
  const title = message(PUT_BACK, { column: column.name, amount: written });
  return [{ title, edits: [edit], safe: false, preferred: false }];
}

const BETWEEN_CELLS = /^[\s|]+$/;
