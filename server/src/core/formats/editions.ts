import { NOTICES, type EditionId } from './notices';
import type { ColumnForm, EditionForm, RowForm, SectionForm, TableForm, Words } from './types';

export interface Edition extends EditionForm {
  readonly id: EditionId;
  /** The last year reported about on it; the last edition has no end. */
  readonly lastYear: number | undefined;
}

const FORMS: readonly (EditionForm & { readonly id: EditionId })[] = NOTICES;

/** Oldest first. */
export const EDITIONS: readonly Edition[] = FORMS.map((form, i) => {
  const next = FORMS[i + 1];
  return { ...form, lastYear: next === undefined ? undefined : next.firstYear - 1 };
});

export const NEWEST_EDITION: Edition = EDITIONS.at(-1)!;

export const editionById = (id: EditionId): Edition => EDITIONS.find((edition) => edition.id === id)!;

/** The edition that was in force for reports about a year; years before the first one get the first. */
export const editionOfYear = (year: number): Edition =>
  EDITIONS.findLast((edition) => year >= edition.firstYear) ?? EDITIONS[0]!;

/** Of the editions for which something holds, the one next to another, an earlier one rather than a later one. */
export function nearestEdition(to: Edition, holds: (edition: Edition) => boolean): Edition | undefined {
  const distance = (edition: Edition): number => Math.abs(EDITIONS.indexOf(edition) - EDITIONS.indexOf(to));
  return EDITIONS.filter(holds).toSorted((a, b) => distance(a) - distance(b))[0];
}

/** The years that reports on an edition are about. */
export function yearsOf({ firstYear: first, lastYear: last }: Edition): Words {
  if (last === undefined) return { zh: `${first} 年度起`, en: `${first} and later` };
  if (last === first) return { zh: `${first} 年度`, en: `${first}` };
  return last === first + 1
    ? { zh: `${first}、${last} 年度`, en: `${first} and ${last}` }
    : { zh: `${first}—${last} 年度`, en: `${first} to ${last}` };
}

export const rowsOf = (table: TableForm): readonly RowForm[] => table.blocks.flatMap((block) => block.rows);

/** The columns of a row of the table. */
export function columnsOf(table: TableForm, rowId: string): readonly ColumnForm[] {
  return table.blocks.find((block) => block.rows.some((row) => row.id === rowId))?.columns ?? [];
}

/** All forms of tables, each once though several editions have it, oldest first. */
export const TABLE_FORMS: readonly TableForm[] = [...new Set(EDITIONS.flatMap(({ tables }) => Object.values(tables)))];

/** What rows and columns are called in configurations, over all editions. */
export const ROW_IDS: readonly string[] = [...new Set(TABLE_FORMS.flatMap(rowsOf).map(({ id }) => id))];
export const COLUMN_IDS: readonly string[] = [
  ...new Set(TABLE_FORMS.flatMap(({ blocks }) => blocks.flatMap(({ columns }) => columns)).map(({ id }) => id)),
];

/** The sections of the newest edition; what others call them is accepted. */
export const SECTION_FORMS: readonly SectionForm[] = NEWEST_EDITION.sections.map((newest) => {
  const others = EDITIONS.flatMap(({ sections }) => sections.filter(({ number }) => number === newest.number));
  const accepted = new Set(others.flatMap((other) => [...other.accepted, other.title]));
  return { ...newest, accepted: [...accepted].filter((wording) => wording !== newest.title) };
});
