import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { lenses, message, say, span, wordsIn } from '../../core/index';
import { toRange } from '../to-protocol';
import { RECOMPUTE_COMMAND, type RecomputeArguments } from '../protocol';
import type { Session } from '../session';

/** textDocument/codeLens: above each table its verdict, and recomputing where that would change a total. */
export async function codeLens(session: Session, { textDocument: { uri } }: CodeLensParams): Promise<CodeLens[]> {
  const open = await session.open(uri);
  if (open === undefined) return [];
  const { locale } = open.settings;
  const canApply = session.clientCapabilities.workspace?.applyEdit === true;
  return open.document.segments.flatMap((segment) =>
    session.verdicts
      .once(session.verdicts.context(open, segment), lenses)
      .flatMap(({ table, title, changes }): CodeLens[] => {
        const { start } = toRange(segment, span(table.span.start, table.span.start));
        const range = { start, end: start };
        const verdict: CodeLens = { range, command: { title: wordsIn(title, locale), command: '' } };
        if (changes === 0 || !canApply) return [verdict];
        const offer = say(message(RECOMPUTE, { changes }), locale);
        const given: RecomputeArguments = [uri, start.line];
        return [verdict, { range, command: { title: offer, command: RECOMPUTE_COMMAND, arguments: [...given] } }];
      }),
  );
}

const RECOMPUTE = { zh: '重新合计（{changes} 处）', en: 'Recompute ({changes} totals)' };
