import type { OverviewReport, Showing, SourceBlock, Words } from '../core/index';
import type { ExportFormat, OverviewFormat } from './formats';
import type { OverviewWords } from './overview';

/** What a file holds, or why it cannot be brought in. `notes` say what was not taken over. */
export type Imported =
  { readonly blocks: readonly SourceBlock[]; readonly notes: readonly Words[] } | { readonly refused: Words };

/**
 * What hosts have done in a thread of its own, which they end where it takes too long or is no longer wanted. Arguments
 * and results are plain data.
 */
export interface Works {
  readonly importFile: (bytes: Uint8Array) => Promise<Imported>;
  /** A web page, or the part of one that a clipboard holds. */
  readonly importPage: (html: string) => Promise<Imported>;
  /** Messages of the showing are the same in every language: whoever asks has said them. */
  readonly exportSaid: (format: ExportFormat, showing: Showing, marks: boolean) => Promise<Uint8Array>;
  readonly exportOverview: (
    format: OverviewFormat,
    reports: readonly OverviewReport[],
    words: OverviewWords,
  ) => Promise<Uint8Array>;
}

/** A thread does one work at a time. */
export interface Order {
  readonly work: keyof Works;
  readonly args: readonly unknown[];
}
export type Outcome = { readonly result: unknown } | { readonly failed: string };
