/** What the server and its own client say to each other about the reports of folders. Types and names only. */

import type {
  Arrivals,
  EditionId,
  EntriesMet,
  Ignore,
  LapsedEntry,
  Locale,
  OverviewReport,
  Severity,
  TableLayout,
} from '../core/index';
import type { ProtocolRange } from './protocol-range';

/** The verdict on every report of the open folders, in pages: asked again until nothing is left. */
export const OverviewRequest = 'nianbao/overview';
export interface OverviewParams {
  /** Files that the client was told of, and their states then. */
  readonly known: readonly { readonly uri: string; readonly state: string }[];
}
export interface OverviewResult {
  /** Those of which the verdict may be another than the client knows. */
  readonly files: readonly FileOverview[];
  /** How many more of them there are. */
  readonly left: number;
  /** Files that the client knows and that hold no report any more. */
  readonly gone: readonly string[];
}
export interface FileOverview {
  readonly uri: string;
  readonly state: string;
  /** The check, or a part of it, failed: nothing is said of its reports. */
  readonly failed: boolean;
  readonly reports: readonly ReportOverview[];
}
export interface ReportOverview {
  readonly body: string | null;
  readonly year: number | null;
  readonly edition: EditionId;
  readonly layout: string;
  /** The title, else the first line. */
  readonly range: ProtocolRange;
  /** The file that holds last year's report. */
  readonly lastYear: string | null;
  readonly findings: readonly FindingOverview[];
  readonly setAside: readonly SetAsideOverview[];
  /** What the report says of the entries of its configuration. */
  readonly entries: EntriesMet;
}
/** A finding that is not shown, by what is written in a configuration. */
export interface SetAsideOverview {
  readonly finding: FindingOverview;
  readonly ignore: Ignore;
  readonly file: string;
}
export interface FindingOverview {
  readonly rule: string;
  readonly name: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: ProtocolRange;
}

/** The answer to `OverviewRequest` may be another now; told to clients that have asked it. */
export const OverviewChangedNotification = 'nianbao/overviewChanged';

/** What an overview that is exported says of the reports of some files. */
export const ExportedOverviewRequest = 'nianbao/exportedOverview';
export interface ExportedOverviewParams {
  readonly uris: readonly string[];
}
export interface ExportedOverviewResult {
  readonly locale: Locale;
  readonly reports: readonly OverviewReport[];
  /** Files that could not be read or checked: nothing is said of them. */
  readonly failed: readonly string[];
}

/** Which reports came of those that the folders’ configurations expect; the client says what it was told of. */
export const ArrivalsRequest = 'nianbao/arrivals';
export interface ArrivalsParams {
  readonly received: readonly { readonly uri: string; readonly body: string | null; readonly year: number | null }[];
}
export interface ArrivalsResult {
  readonly lists: readonly ArrivalsOfList[];
}
export interface ArrivalsOfList extends Arrivals {
  /** The configuration that has the list. */
  readonly config: string;
  /** The list's file and why it could not be read, in the user's language; then nobody knows what is missing. */
  readonly problem: string | null;
}

/** Which entries of the folders’ configurations set nothing aside any more; the client says what it was told of. */
export const LapsedRequest = 'nianbao/lapsedEntries';
export interface LapsedParams {
  readonly reports: readonly {
    readonly uri: string;
    readonly body: string | null;
    readonly year: number | null;
    readonly entries: EntriesMet;
  }[];
  /** All reports of the folders are among them. */
  readonly isWhole: boolean;
}
export interface LapsedResult {
  readonly lapsed: readonly LapsedOfConfig[];
}
export interface LapsedOfConfig {
  readonly config: string;
  readonly entries: readonly LapsedOverview[];
}
export interface LapsedOverview extends LapsedEntry {
  /** Where it stands in the configuration; `null` where it no longer does. */
  readonly range: ProtocolRange | null;
  /** Of its rule. */
  readonly name: string;
  /** All of it in one line. */
  readonly line: string;
}

/** Takes entries out of a configuration, all in one change; else the user is told why not. */
export const TakeBackRequest = 'nianbao/takeBack';
export interface TakeBackParams {
  readonly config: string;
  readonly ignores: readonly Ignore[];
}
export interface TakeBackResult {
  readonly taken: boolean;
}

/** Writes the bodies that should report into the configuration of an open folder; else the user is told why not. */
export const SetBodiesRequest = 'nianbao/setBodies';
export interface SetBodiesParams {
  readonly folder: string;
  readonly bodies: readonly string[];
}
export interface SetBodiesResult {
  /** The configuration; `null` where it was not changed. */
  readonly written: string | null;
}

/** Review letters on reports; on all of the open folders where none are named. */
export const LetterRequest = 'nianbao/letter';
export interface LetterParams {
  readonly uris: readonly string[];
  /** What is only a hint is wanted, too. */
  readonly hints: boolean;
}
export interface LetterResult {
  /** Markdown, one letter after the other. */
  readonly text: string;
  readonly letters: number;
  /** Reports in which nothing is to be corrected. */
  readonly clean: number;
  /** Files that could not be read or checked: no letter says anything about them. */
  readonly failed: readonly string[];
}

/** The sum of the reports of many bodies; of all of the open folders where none are named. */
export const TotalRequest = 'nianbao/total';
export interface TotalParams {
  readonly uris: readonly string[];
  /** Whose report it is to be. */
  readonly body?: string;
  readonly layout: TableLayout;
}
export interface TotalResult {
  /** `null` where nothing can be added up. */
  readonly text: string | null;
  /** What was left out and why, and what could not be mapped, in the user's language. */
  readonly notes: readonly string[];
}

/** A report, open or stored, as two are compared. */
export const NormalisedRequest = 'nianbao/normalised';
export interface NormalisedParams {
  readonly uri: string;
  readonly line: number;
}
export interface NormalisedResult {
  readonly text: string;
}
