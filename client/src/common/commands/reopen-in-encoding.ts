import { workspace } from 'vscode';
import { encodingMeant } from '../../../../server/src/core/text/garbled';
import type { Command } from './command';
import { requireReport } from './server-edits';

/** Reads the file anew in the encoding that it was most likely written in. */
export const reopenInEncoding: Command = async () => {
  const document = requireReport();
  const encoding = encodingMeant(document.getText()) ?? 'gb18030';
  await workspace.openTextDocument(document.uri, { encoding });
};
