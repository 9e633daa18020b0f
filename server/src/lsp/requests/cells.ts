import type { DocumentOnTypeFormattingParams, TextEdit } from 'vscode-languageserver';
import { lineStart, rowsOnLine } from '../../core/index';
import type { CursorParams, CursorResult } from '../protocol';
import type { OpenDocument, Session } from '../session';
import { locate } from '../from-protocol';

/** nianbao/cursor: hints are asked for anew where they are those of another row. */
export async function cursorMoved(session: Session, { uri, line }: CursorParams): Promise<CursorResult | null> {
  const open = await session.open(uri);
  if (open === undefined) return null;
  const rows = rowsAt(open, line);
  const known = session.cursors.get(uri)?.rows ?? '';
  session.cursors.set(uri, { line, rows });
  if (rows !== known && open.settings.inlayHints === 'current-row') session.refreshHints();
  return { inTable: rows !== '' };
}

function rowsAt(open: OpenDocument, line: number): string {
  const at = locate(open, { line, character: 0 });
  if (at === undefined) return '';
  const { report, firstLine } = at.segment;
  return rowsOnLine(report, line - firstLine)
    .map(({ table, row }) => `${firstLine}/${table.id}/${row.form.id}`)
    .join();
}

/** textDocument/onTypeFormatting: the tab that the next cell of a row stands behind. */
export async function onTypeFormatting(
  session: Session,
  { textDocument, position, ch }: DocumentOnTypeFormattingParams,
): Promise<TextEdit[]> {
  const open = await session.open(textDocument.uri);
  const at = open && locate(open, position);
  if (at === undefined || ch !== '\n') return [];
  const newText = lineStart(at.segment.report, at.offset);
  return newText === '' ? [] : [{ range: { start: position, end: position }, newText }];
}
