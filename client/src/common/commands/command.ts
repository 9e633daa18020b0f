import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { Previews } from '../preview/previews';
import type { Exchange } from '../exchange';
import type { Recognition } from '../recognition/recognise';
import type { ReviewView } from '../reviewing/review-view';
import type { Server } from '../server';
import type { TableKeys } from '../typing/table-keys';

/** What commands work with. */
export interface Extension {
  readonly context: ExtensionContext;
  readonly server: Server;
  readonly log: LogOutputChannel;
  readonly recognition: Recognition;
  readonly keys: TableKeys;
  readonly exchange: Exchange;
  readonly review: ReviewView;
  readonly previews: Previews;
}

/** A command of a menu also gets all that is selected there. */
export type Command = (extension: Extension, argument?: unknown, selected?: unknown) => Promise<void>;
