import { CodeActionKind, type CodeAction, type Range } from 'vscode-languageserver';
import { convertTable, isRefusal, LAYOUT_NAMES, lineEndOf, message, say, TABLE_LAYOUTS } from '../../core/index';
import { toRange, toTextEdit, toWorkspaceEdit } from '../convert';
import type { OpenDocument } from '../session';

const TITLE = { zh: '将本表转换为：{layout}', en: 'Convert this table to: {layout}' };

/** Refactorings of the table under the cursor: the same table in each other layout. */
export function rewriteActions({ uri, version, document, settings }: OpenDocument, range: Range, versioned: boolean): CodeAction[] {
  const segment = document.segments.findLast(({ firstLine }) => firstLine <= range.start.line);
  const table = segment?.report.tables.find(({ span }) => {
    const own = toRange(segment, span);
    return own.start.line <= range.start.line && range.end.line <= own.end.line;
  });
  if (segment === undefined || table === undefined) return [];
  const { locale } = settings;
  return TABLE_LAYOUTS.filter((layout) => layout !== segment.report.layout).map((layout): CodeAction => {
    const title = say(message(TITLE, { layout: LAYOUT_NAMES[layout] }), locale);
    const result = convertTable(segment.report, table, layout, lineEndOf(document.text));
    const kind = CodeActionKind.RefactorRewrite;
    if (isRefusal(result)) return { title, kind, disabled: { reason: locale === 'en' ? result.reason.en : result.reason.zh } };
    return { title, kind, edit: toWorkspaceEdit(uri, version, [toTextEdit(segment, result)], versioned) };
  });
}
