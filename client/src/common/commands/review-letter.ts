import { l10n, window, workspace } from 'vscode';
import { type LetterParams, LetterRequest, type LetterResult } from '../../../../server/src/lsp/protocol';
import { nameOf } from '../file-name';
import { Notice } from '../tell';
import { chosenFiles } from './chosen-files';
import type { Command } from './command';
import { withProgress } from './with-progress';

/** Words what is to be corrected in the chosen reports, or in all of the folders, as letters to send back. */
export const reviewLetter: Command = async ({ server }, argument, more) => {
  const files = chosenFiles(argument, more);
  // Called on nothing in particular it may be meant for the report at hand or for all of them.
  const isAll = argument === undefined && (files.length === 0 || (await asksForAll(nameOf(files[0]!))));
  if (isAll === undefined) return;
  const params: LetterParams = { uris: isAll ? [] : files.map(String), hints: false };
  const { text, letters, clean, failed } = await withProgress(l10n.t('Writing review letters'), (signal) =>
    server.request<LetterResult>(LetterRequest, params, signal),
  );
  const notChecked = failed.length === 0 ? '' : ` ${l10n.t('{0} files could not be checked.', failed.length)}`;
  if (letters === 0) throw new Notice(l10n.t('Nothing has to be corrected in {0} reports.', clean) + notChecked);
  const document = await workspace.openTextDocument({ content: text, language: 'markdown' });
  await window.showTextDocument(document, { preview: false });
  if (letters > 1 || notChecked !== '')
    throw new Notice(l10n.t('{0} letters; nothing to correct in {1} reports.', letters, clean) + notChecked);
};

/** Whether all reports of the folders are meant; `undefined` where the user gives up. */
async function asksForAll(name: string): Promise<boolean | undefined> {
  if ((workspace.workspaceFolders ?? []).length === 0) return false;
  const items = [
    { label: name, isAll: false },
    { label: l10n.t('All reports of the folder'), isAll: true },
  ];
  return (await window.showQuickPick(items, { title: l10n.t('A review letter on which reports?') }))?.isAll;
}
