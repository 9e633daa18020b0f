import type { SourceBlock, Words } from '../core/index';

/** What a file of another program holds, or why that cannot be had. */
export type Imported = { readonly blocks: readonly SourceBlock[] } | { readonly refused: Words };

/** Files that may hold reports, by their URIs; how they are had is up to the host. */
export interface Files {
  /**
   * Texts in a folder and below it that could be reports. Rejects where the folder cannot be listed; what was passed
   * over in it is told.
   */
  readonly list: (folder: string, tell?: (line: string) => void) => Promise<readonly string[]>;
  /**
   * The text of a file, `undefined` where there is no such file. Rejects where there is or may be one that cannot be
   * read. Of a large file whose beginning is told not to matter no more than that need be given.
   */
  readonly read: (uri: string, mayMatter?: (beginning: string) => boolean) => Promise<string | undefined>;
  /** A file of another program; `undefined` where nobody here can read one. */
  readonly imported?: (uri: string) => Promise<Imported | undefined>;
}
