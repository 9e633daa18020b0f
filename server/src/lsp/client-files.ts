import type { CancellationToken } from 'vscode-languageserver';
import type { Client } from './client';
import {
  ImportFileRequest,
  type ImportFileResult,
  ListFilesRequest,
  type ListFilesResult,
  ReadFileRequest,
  type ReadFileResult,
} from './protocol';
import type { Files } from '../folder/files';

/** Files through the client, for a server that has none of its own. */
export const clientFiles = (client: Client): Files => ({
  list: async (folder) =>
    answered(
      folder,
      await client.ask((connection) => connection.sendRequest<ListFilesResult>(ListFilesRequest, { folder }), {
        patience: LONGEST_LISTING,
      }),
    ),
  read: async (uri) =>
    answered(uri, await client.ask((connection) => connection.sendRequest<ReadFileResult>(ReadFileRequest, { uri }))) ??
    undefined,
});

/** What other programs wrote is read by the client alone, whatever files the server has itself. */
export const importing =
  (client: Client, token: CancellationToken): NonNullable<Files['imported']> =>
  (uri) =>
    client.ask((connection, asking) => connection.sendRequest<ImportFileResult>(ImportFileRequest, { uri }, asking), {
      patience: LONGEST_IMPORT,
      token,
    });

/** In milliseconds; a list takes a second. */
const LONGEST_IMPORT = 20_000;

/** Folders may be large, and far away; in milliseconds. */
const LONGEST_LISTING = 600_000;

function answered<Answer>(uri: string, answer: Answer | undefined): Answer {
  if (answer === undefined) throw new Error(`no answer about ${uri}`);
  return answer;
}
