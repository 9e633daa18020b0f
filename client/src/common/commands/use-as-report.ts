import { l10n, window } from 'vscode';
import { Notice } from '../tell';
import type { Command } from './command';

export const useAsReport: Command = async ({ recognition }) => {
  const document = window.activeTextEditor?.document;
  if (document === undefined) throw new Notice(l10n.t('Please open a text file first.'));
  await recognition.useAsReport(document);
};
