import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from '../files/node-files';
import { startServer } from '../lsp/server';

/** The language server as a process of its own: `--stdio`, `--node-ipc` or `--socket=`. */
startServer(createConnection(ProposedFeatures.all), {
  later: (callback, milliseconds) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
  nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
  ruleDocs: pathToFileURL(path.join(__dirname, '../docs/rules')).href,
  files: nodeFiles,
});
