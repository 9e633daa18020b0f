/** What this server and its own client say to each other beyond the Language Server Protocol. Types and names only. */

import type {
  Block,
  EditionId,
  Ignore,
  Severity,
  Showing,
  ShownCell,
  SourceBlock,
  TableId,
  TableLayout,
  TemplateLayout,
  Words,
} from '../core/index';
import type { ProtocolRange } from './protocol-range';

export type { ProtocolRange } from './protocol-range';
export * from './protocol-reviewing';

export interface InitializationOptions {
  /**
   * Where the rule pages lie: the URI of a folder of `<rule id>.md`. Without it diagnostics link to the pages beside
   * the server.
   */
  readonly ruleDocs?: string;
  /** The client has the command `nianbao.filesWritten`. */
  readonly tellsOfFiles?: boolean;
  /** Settings from a client that cannot be asked for them: all of them, or the section `nianbao` alone. */
  readonly settings?: unknown;
}

/** The client's own command: says which files an action has written, and offers to take them back. */
export const FILES_WRITTEN_COMMAND = 'nianbao.filesWritten';

/** Asked of the client by a server without files of its own: texts below a folder that could be reports. */
export const ListFilesRequest = 'nianbao/listFiles';
export interface ListFilesParams {
  readonly folder: string;
}
export type ListFilesResult = readonly string[];

/**
 * Likewise: the text of a file in its encoding, `null` where there is no such file. An error where there is or may be
 * one that cannot be read.
 */
export const ReadFileRequest = 'nianbao/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileResult = string | null;

/** Asked of the client by every server: a file of another program, which is read in a thread that the client ends. */
export const ImportFileRequest = 'nianbao/importFile';
export type ImportFileParams = ReadFileParams;
export type ImportFileResult = { readonly blocks: readonly SourceBlock[] } | { readonly refused: Words };

/** The server changed a file through the editor that should be stored, such as the folder's configuration. */
export const SaveFileNotification = 'nianbao/saveFile';
export interface SaveFileParams {
  readonly uri: string;
}

export const StatusRequest = 'nianbao/status';
export interface StatusParams {
  readonly uri: string;
}
/** What was understood of a document; one entry for each report in it. `null` for a document that is not open. */
export interface StatusResult {
  readonly recognised: boolean;
  /** Why no report was recognised, in the user's language. */
  readonly reason: string | null;
  /** The text was decoded wrongly, most likely GB18030 as UTF-8; nothing in it is judged. */
  readonly garbled: boolean;
  /** The check, or a part of it, failed; what is known is not all. The log tells why. */
  readonly failed: boolean;
  readonly reports: readonly ReportStatus[];
}
export interface ReportStatus {
  readonly body: string | null;
  readonly year: number | null;
  readonly edition: EditionId;
  readonly layout: string;
  /** The words by which the edition of the tables was told, where any are there. */
  readonly evidence: readonly string[];
  /** Rows of the form that were read whole, out of those that the edition has. */
  readonly rowsRead: number;
  readonly rowsOfForm: number;
}

export const TemplateRequest = 'nianbao/template';
export interface TemplateParams {
  readonly body?: string;
  readonly year?: number;
  readonly layout?: TemplateLayout;
  /** In snippet syntax, with tab stops; otherwise plain text. */
  readonly snippet: boolean;
}
export interface TemplateResult {
  readonly text: string;
  /** The file of last year's report that gave what it carried over; `null` where none is known. */
  readonly lastYear: string | null;
}

export const MissingSectionsRequest = 'nianbao/missingSections';
export const FixAllRequest = 'nianbao/fixAll';
export interface EditParams {
  readonly uri: string;
}
/** Edits for the document's present version; none where nothing has to be done. */
export interface EditResult {
  readonly version: number;
  readonly edits: readonly { readonly range: ProtocolRange; readonly newText: string }[];
}

/** The cursor moved, or the text around it changed: hints for the current row follow it. */
export const CursorRequest = 'nianbao/cursor';
export interface CursorParams {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}
export interface CursorResult {
  /** A row of a table stands on the line. */
  readonly inTable: boolean;
}

/** Edits that set the totals of counts that were typed; only totals that held before. */
export const TotalsRequest = 'nianbao/totals';
export interface TotalsParams {
  readonly uri: string;
  /** What was changed since is meant as it stands: nothing follows from it. */
  readonly settled: boolean;
}

export const ConvertRequest = 'nianbao/convert';
export interface ConvertParams {
  readonly uri: string;
  readonly layout: TableLayout;
}
/** Besides the edits: why tables were left as they are, in the language of the findings. */
export interface ConvertResult extends EditResult {
  readonly refused: readonly string[];
}

/** A report as it is shown, with what was found in it. */
export const ShowingRequest = 'nianbao/showing';
export interface ShowingParams {
  readonly uri: string;
  /** A line of the report, of several in the document. */
  readonly line: number;
}
/** Its messages are said in the language of the findings. `null` with the reason where no report was recognised. */
export interface ShowingResult {
  readonly showing: Showing | null;
  readonly reason: string | null;
  /** The check, or a part of it, failed: what is marked is not all. */
  readonly failed: boolean;
  /** Of the document: where it has changed since, lines mean others. */
  readonly version: number;
  /** All reports of the document that were recognised, in their order. */
  readonly reports: readonly ShownReport[];
}
export interface ShownReport {
  /** Its first line. */
  readonly line: number;
  readonly body: string | null;
  readonly year: number | null;
}

