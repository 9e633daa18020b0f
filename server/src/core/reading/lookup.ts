import { rowsOf, TABLE_FORMS } from '../formats/editions';
import { gridOf } from '../formats/grid';
import { byTable, type TableId } from '../formats/table-names';
import type { BlockForm, ColumnForm, RowForm, TableForm } from '../formats/types';
import { fold } from '../text/fold';
import { enumeration } from '../text/lexicon';
import { labelIndex, type LabelIndex } from './anchors';
import { EMPTY_MARK, VALUE_MARK } from './tokens';

/** What a table is looked up by: the labels of all its forms together, since the form shows only when it is read. */
export interface Lookup {
  readonly id: TableId;
  /** The forms that the table has in the editions, oldest first. */
  readonly forms: readonly TableForm[];
  readonly index: LabelIndex;
  /** The labels of the first block's columns, folded; a table that lays its rows side by side has no other block. */
  readonly columns: readonly string[];
  /** A line of values as wide as the table with its rows side by side. */
  readonly wideRow: RegExp;
  /** All printed header words of any form, folded. */
  readonly headers: readonly string[];
  /** The same in one string, in which parts of them are looked up. */
  readonly headerText: string;
}

function lookupOf(id: TableId): Lookup {
  const forms = TABLE_FORMS.filter((form) => form.id === id);
  const first = forms.map(({ blocks }) => blocks[0]!);
  const headers = headersOf(forms);
  return {
    id,
    forms,
    index: labelIndex(allRows(forms), id === 'disclosure'),
    columns: [...new Set(first.flatMap(({ columns }) => columns.map(({ label }) => fold(label))))],
    wideRow: new RegExp(
      `[${VALUE_MARK}${EMPTY_MARK}]{${Math.min(...first.map(({ columns, rows }) => columns.length * rows.length))},}`,
    ),
    headers,
    headerText: headers.join('\n'),
  };
}

/**
 * The rows of all forms in one order: one that not all forms have stands behind its neighbour there. Spellings are
 * joined.
 */
function allRows(forms: readonly TableForm[]): readonly RowForm[] {
  const rows: RowForm[] = [];
  for (const form of forms.toReversed()) {
    rowsOf(form).forEach((row, i, ordered) => {
      const known = rows.findIndex((other) => other.id === row.id);
      if (known >= 0) {
        const spellings = [...rows[known]!.accepted, row.label, ...row.accepted].filter(
          (label) => label !== rows[known]!.label,
        );
        rows[known] = { ...rows[known]!, accepted: [...new Set(spellings)] };
      } else rows.splice(i === 0 ? 0 : rows.findIndex((other) => other.id === ordered[i - 1]!.id) + 1, 0, row);
    });
  }
  return rows;
}

/** The words of all lines that hold no values; longest first, so that a label is not taken for a part of another. */
function headersOf(forms: readonly TableForm[]): readonly string[] {
  const lines = forms.flatMap((form) => gridOf(form).filter((line) => line.every((cell) => cell.value === undefined)));
  const words = [
    ...lines.flatMap((line) => line.map((cell) => fold(cell.text))),
    ...forms.flatMap(({ blocks }) =>
      blocks.flatMap((block) => block.columns.flatMap(({ accepted }) => accepted)).map(fold),
    ),
  ];
  return [...new Set(words)].filter((word) => word !== '').sort((a, b) => b.length - a.length);
}

/** What the rows of one form are read by. */
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
export const bareLabel = (folded: string): string => folded.replace(ENUMERATION, '').replace(/[.,:]/g, '');

const ENUMERATION = new RegExp(`^${enumeration({ chinese: '[.,]', arabic: '[.,]?' })}`);

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

/** What the header of one form is read by. */
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

/** Worked out once for each form; those whose blocks are of several editions come with the texts. */
function byForm<Of>(of: (form: TableForm) => Of): (form: TableForm) => Of {
  const known = new WeakMap<TableForm, Of>();
  return (form) => {
    let found = known.get(form);
    if (found === undefined) known.set(form, (found = of(form)));
    return found;
  };
}

export const rowsOfForm = byForm(rowLookups);
export const headersOfForm = byForm(headerLookup);

export const LOOKUPS = byTable(lookupOf);

/** All printed header words of any table, folded: none of them is an altered label of a row. */
export const HEADER_WORDS: ReadonlySet<string> = new Set(Object.values(LOOKUPS).flatMap(({ headers }) => headers));
