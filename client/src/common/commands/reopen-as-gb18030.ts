import { workspace } from 'vscode';
import type { Command } from './command';
import { requireReport } from './server-edits';

/** Reads the file anew in the encoding that most of these reports have when they are not in UTF-8. */
export const reopenAsGb18030: Command = async () => {
  await workspace.openTextDocument(requireReport().uri, { encoding: 'gb18030' });
};
