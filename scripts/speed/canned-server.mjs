// @ts-check
// A server on the same libraries that gives answers from a file: the least that any server takes for them.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { createConnection, ProposedFeatures, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const answers = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const connection = createConnection(ProposedFeatures.all);
connection.onInitialize(() => ({ capabilities: { textDocumentSync: 2 } }));
for (const [method, answer] of Object.entries(answers)) connection.onRequest(method, () => answer);
new TextDocuments(TextDocument).listen(connection);
connection.listen();
