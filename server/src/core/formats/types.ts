import type { Unit } from '../text/value';
import type { TableId } from './table-names';

/** Words in the two languages the product speaks. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export type SectionNumber = 1 | 2 | 3 | 4 | 5 | 6;
export type SumRuleId = 'row-total-mismatch' | 'results-total-mismatch' | 'balance-mismatch' | 'review-total-mismatch';

/**
 * One edition of the official form. Everything that differs between editions is a field here, never a branch in code.
 */
export interface EditionForm {
  readonly id: string;
  /** The first year reported about on it. */
  readonly firstYear: number;
  /** The notice that published the form. */
  readonly source: string;
  readonly name: Words;
  /** Whether section six must say which information processing fees were charged. */
  readonly feeStatement: boolean;
  readonly sections: readonly SectionForm[];
  readonly tables: Readonly<Record<TableId, TableForm>>;
}

/** Further accepted wordings of headings, by section. */
export type AcceptedHeadings = Readonly<Partial<Record<SectionNumber, readonly string[]>>>;

export interface SectionForm {
  readonly number: SectionNumber;
  /** The official wording, without its number. */
  readonly title: string;
  /** Other wordings that are accepted in silence. */
  readonly accepted: readonly string[];
  /** A heading that has a word of each group is taken for this section, its wording altered. */
  readonly keywords: readonly (readonly string[])[];
  /** What the section must contain, for readers of the editor's help. */
  readonly contents: Words;
  /** The table that belongs into the section. */
  readonly table?: TableId;
}

/** A table of the form: blocks of rows, each with its own columns. */
export interface TableForm {
  readonly id: TableId;
  readonly name: Words;
  readonly section: SectionNumber;
  readonly blocks: readonly BlockForm[];
  /**
   * `down`: a row a line, as usual. `across`: all rows stand beside each other in one line of values, each under its
   * own heading.
   */
  readonly direction: 'down' | 'across';
  /** Columns of the printed grid that hold labels, and those that hold values. */
  readonly labelWidth: number;
  readonly valueWidth: number;
  /** Printed lines above the rows, for every block alike; a block may add its own. */
  readonly header: readonly (readonly HeaderCell[])[];
  readonly identities: readonly IdentityForm[];
}

export interface HeaderCell {
  readonly text: string;
  /** How many columns of the grid the cell spans. */
  readonly span: number;
}

export interface BlockForm {
  /** Printed line above the block's column labels: 第二十条第（一）项. */
  readonly item?: string;
  /** What the item of 条例第二十条 asks for, for readers of the editor's help. */
  readonly about?: Words;
  readonly columns: readonly ColumnForm[];
  readonly rows: readonly RowForm[];
}

export interface ColumnForm {
  readonly id: string;
  readonly label: string;
  readonly accepted: readonly string[];
  readonly unit: Unit;
  readonly name: Words;
}

export interface RowForm {
  readonly id: string;
  /** The printed label with its enumeration. */
  readonly label: string;
  readonly accepted: readonly string[];
  /** Printed labels of the groups the row stands in, outermost first. */
  readonly groups: readonly string[];
  readonly name: Words;
}

/**
 * Σ `left` = Σ `right`. `across` columns: the ids name columns and the relation holds in every row; `down` rows: the
 * ids name rows and it holds in every column. The finding stands at `target`.
 */
export interface IdentityForm {
  readonly rule: SumRuleId;
  readonly direction: 'across' | 'down';
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly target: string;
  /** Why the relation holds, as the form or its notice says. */
  readonly basis: Words;
}
