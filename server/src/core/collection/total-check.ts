import { TABLE_IDS } from '../formats/table-names';
import { cellOf, rowOf, tableOf, type Cell, type Report } from '../model/report';
import { equal, subtract, type Decimal } from '../text/decimal';
import type { Candidate } from './choose-parts';
import { cellsOfForm, type FormCell } from './counterparts';
import { Totals, valuesOn } from './totals';
import { valuesOf } from './values';

/** A cell in which a summary does not state what its parts add up to. */
export interface Difference<Of extends Candidate> {
  readonly cell: FormCell;
  /** The printed cell, where the row was read. */
  readonly printed: Cell | undefined;
  /** `undefined`: it cannot be read. */
  readonly stated: Decimal | undefined;
  /** `undefined`: it has more digits than stay exact. */
  readonly sum: Decimal | undefined;
  /** Bodies whose value alone explains the difference. */
  readonly explained: readonly Explanation<Of>[];
}

/**
 * `omitted`: its value is not in the summary; `added`: it is in it and not among the parts; `doubled`: it is in it
 * twice.
 */
export interface Explanation<Of extends Candidate> {
  readonly candidate: Of;
  readonly how: 'omitted' | 'added' | 'doubled';
}

/** Compares a summary report with its parts, cell by cell, on the summary's own forms. */
export function checkTotal<Of extends Candidate>(
  summary: Report,
  { counted, leftOut }: { readonly counted: readonly Of[]; readonly leftOut: readonly Of[] },
): readonly Difference<Of>[] {
  // The summary's tables may be of different editions.
  const edition = {
    ...summary.edition,
    tables: Object.fromEntries(
      TABLE_IDS.map((id) => [id, tableOf(summary, id)?.form ?? summary.edition.tables[id]]),
    ) as typeof summary.edition.tables,
  };
  const totals = new Totals(edition);
  for (const { part } of counted) totals.add(part);
  const inParts = counted.map((candidate) => ({ candidate, values: valuesOn(edition, candidate.part).values }));
  const inOthers = leftOut.map((candidate) => ({ candidate, values: valuesOn(edition, candidate.part).values }));
  const stated = valuesOf(summary);
  return TABLE_IDS.flatMap((id) => cellsOfForm(edition.tables[id])).flatMap((cell): readonly Difference<Of>[] => {
    const [value, sum] = [stated.get(cell.key), totals.at(cell.key)];
    if (value !== undefined && sum !== undefined && equal(value, sum)) return [];
    const table = tableOf(summary, cell.form.id);
    const row = table && rowOf(table, cell.row.id);
    const printed = row && cellOf(row, cell.column.id);
    const explained: Explanation<Of>[] = [];
    if (value !== undefined && sum !== undefined) {
      const [more, less] = [subtract(value, sum), subtract(sum, value)];
      const has = (wanted: Decimal, values: ReadonlyMap<string, Decimal>): boolean => {
        const own = values.get(cell.key);
        return own !== undefined && equal(own, wanted);
      };
      for (const { candidate, values } of inOthers) if (has(more, values)) explained.push({ candidate, how: 'added' });
      for (const { candidate, values } of inParts) {
        if (has(less, values)) explained.push({ candidate, how: 'omitted' });
        if (has(more, values)) explained.push({ candidate, how: 'doubled' });
      }
    }
    return [{ cell, printed, stated: value, sum, explained }];
  });
}

/** The explanations that hold in every cell that differs: one body is behind it all. */
export function commonExplanations<Of extends Candidate>(
  differences: readonly Difference<Of>[],
): readonly Explanation<Of>[] {
  const [first, ...others] = differences;
  return (first?.explained ?? []).filter(({ candidate, how }) =>
    others.every(({ explained }) => explained.some((one) => one.candidate === candidate && one.how === how)),
  );
}
