import type { EditionId } from '../formats/notices';
import { TABLE_IDS, type TableId } from '../formats/table-names';
import type { Words } from '../formats/types';
import { tableOf, type Report } from '../model/report';
import { format } from '../text/decimal';
import { cellsOfForm } from './counterparts';
import { valuesOf } from './values';

/** What a report states, as a part of a total: small, and made of what can be sent to another thread. */
export interface TotalPart {
  /** By table, the edition of its form. */
  readonly editions: Readonly<Partial<Record<TableId, EditionId>>>;
  /** What its cells count for, by their keys, where that is not 0. */
  readonly values: Readonly<Record<string, string>>;
  /** The tables and rows of its forms that are not there or cannot be read: what it states there is not known. */
  readonly gaps: readonly Words[];
}

export function totalPartOf(report: Report): TotalPart {
  const stated = valuesOf(report);
  const values: Record<string, string> = {};
  for (const [key, amount] of stated) if (amount.digits !== 0) values[key] = format(amount);
  const gaps = TABLE_IDS.flatMap((id): readonly Words[] => {
    const table = tableOf(report, id);
    if (table === undefined) return [report.edition.tables[id].name];
    return cellsOfForm(table.form)
      .filter(({ key }) => !stated.has(key))
      .map(({ row }) => row.name);
  });
  return {
    editions: Object.fromEntries(report.tables.map(({ id, edition }) => [id, edition])),
    values,
    gaps: [...new Set(gaps)],
  };
}
