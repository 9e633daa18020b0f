import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from '../files/node-files';
import { startServer } from '../lsp/server';
import { watchFrames } from './frames';

if (process.argv.includes('--stdio')) process.stdin.on('data', watchFrames(endConnection));

/** The language server as a process of its own: `--stdio`, `--node-ipc` or `--socket=`. */
startServer((options) => createConnection(ProposedFeatures.all, options), {
  later: (callback, milliseconds) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
  nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
  ruleDocs: pathToFileURL(path.join(__dirname, '../docs/rules')).href,
  files: nodeFiles,
});

function endConnection(header: string): void {
  process.stderr.write(
    `消息没有有效的长度，连接结束 (a message without a valid length ends the connection): ${JSON.stringify(header.slice(0, 200))}\n`,
  );
  process.exit(1);
}
