/** Files that may hold reports, by their URIs; how they are had is up to the host. */
export interface Files {
  /**
   * Texts in a folder and below it that could be reports. Rejects where the folder cannot be listed; what was passed
   * over in it is told.
   */
  readonly list: (folder: string, tell?: (line: string) => void) => Promise<readonly string[]>;
  /**
   * The text of a file, `undefined` where there is no such file. Rejects where there is or may be one that cannot be
   * read.
   */
  readonly read: (uri: string) => Promise<string | undefined>;
  /**
   * The beginning of the text of a large file, by which most that are no reports are passed over; `undefined` where it
   * has to be read whole to tell.
   */
  readonly beginning?: (uri: string) => Promise<string | undefined>;
}
