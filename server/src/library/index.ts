/**
 * The library: what other programs may ask of the engine, as plain data. Pure as the core, for Node and browsers alike.
 * Its types stand here and import nothing, so that the declarations made of this file alone are whole.
 *
 * Lines and characters are counted as the Language Server Protocol does: from zero, characters in UTF-16 units. A text
 * holds one report or several one after the other; what is asked of it is answered report by report.
 */
import { checkText } from './checking';
import { configOf } from './configuration';
import { readSegment, readText } from './reading';
import { applyTo, convertText, fixText, templateOf } from './writing';

/** A place in a text. */
export interface Position {
  /** From zero. */
  readonly line: number;
  /** UTF-16 units from the start of the line. */
  readonly character: number;
}

/** A stretch of a text; `end` is not part of it. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A replacement of what stands at `range`; an empty range inserts. */
export interface Edit {
  readonly range: Range;
  readonly newText: string;
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type Locale = 'zh-CN' | 'en';
export type EditionId = '2019' | '2021';
export type TableId = 'disclosure' | 'requests' | 'review';
/** `aligned` pads cells with spaces; templates are written in the other three. */
export type TableLayout = 'cells' | 'tsv' | 'markdown' | 'aligned';

/** What `nianbao.config.json` may hold; its schema is `nianbao/schema`. */
export interface Config {
  /** Severities by rule. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  readonly edition?: 'auto' | EditionId;
  /** Further wordings of headings, by the number of the section. */
  readonly acceptedHeadings?: Readonly<Partial<Record<1 | 2 | 3 | 4 | 5 | 6, readonly string[]>>>;
  /** Findings that do not apply, each with its reason. */
  readonly ignores?: readonly Readonly<Record<string, unknown>>[];
  readonly [further: string]: unknown;
}

/** What reports are read by besides their text. */
export interface ReadOptions {
  /**
   * A configuration, or the text of a `nianbao.config.json`. One with a mistake is refused with a `TypeError`: what it
   * meant to set would silently not hold.
   */
  readonly config?: Config | string;
}

/** What reports are judged by besides their text. */
export interface CheckOptions extends ReadOptions {
  /** The name of the file, which may tell the year. */
  readonly fileName?: string;
  /** The text of the file that has the same body's report about the year before. */
  readonly lastYear?: string;
  /** The language of messages and titles; Chinese where it is not given. */
  readonly locale?: Locale;
}

/** What is told of a report whatever is asked. */
export interface About {
  /** Whether it is a report that can be judged; without it, no findings mean nothing. */
  readonly recognised: boolean;
  /** Why it is not: `nothing`, `other-kind`, `earlier-form`, `about-the-form`, `run-together`; `null` where it is. */
  readonly reason: 'nothing' | 'other-kind' | 'earlier-form' | 'about-the-form' | 'run-together' | null;
  /** The edition of the form on which it was filled in; `null` where it is not recognised. */
  readonly edition: EditionId | null;
  readonly year: number | null;
  readonly body: string | null;
  /** Where the report stands in the text. */
  readonly range: Range;
}

/** A report with what is wrong in it. */
export interface CheckedReport extends About {
  /** In the order of the text. */
  readonly findings: readonly Finding[];
}

export interface Finding {
  /** The id of the rule, as in `docs/rules`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** Further places that the message is about. */
  readonly related: readonly Related[];
  /** Ways to mend it, the likeliest first; somebody has to choose, except where one is `safe`. */
  readonly fixes: readonly Fix[];
}

export interface Related {
  readonly message: string;
  readonly range: Range;
  /** Whether the range counts in the text given as `lastYear`. */
  readonly inLastYear: boolean;
}

export interface Fix {
  readonly title: string;
  /** The one after which every sum holds. */
  readonly preferred: boolean;
  /** It cannot change what the report says. */
  readonly safe: boolean;
  /** Edits of the whole text, to be made together. */
  readonly edits: readonly Edit[];
}

/** A report as it was understood. Each `range` is that of the printed text named before it. */
export interface ReadReport extends About {
  /** How its tables are written; `none` where there are none. */
  readonly layout: TableLayout | 'bars' | 'lines' | 'none';
  readonly title: { readonly text: string; readonly range: Range } | null;
  readonly sections: readonly { readonly number: number; readonly title: string; readonly range: Range }[];
  readonly tables: readonly ReadTable[];
}

export interface ReadTable {
  readonly id: TableId;
  readonly edition: EditionId;
  /** The number of the section that it belongs to. */
  readonly section: number;
  readonly rows: readonly ReadRow[];
}

export interface ReadRow {
  readonly id: string;
  readonly label: string;
  readonly range: Range;
  /** None where the row cannot be read whole. */
  readonly cells: readonly ReadCell[];
}

export interface ReadCell {
  readonly column: string;
  /** A blank or a dash counts as 0; `null` for what is no number. */
  readonly value: number | null;
  /** What is printed. */
  readonly text: string;
  readonly range: Range;
}

/** A text after a change, and the edits that make it. */
export interface Changed {
  readonly text: string;
  readonly edits: readonly Edit[];
}

export interface Converted extends Changed {
  /** The tables that were left as they are, since something in them would be lost. */
  readonly refused: readonly { readonly table: TableId; readonly reason: string }[];
}

export interface TemplateOptions {
  /** The full name of the body; a slot is left where it is not given. */
  readonly body?: string;
  /** The year that the report is about, 2019 or later: it decides the edition. */
  readonly year: number;
  /** `cells` where it is not given. */
  readonly layout?: 'cells' | 'tsv' | 'markdown';
}

/** Judges the reports of a text by all rules. Throws where a rule fails: a failure never looks like a clean report. */
export function check(text: string, options: CheckOptions = {}): readonly CheckedReport[] {
  return checkText(text, options);
}

/** Reads the reports of a text: title, sections, tables and every value. */
export function read(text: string, options: ReadOptions = {}): readonly ReadReport[] {
  return readText(text, configOf(options)).segments.map(readSegment);
}

/** Writes the tables of a text in another layout; nothing else changes, and no number or label is lost. */
export function convert(text: string, layout: TableLayout, options: { readonly locale?: Locale } = {}): Converted {
  return convertText(text, layout, options);
}

/** Mends what can be mended without anybody's choice; no stated number changes. */
export function fixAll(text: string, options: CheckOptions = {}): Changed {
  return fixText(text, options);
}

/** A new report in the form of its year, with places left for what has to be written. Lines end with LF. */
export function template(options: TemplateOptions): string {
  return templateOf(options);
}

/** Makes edits, as of a fix, in the text for which they were given. They must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return applyTo(text, edits);
}
