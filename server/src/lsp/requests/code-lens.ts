import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { lenses, message, say, span, wordsIn } from '../../core/index';
import { toRange } from '../to-protocol';
import { RECOMPUTE_COMMAND, type RecomputeArguments, SHOW_COMMAND, type ShowArguments } from '../protocol';
import type { Session } from '../session';

/**
 * textDocument/codeLens: above each table its verdict, the value that is likely wrong where that is another than the
 * total, and recomputing where that would change a total.
 */
export async function codeLens(session: Session, { textDocument: { uri } }: CodeLensParams): Promise<CodeLens[]> {
  const open = await session.open(uri);
  if (open === undefined) return [];
  const { locale } = open.settings;
  const canShow = session.clientCapabilities.window?.showDocument?.support === true;
  const canApply = session.clientCapabilities.workspace?.applyEdit === true;
  return open.document.segments.flatMap((segment) =>
    session.verdicts
      .once(session.verdicts.context(open, segment), lenses)
      .flatMap(({ table, title, changes, suspects }): CodeLens[] => {
        const { start } = toRange(segment, span(table.span.start, table.span.start));
        const range = { start, end: start };
        const verdict: CodeLens = { range, command: { title: wordsIn(title, locale), command: '' } };
        const shown = [verdict];
        const [suspect] = suspects;
        if (suspect !== undefined && canShow) {
          const given: ShowArguments = [uri, toRange(segment, suspect)];
          shown.push({
            range,
            command: { title: wordsIn(SUSPECT, locale), command: SHOW_COMMAND, arguments: [...given] },
          });
        }
        if (changes === 0 || !canApply) return shown;
        const offer = say(message(RECOMPUTE, { changes }), locale);
        const given: RecomputeArguments = [uri, start.line];
        return [...shown, { range, command: { title: offer, command: RECOMPUTE_COMMAND, arguments: [...given] } }];
      }),
  );
}

const SUSPECT = { zh: '看疑错格', en: 'Show the suspected value' };
const RECOMPUTE = { zh: '重新合计（{changes} 处）', en: 'Recompute ({changes} totals)' };
