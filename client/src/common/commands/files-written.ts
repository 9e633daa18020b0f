import { l10n, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { Notice, tellFailure } from '../tell';
import type { Command } from './command';

/** Says how many files an action has written, and takes them back where that is wanted. */
export const filesWritten: Command = async ({ log }, argument) => {
  // Whoever called the command waits for it, and not for the user to read what it says.
  if (Array.isArray(argument)) tellOf(argument).catch((error: unknown) => void tellFailure(error, log));
};

async function tellOf(argument: readonly unknown[]): Promise<void> {
  const files = argument.map((file) => Uri.parse(String(file)));
  const before = await Promise.all(files.map(stateOf));
  const undo = l10n.t('Undo');
  const told = l10n.t('Files written: {0}. The volume stays as it is.', files.length);
  if ((await window.showInformationMessage(told, undo)) !== undo) return;
  const after = await Promise.all(files.map(stateOf));
  // What was worked on since is somebody's work.
  const untouched = files.filter((_file, i) => before[i] !== undefined && before[i] === after[i]);
  const change = new WorkspaceEdit();
  for (const file of untouched) change.deleteFile(file, { ignoreIfNotExists: true });
  await workspace.applyEdit(change);
  if (untouched.length < files.length)
    throw new Notice(l10n.t('Files that were changed since and stay: {0}', files.length - untouched.length));
}

/** Differs where a file was changed; `undefined` where it is not there, or is being changed. */
async function stateOf(file: Uri): Promise<string | undefined> {
  const isDirty = workspace.textDocuments.some(
    (document) => document.uri.toString() === file.toString() && document.isDirty,
  );
  if (isDirty) return undefined;
  return workspace.fs.stat(file).then(
    ({ mtime, size }) => `${mtime} ${size}`,
    () => undefined,
  );
}
