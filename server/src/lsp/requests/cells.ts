import type { DocumentOnTypeFormattingParams, TextEdit } from 'vscode-languageserver';
import { cellFrom, lineEndOf, lineStart, rowsOnLine } from '../../core/index';
import { toRange, toRangeAfter, toTextEdit } from '../to-protocol';
import type { CellParams, CellResult, CursorParams, CursorResult } from '../protocol';
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

/** nianbao/cell */
export async function cellAt(session: Session, { uri, position, move }: CellParams): Promise<CellResult | null> {
  const open = await session.open(uri);
  if (open === undefined) return null;
  const at = locate(open, position);
  const target = at && cellFrom(at.segment.report, at.offset, move, lineEndOf(open.document.text));
  if (at === undefined || target === undefined) return { version: open.version, edits: [], selection: null };
  const { span, edit } = target;
  if (edit === undefined) return { version: open.version, edits: [], selection: toRange(at.segment, span) };
  return {
    version: open.version,
    edits: [toTextEdit(at.segment, edit)],
    selection: toRangeAfter(at.segment, edit, span),
  };
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
