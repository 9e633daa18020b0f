import type { EditionId } from '../formats/notices';
import type { TableId } from '../formats/table-names';
import type { SectionNumber, TableForm } from '../formats/types';
import type { Message } from '../messages';
import type { Severity } from '../settings';
import type { Span } from '../text/span';

/**
 * A report as it is shown: what the official form prints, without any way of showing it. Preview, web page, Word and
 * Excel are writers of this tree. Spans count from the start of the report.
 */
export interface Showing {
  readonly title: string | undefined;
  readonly body: string | undefined;
  readonly year: number | undefined;
  readonly edition: EditionId;
  readonly blocks: readonly Block[];
  /** What was found, in a line. */
  readonly verdict: Message;
  /** All that was found, in printed order, wherever it is marked. */
  readonly marks: readonly Mark[];
}

export type Block = TextBlock | TableBlock;

/**
 * A line of text. `verbatim`: part of a table that cannot be read whole, its tabs and blanks kept as they are; such
 * lines may be empty.
 */
export interface TextBlock {
  readonly kind: 'title' | 'heading' | 'subheading' | 'paragraph' | 'verbatim';
  readonly text: string;
  readonly span: Span;
  /** Of a heading: which of the form's sections it heads. */
  readonly section?: SectionNumber;
  readonly marks: readonly Mark[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly id: TableId;
  readonly form: TableForm;
  readonly caption: Message;
  readonly span: Span;
  /** How many columns the grid has. */
  readonly width: number;
  /** How many lines stand above the first values. */
  readonly headerLines: number;
  readonly lines: readonly (readonly ShownCell[])[];
}

/** A cell where it begins: cells that it covers to the right and below are not in the tree. */
export interface ShownCell {
  readonly kind: 'header' | 'label' | 'value';
  readonly text: string;
  /** The first column of the grid that it covers, and how many columns and lines. */
  readonly at: number;
  readonly columns: number;
  readonly lines: number;
  /** Of a header or label: what it heads, as web pages say it. */
  readonly heads?: 'col' | 'colgroup' | 'row' | 'rowgroup';
  /** The row and column of the form whose value it is. */
  readonly place?: Place;
  /** Of a total that is right: whose sum it is. A wrong one is what the text states, and no sum. */
  readonly sumOf?: readonly Place[];
  /** Where it stands in the text. */
  readonly span?: Span;
  /** What last year's report has in its place, and whether that is so far off that it should be looked at. */
  readonly lastYear?: { readonly amount: string; readonly isFar: boolean };
  readonly marks: readonly Mark[];
}

export interface Place {
  readonly row: string;
  readonly column: string;
}

export interface Mark {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly span: Span;
}
