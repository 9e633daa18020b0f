import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from '../lsp/server';

declare const self: DedicatedWorkerGlobalScope;

/**
 * The language server in a worker of a browser. The connection is made at once: a worker drops messages that nobody
 * listens to.
 */
startServer((options) => createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), options), {
  later: (callback, milliseconds) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
  nextTurn: () => new Promise((resolve) => setTimeout(resolve)),
  // The client knows where the extension lies and says so; on its own a worker has no folder.
  ruleDocs: 'docs/rules',
});
