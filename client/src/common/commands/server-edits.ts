import { l10n, Range, type TextDocument, WorkspaceEdit, workspace } from 'vscode';
import type { EditParams, EditResult, ProtocolRange } from '../../../../server/src/lsp/protocol';
import { activeReport } from '../active-report';
import type { Server } from '../server';
import { Notice } from '../tell';

/** The report in the active editor; ends the command where there is none. */
export function requireReport(): TextDocument {
  const document = activeReport();
  if (document === undefined) throw new Notice(l10n.t('Please open an annual report first.'));
  return document;
}

export const requestEdits = (server: Server, method: string, { uri }: TextDocument): Promise<EditResult> =>
  server.request<EditResult>(method, { uri: uri.toString() } satisfies EditParams);

/** Applies the server's edits as one step that can be undone. */
export async function applyEdits(document: TextDocument, { version, edits }: EditResult): Promise<void> {
  if (document.version !== version) throw new Notice(l10n.t('The text has changed in the meantime. Please try again.'));
  const change = new WorkspaceEdit();
  for (const { range, newText } of edits) change.replace(document.uri, toRange(range), newText);
  if (!(await workspace.applyEdit(change))) throw new Notice(l10n.t('The file could not be changed. Is it read-only?'));
}

export const toRange = ({ start, end }: ProtocolRange): Range =>
  new Range(start.line, start.character, end.line, end.character);
