import {
  type CodeAction,
  CodeActionKind,
  commands,
  l10n,
  Range,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import type { PreviewPlace } from '../../../../server/src/lsp/protocol';
import { applyEdits } from '../commands/server-edits';
import { REPORT } from '../language';
import { Notice } from '../tell';

/** Offers the repairs that the editor offers at a place, and makes the one that is chosen in the text. */
export async function repairAt(
  document: TextDocument,
  [start, end]: PreviewPlace,
  editorOf: () => Promise<TextEditor>,
): Promise<void> {
  const { version } = document;
  const range = new Range(document.positionAt(start), document.positionAt(end));
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    CodeActionKind.QuickFix.value,
  );
  const ours = actions.filter(isOurs);
  if (ours.length === 0) throw new Notice(l10n.t('There is no repair for this: please edit the value or the text.'));
  const picked = await window.showQuickPick(
    ours.map((action) => ({ label: `$(lightbulb) ${action.title}`, action })),
    { title: l10n.t('Repairs'), placeHolder: l10n.t('Which one?') },
  );
  if (picked !== undefined) await make(document, version, picked.action, editorOf);
}

/** Other extensions offer something everywhere. */
const isOurs = ({ diagnostics, command }: CodeAction): boolean =>
  diagnostics?.some(({ source }) => source === REPORT) === true || command?.command.startsWith('nianbao.') === true;

async function make(
  document: TextDocument,
  version: number,
  { edit, command }: CodeAction,
  editorOf: () => Promise<TextEditor>,
): Promise<void> {
  const entries = edit?.entries() ?? [];
  const isPlain = entries.every(
    ([uri, edits]) =>
      uri.toString() === document.uri.toString() &&
      edits.every(({ range, newText }) => !range.isEmpty || newText !== ''),
  );
  // An edit of nothing asks for a look at the others first.
  if (edit !== undefined && !isPlain) await workspace.applyEdit(edit);
  else if (entries.length > 0) {
    const edits = entries.flatMap(([, each]) => each);
    await applyEdits(document, { version, edits }, await editorOf());
  }
  if (command !== undefined) await commands.executeCommand(command.command, ...(command.arguments ?? []));
}
