import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { Recognition } from '../recognition/recognise';
import type { Server } from '../server';

/** What commands work with. */
export interface Extension {
  readonly context: ExtensionContext;
  readonly server: Server;
  readonly log: LogOutputChannel;
  readonly recognition: Recognition;
}

export type Command = (extension: Extension, argument?: unknown) => Promise<void>;
