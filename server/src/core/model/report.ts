import type { Edition } from '../formats/editions';
import type { TableLayout } from '../formats/layouts';
import type { EditionId } from '../formats/notices';
import type { TableId } from '../formats/table-names';
import type { BlockForm, ColumnForm, RowForm, SectionForm, SectionNumber, TableForm } from '../formats/types';
import type { Lines } from '../text/lines';
import { lastUpTo, type Span } from '../text/span';
import type { Value } from '../text/value';

/**
 * One report as it was read. All spans count from the start of `text`, which is the report's own stretch of its file;
 * a report never changes, a changed text is read anew.
 */
export interface Report {
  readonly text: string;
  /**
   * The same, unit for unit, without what other programs mark lines and cells with: what is read goes by it, what is
   * written goes into `text`.
   */
  readonly legible: string;
  readonly lines: Lines;
  readonly title: Title | undefined;
  /** The year that it is about and the body that it is of, wherever they stand first: title, period, preamble. */
  readonly year: NamedYear | undefined;
  readonly body: NamedBody | undefined;
  /** The sections in printed order. */
  readonly sections: readonly Section[];
  /** The tables that were found, in the form's order; at most one of each. */
  readonly tables: readonly Table[];
  /** The edition the tables were filled in on, their evidence taken together; by the year where there is none. */
  readonly edition: Edition;
  readonly layout: Layout;
  /** Whether the text is a report that can be judged by the form: it has two of its sections, or one of its tables. */
  readonly recognised: boolean;
  /** Why it is not; `undefined` where it is. */
  readonly unjudged: UnjudgedReason | undefined;
}

/**
 * What a text is that is not judged: nothing of the form, a report by other rules (schools, hospitals, utilities), one
 * about 2018 or before, a text about the form, or a report of which the tables' cells are not apart.
 */
export type UnjudgedReason = 'nothing' | 'other-kind' | 'earlier-form' | 'about-the-form' | 'run-together';

/** How its tables are written: in a layout that can be written, too, or in one that is only read. */
export type Layout = TableLayout | 'bars' | 'lines' | 'none';

export interface Title {
  /** All printed lines of the title, a body name on a line of its own included. */
  readonly span: Span;
  /** The lines joined, white space at their ends dropped. */
  readonly text: string;
  readonly year: { readonly value: number; readonly span: Span } | undefined;
  readonly body: { readonly text: string; readonly span: Span } | undefined;
}

export interface NamedYear {
  readonly value: number;
  readonly span: Span;
  readonly source: 'title' | 'period' | 'preamble';
}

export interface NamedBody {
  readonly text: string;
  readonly span: Span;
  readonly source: 'title' | 'preamble';
}

export interface Section {
  readonly form: SectionForm;
  readonly number: SectionNumber;
  /** The heading without the white space around it. */
  readonly heading: Span;
  /** The heading's number as printed, with the mark behind it; no length where it is absent. */
  readonly numeral: { readonly span: Span; readonly value: number | undefined; readonly chinese: boolean };
  /** The heading's words without number. */
  readonly words: Span;
  readonly wording: 'official' | 'accepted' | 'altered';
  /** From the heading to the next section's heading or the end. */
  readonly span: Span;
  readonly subheadings: readonly Subheading[];
}

/** A line （一）… within a section. */
export interface Subheading {
  readonly span: Span;
}

export interface Table {
  readonly id: TableId;
  readonly form: TableForm;
  /** How its rows are printed: below each other, or side by side. */
  readonly direction: TableForm['direction'];
  /** The edition on which it was filled in; of several that have the form, the one next to the report's. */
  readonly edition: EditionId;
  /** Printed words that not all forms of the table have, in printed order. */
  readonly evidence: readonly FormWords[];
  /** From its first header or label to its last value. */
  readonly span: Span;
  /** Printed words of the header and of the lines between blocks. */
  readonly headers: readonly Header[];
  readonly rows: readonly Row[];
  /** Rows of the form that are not printed. */
  readonly missing: readonly RowForm[];
  /** Rows that are printed and not in the form: their values belong to sums that can then not be judged. */
  readonly added: readonly Span[];
  /** Row and column labels whose wording differs from the form. */
  readonly altered: readonly AlteredLabel[];
  /** Whether the values were weighed to tell where rows begin: with other values other cells might be read. */
  readonly weighed: boolean;
  /** The same object as in an earlier reading of which this one differs in places and numbers alone. */
  readonly shape: object;
}

export interface FormWords {
  readonly span: Span;
  /** The forms of the table that have these words. */
  readonly forms: readonly TableForm[];
}

export interface Header {
  readonly span: Span;
  /** The block whose item of 条例第二十条 it names. */
  readonly block?: BlockForm;
}

export interface AlteredLabel {
  readonly span: Span;
  readonly official: string;
}

export interface Row {
  readonly form: RowForm;
  readonly columns: readonly ColumnForm[];
  readonly label: Span;
  /** One cell a column; none where the row cannot be read whole. */
  readonly cells: readonly Cell[];
  /** Where something stands in place of the values of a row that cannot be read whole. */
  readonly unread: readonly Span[];
  /** How many values stand in the row, whether or not they could be told apart. */
  readonly found: number;
  readonly span: Span;
}

export interface Cell {
  readonly column: ColumnForm;
  /** The value without the white space around it; an empty cell has no length and stands behind its separator. */
  readonly span: Span;
  readonly value: Value;
}

/** A cell with the row it stands in. */
export interface PlacedCell {
  readonly row: Row;
  readonly cell: Cell;
}

/** A table with other rows: what is known of its shape does not hold for them. */
export const withRows = (table: Table, rows: readonly Row[]): Table => ({ ...table, rows, shape: {} });

export const tableOf = (report: Report, id: TableId): Table | undefined =>
  report.tables.find((table) => table.id === id);
export const rowOf = (table: Table, id: string): Row | undefined => table.rows.find((row) => row.form.id === id);
export const cellOf = (row: Row, column: string): Cell | undefined =>
  row.cells.find((cell) => cell.column.id === column);

/** The section that holds an offset; what stands above the first heading is in none. */
export const sectionAt = (report: Report, offset: number): Section | undefined =>
  lastUpTo(report.sections, offset, ({ span }) => span.start);

/** The rows that stand on a line: several where a table's rows stand beside each other. */
export const rowsOnLine = (report: Report, line: number): readonly { readonly table: Table; readonly row: Row }[] =>
  report.tables
    .filter((table) => isOnLine(report, table.span, line))
    .flatMap((table) => table.rows.filter((row) => isOnLine(report, row.span, line)).map((row) => ({ table, row })));

/** Whether some of a span stands on a line, or at its very end. */
export const isOnLine = ({ lines }: Report, { start, end }: Span, line: number): boolean =>
  start <= lines.end(line) && lines.start(line) <= end;
