import { CodeActionKind, type CodeAction, type Range } from 'vscode-languageserver';
import {
  convertTable,
  isRefusal,
  LAYOUT_NAMES,
  layoutOfTable,
  message,
  say,
  segmentAt,
  sortSections,
  TABLE_LAYOUTS,
  wordsIn,
  type Context,
  type Table,
  type TableLayout,
} from '../../core/index';
import { toRange, toTextEdit } from '../to-protocol';
import type { OpenDocument, Session } from '../session';
import { withPreview, workspaceEdit } from '../workspace-edit';
import { within } from '../from-protocol';

const CONVERT = { zh: '将本表转换为：{layout}', en: 'Convert this table to: {layout}' };
const SORT = { zh: '将各部分按格式的顺序排列', en: 'Put the sections into the order of the form' };

const kind = CodeActionKind.RefactorRewrite;

/** Refactorings of what stands under the cursor: a table in each other layout, the sections in their order. */
export function rewriteActions(session: Session, open: OpenDocument, range: Range): CodeAction[] {
  return [...conversions(session, open, range), ...sorting(session, open, range)];
}

function conversions(session: Session, open: OpenDocument, range: Range): CodeAction[] {
  const { document, settings } = open;
  const segment = segmentAt(document, range.start.line);
  const table = segment?.report.tables.find(({ span }) => {
    const lines = toRange(segment, span);
    return lines.start.line <= range.start.line && range.end.line <= lines.end.line;
  });
  if (segment === undefined || table === undefined) return [];
  return session.verdicts
    .once(session.verdicts.context(open, segment), convertedTables)(table, settings.cjkWidth)
    .map(({ layout, result }): CodeAction => {
      const title = say(message(CONVERT, { layout: LAYOUT_NAMES[layout] }), settings.locale);
      if (isRefusal(result)) return { title, kind, disabled: { reason: wordsIn(result.reason, settings.locale) } };
      const edit = workspaceEdit(session.clientCapabilities, open, [toTextEdit(segment, result)], title);
      return { title, kind, edit };
    });
}

/**
 * A report's tables in every other layout, each written when it is first asked for: editors ask at every move of the
 * cursor.
 */
function convertedTables({ report, lineEnd }: Context) {
  const known = new Map<
    Table,
    readonly { readonly layout: TableLayout; readonly result: ReturnType<typeof convertTable> }[]
  >();
  return (table: Table, cjkWidth: number) => {
    let converted = known.get(table);
    if (converted === undefined) {
      const present = layoutOfTable(report, table);
      const others = TABLE_LAYOUTS.filter((layout) => layout !== present);
      converted = others.map((layout) => ({ layout, result: convertTable(report, table, layout, lineEnd, cjkWidth) }));
      known.set(table, converted);
    }
    return converted;
  };
}

/** Offered on headings, where one sees that they are out of order. */
function sorting(session: Session, open: OpenDocument, range: Range): CodeAction[] {
  const segment = open.document.segments.find(
    (each) =>
      within(each, range) !== undefined &&
      each.report.sections.some(({ heading }) => {
        const lines = toRange(each, heading);
        return lines.start.line <= range.end.line && range.start.line <= lines.end.line;
      }),
  );
  const edits = segment === undefined ? [] : sortSections(segment.report).map((edit) => toTextEdit(segment, edit));
  if (edits.length === 0) return [];
  const title = wordsIn(SORT, open.settings.locale);
  const edit = workspaceEdit(session.clientCapabilities, open, edits, title);
  return withPreview(session.clientCapabilities, open, { title, kind, edit });
}
