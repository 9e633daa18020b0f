/** What the host provides: the core and this adapter know neither clocks nor files. */
export interface Runtime {
  /** Calls back after a while; the return value cancels. */
  readonly later: (callback: () => void, milliseconds: number) => () => void;
  /** Lets waiting messages in: resolves in the next turn of the host's loop. */
  readonly nextTurn: () => Promise<void>;
  /** The folder of the rule pages, where the client names none. */
  readonly ruleDocs: string;
  /** Files of the host's own; without them the client is asked. */
  readonly files?: Files;
}

/** Files that may hold reports, by their URIs. */
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
}
