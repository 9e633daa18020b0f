import { commands, Selection, window } from 'vscode';
import { type CellParams, CellRequest, type CellResult } from '../../../../server/src/lsp/protocol';
import { REPORT } from '../language';
import type { Server } from '../server';
import type { Command } from './command';
import { toRange } from './server-edits';

/**
 * Tab, Shift+Tab and Enter in a table: to another value of it, which is selected. Where there is none, the key does
 * what it always does.
 */
const moveTo =
  (move: CellParams['move'], asAlways: () => Thenable<unknown>): Command =>
  async ({ server }) => {
    if (!(await goes(server, move))) await asAlways();
  };

export const nextCell = moveTo('next', () => commands.executeCommand('tab'));
export const previousCell = moveTo('previous', () => commands.executeCommand('outdent'));
export const nextRow = moveTo('line', () => commands.executeCommand('type', { text: '\n' }));

async function goes(server: Server, move: CellParams['move']): Promise<boolean> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== REPORT || editor.selections.length > 1 || !editor.selection.isSingleLine)
    return false;
  const { document, selection } = editor;
  const { line, character } = selection.active;
  const params: CellParams = { uri: document.uri.toString(), position: { line, character }, move };
  const result = await server.request<CellResult>(CellRequest, params).catch(() => undefined);
  if (result === undefined || result.selection === null) return false;
  // Whoever has typed on meanwhile does not want to be moved.
  if (result.version !== document.version) return true;
  const { edits } = result;
  const isThere =
    edits.length === 0 ||
    (await editor.edit((builder) => edits.forEach(({ range, newText }) => builder.replace(toRange(range), newText))));
  if (!isThere) return false;
  const { start, end } = toRange(result.selection);
  editor.selection = new Selection(start, end);
  editor.revealRange(editor.selection);
  return true;
}
