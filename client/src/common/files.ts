import { FileSystemError, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient, CancellationToken } from 'vscode-languageclient';
import { encodingMeant } from '../../../server/src/core/text/garbled';
import { HIDDEN_GLOB, LARGEST_IN_FOLDER, REPORT_GLOB } from '../../../server/src/folder/report-files';
import {
  type ImportFileParams,
  ImportFileRequest,
  type ImportFileResult,
  type ListFilesParams,
  ListFilesRequest,
  type ListFilesResult,
  type ReadFileParams,
  ReadFileRequest,
  type ReadFileResult,
  SaveFileNotification,
  type SaveFileParams,
} from '../../../server/src/lsp/protocol';
import type { Exchange } from './exchange';

/**
 * Gives a server access to files through the editor: one in a browser has no files of its own, and no server stores
 * any.
 */
export function serveFiles(client: BaseLanguageClient, exchange: Exchange): void {
  client.onRequest(ListFilesRequest, ({ folder }: ListFilesParams) => listFiles(Uri.parse(folder)));
  client.onRequest(ReadFileRequest, ({ uri }: ReadFileParams) => readFile(Uri.parse(uri)));
  client.onRequest(ImportFileRequest, ({ uri }: ImportFileParams, token) =>
    importFile(Uri.parse(uri), exchange, token),
  );
  client.onNotification(SaveFileNotification, async ({ uri }: SaveFileParams) => {
    await (await workspace.openTextDocument(Uri.parse(uri))).save();
  });
}

async function listFiles(folder: Uri): Promise<ListFilesResult> {
  const found = await workspace.findFiles(new RelativePattern(folder, REPORT_GLOB), HIDDEN_GLOB);
  return found.map((uri) => uri.toString()).sort();
}

/** Fails where there is or may be a file that cannot be read: that is not the same as none. */
export async function readFile(uri: Uri): Promise<ReadFileResult> {
  // What is not stored anywhere, such as an untitled document.
  if (workspace.fs.isWritableFileSystem(uri.scheme) === undefined) return null;
  try {
    const bytes = await readBytes(uri);
    const text = await workspace.decode(bytes, { uri });
    const encoding = encodingMeant(text);
    return encoding === undefined ? text : await workspace.decode(bytes, { encoding });
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}

async function importFile(uri: Uri, exchange: Exchange, token: CancellationToken): Promise<ImportFileResult> {
  return exchange.have('importFile', [await readBytes(uri)], token);
}

async function readBytes(uri: Uri): Promise<Uint8Array> {
  if ((await workspace.fs.stat(uri)).size > LARGEST_IN_FOLDER) throw new Error(`too large: ${uri.toString()}`);
  return workspace.fs.readFile(uri);
}
