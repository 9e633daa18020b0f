import type { Files } from '../folder/files';

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
