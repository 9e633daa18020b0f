import { EDITIONS, rowsOf } from '../formats/editions';
import { gridOf } from '../formats/grid';
import type { BlockForm, ColumnForm, Edition, EditionId, RowForm, TableForm, TableId } from '../formats/types';
import { fold } from '../text/fold';
import { labelIndex, type LabelIndex } from './anchors';
import { EMPTY_MARK, VALUE_MARK } from './tokens';

/** What a table is looked up by: the labels of all editions together, since the edition shows only when it is read. */
export interface Lookup {
  readonly id: TableId;
  readonly index: LabelIndex;
  /** Words that one edition's table has alone, folded. */
  readonly ownHeaders: readonly { readonly label: string; readonly edition: EditionId }[];
  /** The first block's column labels, folded; the same in every edition of a table that lays its rows side by side. */
  readonly columns: readonly string[];
  /** A line of values as wide as the table with its rows side by side. */
  readonly wideRow: RegExp;
  /** All printed header words of any edition, folded. */
  readonly headers: readonly string[];
  /** The same in one string, in which parts of them are looked up. */
  readonly headerText: string;
  /** Rows that one edition's table has alone. */
  readonly ownRows: ReadonlyMap<string, EditionId>;
}

const NEWEST_FIRST: readonly Edition[] = [...EDITIONS].reverse();

function lookupOf(id: TableId): Lookup {
  const first = EDITIONS[0]!.tables[id].blocks[0]!;
  return {
    id,
    index: labelIndex(allRows(id), id === 'disclosure'),
    columns: first.columns.map(({ label }) => fold(label)),
    wideRow: new RegExp(`[${VALUE_MARK}${EMPTY_MARK}]{${first.columns.length * first.rows.length},}`),
    ownHeaders: ownHeaders(id),
    headers: headersOf(id),
    headerText: headersOf(id).join('\n'),
    ownRows: ownRows(id),
  };
}

/**
 * The rows of all editions in one order: one that an edition has alone stands behind its neighbour there. Spellings are
 * joined.
 */
function allRows(id: TableId): readonly RowForm[] {
  const rows: RowForm[] = [];
  for (const edition of NEWEST_FIRST) {
    rowsOf(edition.tables[id]).forEach((row, i, own) => {
      const known = rows.findIndex((other) => other.id === row.id);
      if (known >= 0) {
        const spellings = [...rows[known]!.accepted, row.label, ...row.accepted].filter(
          (label) => label !== rows[known]!.label,
        );
        rows[known] = { ...rows[known]!, accepted: [...new Set(spellings)] };
      } else rows.splice(i === 0 ? 0 : rows.findIndex((other) => other.id === own[i - 1]!.id) + 1, 0, row);
    });
  }
  return rows;
}

const headerLabels = (form: TableForm): readonly string[] =>
  form.blocks.flatMap((block) => [
    ...(block.item === undefined ? [] : [block.item]),
    ...block.columns.flatMap((column) => [column.label]),
  ]);
const spellings = (form: TableForm): readonly string[] =>
  form.blocks.flatMap((block) => [
    ...(block.item === undefined ? [] : [block.item]),
    ...block.columns.flatMap((column) => [column.label, ...column.accepted]),
  ]);

/** The words of all lines that hold no values; longest first, so that a label is not taken for a part of another. */
function headersOf(id: TableId): readonly string[] {
  const lines = EDITIONS.flatMap((edition) =>
    gridOf(edition.tables[id]).filter((line) => line.every((cell) => cell.value === undefined)),
  );
  const words = [
    ...lines.flatMap((line) => line.map((cell) => fold(cell.text))),
    ...EDITIONS.flatMap((edition) => spellings(edition.tables[id]).map(fold)),
  ];
  return [...new Set(words)].filter((word) => word !== '').sort((a, b) => b.length - a.length);
}

function ownHeaders(id: TableId): Lookup['ownHeaders'] {
  return EDITIONS.flatMap((edition) => {
    const others = new Set(
      EDITIONS.filter((other) => other !== edition).flatMap((other) => spellings(other.tables[id]).map(fold)),
    );
    const own = new Set(
      headerLabels(edition.tables[id])
        .map(fold)
        .filter((label) => !others.has(label)),
    );
    return [...own].map((label) => ({ label, edition: edition.id }));
  });
}

function ownRows(id: TableId): ReadonlyMap<string, EditionId> {
  return new Map(
    EDITIONS.flatMap((edition) =>
      rowsOf(edition.tables[id])
        .filter((row) =>
          EDITIONS.every((other) => other === edition || !rowsOf(other.tables[id]).some((same) => same.id === row.id)),
        )
        .map((row) => [row.id, edition.id] as const),
    ),
  );
}

/** What the rows of one edition's table are read by. */
export interface RowLookup {
  readonly form: RowForm;
  readonly columns: readonly ColumnForm[];
  /** Its place in the form's order. */
  readonly place: number;
  /** Its official and accepted wordings, folded. */
  readonly spellings: ReadonlySet<string>;
  /** The same without enumeration and marks. */
  readonly wordings: readonly string[];
}

/** A folded label without its enumeration and marks. */
export const bareLabel = (folded: string): string =>
  folded.replace(/^(?:\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+[.,]|\d+[.,]?)/, '').replace(/[.,:]/g, '');

function rowLookup(form: RowForm, columns: readonly ColumnForm[], place: number): RowLookup {
  const spellings = [form.label, ...form.accepted].map(fold);
  return { form, columns, place, spellings: new Set(spellings), wordings: spellings.map(bareLabel) };
}

const rowLookups = (form: TableForm): ReadonlyMap<string, RowLookup> =>
  new Map(
    form.blocks
      .flatMap(({ rows, columns }) => rows.map((row) => ({ row, columns })))
      .map(({ row, columns }, place) => [row.id, rowLookup(row, columns, place)] as const),
  );

/** What the header of one edition's table is read by. */
export interface HeaderLookup {
  /** The first block's columns with their spellings, folded. */
  readonly columns: readonly {
    readonly label: string;
    readonly folded: string;
    readonly spellings: readonly string[];
  }[];
  readonly spellings: ReadonlySet<string>;
  /** The items of 条例第二十条 that head blocks, folded. */
  readonly items: readonly { readonly block: BlockForm; readonly item: string }[];
}

function headerLookup({ blocks }: TableForm): HeaderLookup {
  const columns = blocks[0]!.columns.map(({ label, accepted }) => ({
    label,
    folded: fold(label),
    spellings: [label, ...accepted].map(fold),
  }));
  return {
    columns,
    spellings: new Set(columns.flatMap((column) => column.spellings)),
    items: blocks.flatMap((block) => (block.item === undefined ? [] : [{ block, item: fold(block.item) }])),
  };
}

const byTable = <Of>(of: (form: TableForm) => Of): Readonly<Record<EditionId, Readonly<Record<TableId, Of>>>> =>
  Object.fromEntries(
    EDITIONS.map(({ id, tables }) => [
      id,
      { disclosure: of(tables.disclosure), requests: of(tables.requests), review: of(tables.review) },
    ]),
  ) as Record<EditionId, Record<TableId, Of>>;

/** The rows and headers of each edition's tables, by edition and table. */
export const ROWS = byTable(rowLookups);
export const HEADERS = byTable(headerLookup);

export const LOOKUPS: Readonly<Record<TableId, Lookup>> = {
  disclosure: lookupOf('disclosure'),
  requests: lookupOf('requests'),
  review: lookupOf('review'),
};
