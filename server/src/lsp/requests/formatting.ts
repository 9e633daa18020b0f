import type { DocumentFormattingParams, DocumentRangeFormattingParams, TextEdit } from 'vscode-languageserver';
import { alignColumns, formatTables, span } from '../../core/index';
import { toTextEdit } from '../to-protocol';
import type { Session } from '../session';
import { within } from '../from-protocol';

/** textDocument/formatting and textDocument/rangeFormatting */
export async function formatting(
  session: Session,
  params: DocumentFormattingParams | DocumentRangeFormattingParams,
): Promise<TextEdit[]> {
  const open = await session.open(params.textDocument.uri);
  if (open === undefined) return [];
  return open.document.segments.flatMap((segment) => {
    const asked = 'range' in params ? within(segment, params.range) : span(0, segment.report.text.length);
    if (asked === undefined) return [];
    const { align, cjkWidth } = open.settings;
    const edits = align ? alignColumns(segment.report, asked, cjkWidth) : formatTables(segment.report, asked);
    return edits.map((edit) => toTextEdit(segment, edit));
  });
}
