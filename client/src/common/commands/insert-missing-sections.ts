import { l10n, TextEditorRevealType, window } from 'vscode';
import { MissingSectionsRequest } from '../../../../server/src/lsp/protocol';
import { Notice } from '../tell';
import type { Command } from './command';
import { applyEdits, requestEdits, requireEditable, toRange } from './server-edits';

export const insertMissingSections: Command = async ({ server }) => {
  const document = requireEditable();
  const result = await requestEdits(server, MissingSectionsRequest, document);
  const [first] = result.edits;
  if (first === undefined) throw new Notice(l10n.t('All six sections are there.'));
  await applyEdits(document, result);
  window.visibleTextEditors
    .find((editor) => editor.document === document)
    ?.revealRange(toRange(first.range), TextEditorRevealType.AtTop);
};
