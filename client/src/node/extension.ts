import { type ExtensionContext, Uri } from 'vscode';
import { start } from '../common/extension';
import type { CreateClient } from '../common/server';
import { provideCheckTasks } from './check-task';
import { startThread } from './exchange-thread';

export { deactivate } from '../common/extension';

/** The desktop and remote flavour: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  const bundle = (name: string): string => Uri.joinPath(context.extensionUri, 'dist', name).fsPath;
  start(context, createClient(bundle('server.js')), startThread(bundle('exchange.js')));
  context.subscriptions.push(provideCheckTasks(context.extensionUri));
}

const createClient =
  (module: string): CreateClient =>
  async (id, name, options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    return new LanguageClient(id, name, { module, transport: TransportKind.ipc }, options);
  };
