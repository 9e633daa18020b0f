import { recompute, say } from '../../core/index';
import { toRange, toTextEdit } from '../convert';
import type { Session } from '../session';

/** The server's command behind 重新合计: all totals of a document, or those of the table on a line. Changes are shown before they are made. */
export const RECOMPUTE_COMMAND = 'nianbao.server.recompute';
export type RecomputeArguments = readonly [uri: string, line?: number];

const LABEL = { zh: '重新合计', en: 'Recompute totals' };
const DETAIL = { zh: '总计改为各部分之和', en: 'totals become the sum of their parts' };

export async function recomputeTotals(session: Session, [uri, line]: RecomputeArguments): Promise<void> {
  const open = await session.open(uri);
  if (open === undefined) return;
  const edits = open.document.segments.flatMap((segment) =>
    segment.report.tables
      .filter(({ span }) => {
        const { start, end } = toRange(segment, span);
        return line === undefined || (start.line <= line && line <= end.line);
      })
      .flatMap((table) => recompute(session.context(open, segment), table).map((edit) => toTextEdit(segment, edit))),
  );
  if (edits.length === 0) return;
  const { locale } = open.settings;
  const annotated = session.clientCapabilities.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
  const label = say({ words: LABEL, args: {} }, locale);
  await session.connection.workspace.applyEdit({
    label,
    edit: {
      documentChanges: [
        { textDocument: { uri, version: open.version }, edits: annotated ? edits.map((edit) => ({ ...edit, annotationId: 'recompute' })) : edits },
      ],
      ...(annotated ? { changeAnnotations: { recompute: { label, description: say({ words: DETAIL, args: {} }, locale), needsConfirmation: true } } } : {}),
    },
  });
}
