import type { TableId } from '../formats/table-names';
import type { Cell, Report, Row } from '../model/report';
import { readingsOf } from '../prose/quantities';
import type { Context } from '../context/context';
import type { Elsewhere } from '../collection/elsewhere';
import { isTotalIn } from '../sums/identities';
import { coverAll, span, type Span } from '../text/span';
import { cellKey } from '../collection/summary';
import { placeAt } from './place';
import { relationsOf } from '../explaining/relations';

/** Places in this report, and one in last year's where there is one. */
export interface Targets {
  readonly here: readonly Span[];
  readonly elsewhere?: Elsewhere;
}

/** From a total to its parts; from any other value to last year's; from a number of the prose to its cells. */
export function definition(context: Context, offset: number): Targets {
  const place = placeAt(context.report, offset);
  if (place?.kind === 'cell') {
    const totals = relationsOf(context.sums, place.cell).filter((identity) => isTotalIn(identity, place.cell));
    const here = totals.flatMap(({ right }) => right.map(({ cell }) => cell.span));
    const elsewhere = lastYearsCell(context, place.table.id, place.row, place.cell);
    return elsewhere === undefined ? { here } : { here, elsewhere };
  }
  const fact = context.facts.find((one) => one.span.start <= offset && offset <= one.span.end);
  return {
    here:
      fact === undefined
        ? []
        : readingsOf(context.report, fact.quantities).flatMap((cells) => cells.map(({ cell }) => cell.span)),
  };
}

/** From a part to the totals and the balance that it is in, and to the numbers of the prose that speak of it. */
export function references({ report, sums, facts }: Context, offset: number): readonly Span[] {
  const place = placeAt(report, offset);
  if (place?.kind !== 'cell') return [];
  const totals = relationsOf(sums, place.cell)
    .map(({ target }) => target.cell)
    .filter((cell) => cell !== place.cell)
    .map((cell) => cell.span);
  const said = facts
    .filter(({ quantities }) =>
      readingsOf(report, quantities).some((cells) => cells.some(({ cell }) => cell === place.cell)),
    )
    .map((fact) => fact.span);
  return [...totals, ...said];
}

/** All values of the row and the column of a value. */
export function highlights(report: Report, offset: number): readonly Span[] {
  const place = placeAt(report, offset);
  if (place?.kind !== 'cell') return [];
  const { table, row, cell } = place;
  const column =
    table.direction === 'across'
      ? []
      : table.rows
          .filter((other) => other !== row && other.columns === row.columns)
          .flatMap((other) => other.cells.filter((one) => one.column === cell.column));
  return [...row.cells, ...column].map((one) => one.span);
}

/** Value → row → table → section → report, each within the next. */
export function selectionRanges(report: Report, offset: number): readonly Span[] {
  const place = placeAt(report, offset);
  const parts: (Span | undefined)[] = [];
  if (place?.kind === 'cell') parts.push(place.span, coverAll(place.row.span, [place.span]), place.table.span);
  else if (place?.kind === 'label') parts.push(place.span, place.row.span, place.table.span);
  else if (place !== undefined) parts.push(place.span);
  parts.push(
    report.sections.find((section) => section.span.start <= offset && offset < section.span.end)?.span,
    span(0, report.text.length),
  );
  const nested: Span[] = [];
  for (const part of parts) {
    const inner = nested.at(-1);
    if (part === undefined || part.start > offset || part.end < offset) continue;
    if (
      inner === undefined ||
      (part.start <= inner.start && part.end >= inner.end && (part.start !== inner.start || part.end !== inner.end))
    )
      nested.push(part);
  }
  return nested;
}

function lastYearsCell({ lastYear }: Context, table: TableId, row: Row, cell: Cell): Elsewhere | undefined {
  // What is carried in was last year's carry-over.
  const id = row.form.id === 'carried-in' ? 'carried-out' : row.form.id;
  const last = lastYear?.summary.cells.get(cellKey(table, id, cell.column.id));
  return last === undefined ? undefined : { file: lastYear!.file, start: last.start, end: last.end };
}
