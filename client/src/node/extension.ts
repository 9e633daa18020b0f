import { Worker } from 'node:worker_threads';
import { type ExtensionContext, Uri } from 'vscode';
import type { StartThread } from '../common/exchange';
import { start } from '../common/extension';
import type { CreateClient } from '../common/server';
import { provideCheckTasks } from './check-task';

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

/** A file that is hostile takes the thread's memory and not the editor's. */
const MEMORY = { maxOldGenerationSizeMb: 1_024 };

const startThread =
  (bundle: string): StartThread =>
  (heard, ended) => {
    const worker = new Worker(`require(${JSON.stringify(bundle)}).serve(require('node:worker_threads').parentPort)`, {
      eval: true,
      resourceLimits: MEMORY,
    });
    worker.on('message', heard);
    worker.on('error', ended);
    return Promise.resolve({
      order: (order) => worker.postMessage(order),
      end: () => void worker.terminate(),
    });
  };
