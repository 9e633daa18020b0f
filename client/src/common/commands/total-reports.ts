import { l10n, window, workspace } from 'vscode';
import type { TableLayout } from '../../../../server/src/core/formats/layouts';
import { type TotalParams, TotalRequest, type TotalResult } from '../../../../server/src/lsp/protocol';
import { REPORT } from '../language';
import { Notice } from '../tell';
import { openUntitled } from '../untitled';
import { chosenFiles } from './chosen-files';
import type { Command } from './command';
import { withProgress } from './with-progress';

/** Adds up the selected reports, or all of the folders, into a report that is not yet saved. */
export const totalReports: Command = async ({ server }, argument, more) => {
  const body = await window.showInputBox({
    title: l10n.t('Add up reports'),
    prompt: l10n.t('The body whose report it is to be; its own report is not counted'),
    placeHolder: l10n.t('e.g. 青禾县水务局'),
    ignoreFocusOut: true,
  });
  if (body === undefined) return;
  const selected = argument === undefined ? [] : chosenFiles(argument, more);
  const params: TotalParams = {
    // One file is no selection: it says where the command was called.
    uris: selected.length > 1 ? selected.map(String) : [],
    layout: workspace.getConfiguration(REPORT).get<TableLayout>('layout', 'cells'),
    ...(body.trim() === '' ? {} : { body: body.trim() }),
  };
  const { text, notes } = await withProgress(l10n.t('Adding up reports'), (signal) =>
    server.request<TotalResult>(TotalRequest, params, signal),
  );
  const told = notes.join('\n');
  if (text === null) throw new Notice(l10n.t('There is no report to add up. {0}', told));
  await window.showTextDocument(await openUntitled(text), { preview: false });
  void tellNotes(notes);
};

/** What was left out is never passed over: a sum that looks whole and is not is worse than none. */
async function tellNotes(notes: readonly string[]): Promise<void> {
  const all = l10n.t('Show all');
  const answer = await window.showInformationMessage(notes.at(-1) ?? '', ...(notes.length > 1 ? [all] : []));
  if (answer !== all) return;
  const document = await workspace.openTextDocument({ content: `${notes.join('\n')}\n`, language: 'plaintext' });
  await window.showTextDocument(document, { preview: false });
}
