import type { DocumentOnTypeFormattingParams, Position, TextEdit } from 'vscode-languageserver';
import { lineStart, rowsOnLine } from '../../core/index';
import type { CursorParams, CursorResult } from '../protocol';
import type { OpenDocument, Session } from '../session';
import { locate } from '../from-protocol';

/** nianbao/cursor: hints are asked for anew where they are those of another row, or of another value of a wide one. */
export async function cursorMoved(session: Session, { uri, ...cursor }: CursorParams): Promise<CursorResult | null> {
  const open = await session.open(uri);
  if (open === undefined) return null;
  const rows = rowsAt(open, cursor);
  const known = session.cursors.get(uri)?.rows ?? '';
  session.cursors.set(uri, { ...cursor, rows });
  if (rows !== known && open.settings.inlayHints === 'current-row') session.refreshHints();
  return { inTable: rows !== '' };
}

function rowsAt(open: OpenDocument, cursor: Position): string {
  const at = locate(open, cursor);
  if (at === undefined) return '';
  const { report, firstLine } = at.segment;
  const line = cursor.line - firstLine;
  return rowsOnLine(report, line)
    .map(({ table, row }) => {
      const here = row.cells.filter(({ span }) => report.lines.lineAt(span.start) === line);
      const value =
        here.length > 1 ? here.findIndex(({ span }) => span.start <= at.offset && at.offset <= span.end) : -1;
      return `${firstLine}/${table.id}/${row.form.id}/${value}`;
    })
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
