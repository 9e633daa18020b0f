import { type ExtensionContext, Uri } from 'vscode';
import { start } from '../common/extension';
import type { CreateClient } from '../common/server';

export { deactivate } from '../common/extension';

/** The desktop and remote flavour: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  start(context, createClient(Uri.joinPath(context.extensionUri, 'dist/server.js').fsPath));
}

const createClient =
  (module: string): CreateClient =>
  async (id, name, options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    return new LanguageClient(id, name, { module, transport: TransportKind.ipc }, options);
  };
