import { l10n, window } from 'vscode';
import { FixAllRequest } from '../../../../server/src/lsp/protocol';
import { Notice } from '../tell';
import type { Command } from './command';
import { applyEdits, requestEdits, requireEditable } from './server-edits';

/** How long the status bar tells of the success, in milliseconds. */
const TOLD = 5000;

export const fixAll: Command = async ({ server }) => {
  const document = requireEditable();
  const result = await requestEdits(server, FixAllRequest, document);
  if (result.edits.length === 0)
    throw new Notice(
      l10n.t(
        'There is nothing that can be fixed automatically. What needs a decision is fixed with the light bulb beside it.',
      ),
    );
  await applyEdits(document, result);
  window.setStatusBarMessage(l10n.t('Fixed: {0}', result.edits.length), TOLD);
};
