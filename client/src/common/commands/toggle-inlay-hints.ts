import { l10n, window, workspace } from 'vscode';
import { inlayHintsOf, nameOfMode, setInlayHints, type InlayHints } from '../inlay-hints';
import { Notice } from '../tell';
import type { Command } from './command';
import { requireReport } from './server-edits';

/** Which hints were shown before they were switched off. */
const LAST_MODE = 'inlayHints.last';
/** How long the status bar tells what is shown now, in milliseconds. */
const TOLD = 5000;

/** Switches the hints beside numbers off, and on again as they were. */
export const toggleInlayHints: Command = async ({ context: { globalState } }) => {
  const { uri, languageId } = requireReport();
  const present = inlayHintsOf(uri);
  const next = present === 'off' ? globalState.get<InlayHints>(LAST_MODE, 'current-row') : 'off';
  if (present !== 'off') await globalState.update(LAST_MODE, present);
  await setInlayHints(uri, next);
  window.setStatusBarMessage(l10n.t('Number hints: {0}', nameOfMode(next, l10n.t)), TOLD);
  const editor = workspace.getConfiguration('editor', { uri, languageId }).get<string>('inlayHints.enabled');
  if (next !== 'off' && editor === 'off')
    throw new Notice(
      l10n.t('The editor itself shows no inlay hints: see its setting {0}.', 'editor.inlayHints.enabled'),
    );
};