/**
 * The server's command behind 重新合计: all totals of a document, or those of the table on a line. Changes are shown before
 * they are made.
 */
export const RECOMPUTE_COMMAND = 'nianbao.server.recompute';
export type RecomputeArguments = readonly [uri: string, line?: number];

/** The same for a client that shows the changes in its own way. */
export const RecomputeRequest = 'nianbao/recompute';
export interface RecomputeParams {
  readonly uri: string;
  readonly scope: 'row' | 'table' | 'report';
  /** Where the row or table is; of no meaning for the report. */
  readonly position?: ProtocolRange['start'];
}
/** Totals that differ from the sums of their parts, in printed order, in the language of the findings. */
export interface RecomputeResult extends EditResult {
  readonly edits: readonly RecomputedTotal[];
  /** The name of the row or table; `null` where the position lies in none, and for the report. */
  readonly place: string | null;
  /** Rows whose values could not all be read: nothing is said about their totals. */
  readonly unread: number;
}
export interface RecomputedTotal {
  readonly range: ProtocolRange;
  readonly newText: string;
  /** Row and column. */
  readonly name: string;
  /** What is printed now; empty for a blank total. */
  readonly before: string;
  /** Which other value is likely the wrong one; `null` where the total may well be. */
  readonly doubt: string | null;
}

/** The server's command behind 看疑错格: has the editor show a place. */
export const SHOW_COMMAND = 'nianbao.server.show';
export type ShowArguments = readonly [uri: string, range: ProtocolRange];

/**
 * The server's command behind 此条不适用: writes into the folder's configuration that a finding of a report, open or stored,
 * does not apply.
 */
export const IGNORE_COMMAND = 'nianbao.server.ignore';
/** Behind 经核实无误: the same of one whose values were looked at and are right. It holds as long as they stay the same. */
export const CONFIRM_COMMAND = 'nianbao.server.confirm';
/** `by` may be empty; `date` is a day such as 2024-01-31. */
export type IgnoreArguments = readonly [
  uri: string,
  rule: string,
  line: number,
  character: number,
  reason?: string,
  by?: string,
  date?: string,
];
/** What was written and where; `null` where nothing was, and the user was told why or the finding is gone. */
export type IgnoreResult = { readonly written: { readonly file: string; readonly ignore: Ignore } | null };
/** Takes back what the other has written, as long as it is there. */
export const UNIGNORE_COMMAND = 'nianbao.server.unignore';
export type UnignoreArguments = readonly [file: string, ignore: Ignore];

/** The report on a line as the official form prints it: what a preview shows. */
export const PreviewRequest = 'nianbao/preview';
export interface PreviewParams {
  readonly uri: string;
  readonly line: number;
  /** Last year's values are wanted, too. */
  readonly lastYear: boolean;
  /** The state of what is shown: if it is that still, nothing else is answered. */
  readonly known?: string;
}
export type PreviewResult = { readonly state: string; readonly unchanged: true } | Preview;
/** All words are in the language of the findings; places count from the document's start. */
export interface Preview {
  readonly state: string;
  readonly version: number;
  /** Which of the document's reports it is, and the document's lines that are its, the last one excluded. */
  readonly report: number;
  readonly lines: readonly [number, number];
  readonly title: string;
  readonly verdict: string;
  /** `failed`: not all could be checked; `unknown`: no report was recognised, and `verdict` says why. */
  readonly outcome: 'clean' | 'found' | 'failed' | 'unknown';
  readonly findings: readonly PreviewFinding[];
  readonly blocks: readonly PreviewBlock[];
  /** The file of last year's report; `null` where none is known. */
  readonly lastYear: string | null;
}
export interface PreviewFinding {
  readonly rule: string;
  readonly name: string;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly at: PreviewPlace;
}
export type PreviewPlace = readonly [start: number, end: number];
export type PreviewBlock = PreviewText | PreviewTable;
/** `findings` are those marked there, by their places in the list of all. */
export interface PreviewText {
  readonly kind: Exclude<Block['kind'], 'table'>;
  readonly text: string;
  readonly at: PreviewPlace;
  readonly section?: number;
  readonly findings: readonly number[];
}
export interface PreviewTable {
  readonly kind: 'table';
  readonly id: TableId;
  readonly caption: string;
  readonly at: PreviewPlace;
  readonly headerLines: number;
  readonly lines: readonly (readonly PreviewCell[])[];
}
export interface PreviewCell extends Pick<
  ShownCell,
  'kind' | 'text' | 'columns' | 'lines' | 'heads' | 'place' | 'lastYear'
> {
  /** Row and column of a value. */
  readonly name?: string;
  readonly at?: PreviewPlace;
  readonly isTotal?: boolean;
  /** What it should be, in a word, be it marked or the likely cause of what is. */
  readonly remark?: string;
  readonly findings: readonly number[];
}

/** Values that are typed or pasted in a preview's cells. */
export const SetCellsRequest = 'nianbao/setCells';
export interface SetCellsParams {
  readonly uri: string;
  readonly report: number;
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
  /** One value, or cells as spreadsheets copy them, which fill the table from there on. */
  readonly text: string;
  /** Totals that held before are to hold again. */
  readonly totals: boolean;
}
/** No edits where `refusal` says why, in the language of the findings. */
export interface SetCellsResult extends EditResult {
  readonly refusal: string | null;
}
