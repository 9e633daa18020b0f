import { DISCLOSURE_TABLE_2019, DISCLOSURE_TABLE_2021 } from './disclosure';
import { requestsTable } from './requests';
import { REVIEW_TABLE } from './review';
import { SECTIONS } from './sections';
import type { ColumnForm, Edition, EditionId, RowForm, TableForm } from './types';

/** Annexed to the notice of 2019; reports about 2019 and 2020. */
const EDITION_2019: Edition = {
  id: '2019',
  firstYear: 2019,
  lastYear: 2020,
  source: '国办公开办函〔2019〕60号',
  name: { zh: '2019 版', en: '2019 edition' },
  feeStatement: false,
  sections: SECTIONS,
  tables: { disclosure: DISCLOSURE_TABLE_2019, requests: requestsTable('one-row'), review: REVIEW_TABLE },
};

/** Annexed to the notice of 2021; reports about 2021 and later. */
const EDITION_2021: Edition = {
  id: '2021',
  firstYear: 2021,
  source: '国办公开办函〔2021〕30号',
  name: { zh: '2021 版', en: '2021 edition' },
  feeStatement: true,
  sections: SECTIONS,
  tables: { disclosure: DISCLOSURE_TABLE_2021, requests: requestsTable('three-rows'), review: REVIEW_TABLE },
};

/** Oldest first. */
export const EDITIONS: readonly Edition[] = [EDITION_2019, EDITION_2021];

export const editionById = (id: EditionId): Edition => EDITIONS.find((edition) => edition.id === id)!;

/** The edition that was in force for reports about a year; years before the first one get the first. */
export const editionOfYear = (year: number): Edition =>
  EDITIONS.findLast((edition) => year >= edition.firstYear) ?? EDITIONS[0]!;

export const rowsOf = (table: TableForm): readonly RowForm[] => table.blocks.flatMap((block) => block.rows);

/** The columns of a row of the table. */
export function columnsOf(table: TableForm, rowId: string): readonly ColumnForm[] {
  return table.blocks.find((block) => block.rows.some((row) => row.id === rowId))?.columns ?? [];
}

const TABLES = EDITIONS.flatMap(({ tables }) => Object.values(tables));

/** What rows and columns are called in configurations, over all editions. */
export const ROW_IDS: readonly string[] = [...new Set(TABLES.flatMap(rowsOf).map(({ id }) => id))];
export const COLUMN_IDS: readonly string[] = [
  ...new Set(TABLES.flatMap(({ blocks }) => blocks.flatMap(({ columns }) => columns)).map(({ id }) => id)),
];
