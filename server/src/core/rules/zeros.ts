import type { Words } from '../formats/types';
import { message } from '../messages';
import type { PlacedCell } from '../model/report';
import { fold } from '../text/fold';
import type { Context } from '../context/context';
import type { Found, Repair } from './rule';
import { cellsOf, placeOf } from '../model/values';

type ZeroMessages = Readonly<Record<'cell' | 'replace', Words>>;

interface Zeros {
  /**
   * Those that can be filled in unseen: a dash says that there is none, a blank may be zero as far as the sums tell.
   */
  readonly certain: readonly PlacedCell[];
  /** Whether these are all. */
  readonly all: boolean;
}

/**
 * Cells that stand for zero without saying 0, as one finding a table, at the first of them; all are related. A blank
 * total that is an omission is none.
 */
export function* zerosWritten(
  { report, sums, filling }: Context,
  kind: 'blank' | 'dash',
  messages: ZeroMessages,
): Iterable<Found<'cells', Zeros>> {
  const omitted = new Set(sums.omissions.map(({ total }) => total.cell));
  const isZero = (place: PlacedCell): boolean =>
    !omitted.has(place.cell) && !sums.amounts.isUnknown(place.cell) && sums.amounts.of(place).digits === 0;
  for (const table of report.tables) {
    if (kind === 'blank' && filling.tables.has(table)) continue;
    const cells = cellsOf([table], kind).filter(isZero);
    const first = cells[0];
    if (first === undefined) continue;
    const related = cells.map(({ row, cell }) => ({
      span: cell.span,
      message: message(messages.cell, placeOf(row, cell)),
    }));
    const printed = [...new Set(cells.map(({ cell: { span } }) => fold(report.text.slice(span.start, span.end))))]
      .map((zero) => `“${zero}”`)
      .join('、');
    const certain = cells.filter(({ cell }) => kind === 'dash' || !sums.isDoubtful(cell));
    yield {
      message: 'cells',
      args: { count: cells.length, table: table.form.name, printed },
      span: first.cell.span,
      related,
      subject: { certain, all: certain.length === cells.length },
    };
  }
}

export function zeroRepairs({ certain, all }: Zeros, messages: ZeroMessages): readonly Repair[] {
  if (certain.length === 0) return [];
  const edits = certain.map(({ cell }) => ({ span: cell.span, newText: '0' }));
  return [{ title: message(messages.replace, { count: certain.length }), edits, safe: true, preferred: all }];
}
