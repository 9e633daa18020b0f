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
import type { Server } from '../server';
import { Notice } from '../tell';

/** Offers the repairs that the editor offers at a place, and makes the one that is chosen in the text. */
export async function repairAt(
  server: Server,
  document: TextDocument,
  [start, end]: PreviewPlace,
  editorOf: () => Promise<TextEditor>,
): Promise<void> {
  const { version } = document;
  const range = new Range(document.positionAt(start), document.positionAt(end));
  const actions = await repairsIn(server, document, range);
  if (actions.length === 0) throw new Notice(l10n.t('There is no repair for this: please edit the value or the text.'));
  const picked = await window.showQuickPick(
    actions.map((action) => ({ label: `$(lightbulb) ${action.title}`, action })),
    { title: l10n.t('Repairs'), placeHolder: l10n.t('Which one?') },
  );
  if (picked !== undefined) await make(document, version, picked.action, editorOf);
}

/** Asked of the server alone: what the editor gathers for others does not tell whose it is. */
async function repairsIn(server: Server, { uri }: TextDocument, range: Range): Promise<readonly CodeAction[]> {
  const client = await server.start();
  const answer = await client.sendRequest<
    Parameters<typeof client.protocol2CodeConverter.asCodeActionResult>[0] | null
  >('textDocument/codeAction', {
    textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
    range: client.code2ProtocolConverter.asRange(range),
    context: { diagnostics: [], only: [CodeActionKind.QuickFix.value] },
  });
  const actions = await client.protocol2CodeConverter.asCodeActionResult(answer ?? []);
  return actions.filter((action): action is CodeAction => 'edit' in action || 'kind' in action);
}

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
