import type { FoldingRange, FoldingRangeParams } from 'vscode-languageserver';
import { folds } from '../../core/index';
import type { Session } from '../session';

/** textDocument/foldingRange */
export async function foldingRange(session: Session, { textDocument }: FoldingRangeParams): Promise<FoldingRange[]> {
  const open = await session.open(textDocument.uri);
  return (
    open?.document.segments.flatMap(({ report, firstLine }) =>
      folds(report).map((fold) => ({ startLine: firstLine + fold.firstLine, endLine: firstLine + fold.lastLine })),
    ) ?? []
  );
}
