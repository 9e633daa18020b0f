import { type ExtensionContext, Uri, workspace } from 'vscode';
import type { MessageTransports } from 'vscode-languageclient';
import type { Outcome } from '../../../server/src/exchange/works';
import type { StartThread } from '../common/exchange';
import { start } from '../common/extension';
import type { CreateClient } from '../common/server';

export { deactivate } from '../common/extension';

/** The browser flavour: the server is a worker. */
export function activate(context: ExtensionContext): void {
  const bundle = (name: string): Uri => Uri.joinPath(context.extensionUri, 'dist', name);
  start(context, createClient(bundle('server.web.js')), startThread(bundle('exchange.js')));
}

const createClient =
  (bundle: Uri): CreateClient =>
  async (id, name, options) => {
    const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } =
      await import('vscode-languageclient/browser');
    // Reader and writer are made here, as the library does not recognise the editor's own kind of worker.
    const connect = async (): Promise<MessageTransports> => {
      const worker = await startWorker(bundle);
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    return new LanguageClient(id, name, connect, options);
  };

const startThread =
  (bundle: Uri): StartThread =>
  async (heard, ended) => {
    const worker = await startWorker(bundle, '\nnianbaoExchange.serve(self);');
    worker.addEventListener('message', ({ data }) => heard(data as Outcome));
    worker.addEventListener('error', ({ message }) => ended(new Error(message)));
    return { order: (order) => worker.postMessage(order), end: () => worker.terminate() };
  };

/** A worker cannot be started from every address that an extension may have, hence from a copy in memory. */
async function startWorker(bundle: Uri, then = ''): Promise<Worker> {
  const script = new Blob([new Uint8Array(await workspace.fs.readFile(bundle)), then], { type: 'text/javascript' });
  const address = URL.createObjectURL(script);
  const worker = new Worker(address);
  // The editor loads the script some time after this; what speaks has been loaded.
  worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
  return worker;
}
