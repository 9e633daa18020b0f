import { SemanticTokensBuilder, type SemanticTokens, type SemanticTokensParams } from 'vscode-languageserver';
import { semanticTokens, TOKEN_TYPES } from '../../core/index';
import type { Session } from '../session';

export const LEGEND = { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] };

/** textDocument/semanticTokens/full. A token that runs over several lines is cut at their ends, as the protocol has it. */
export async function semanticTokensOf(session: Session, { textDocument: { uri } }: SemanticTokensParams): Promise<SemanticTokens> {
  const open = await session.open(uri);
  const builder = new SemanticTokensBuilder();
  for (const segment of open?.document.segments ?? []) {
    const { lines } = segment.report;
    for (const { start, end, type } of semanticTokens(session.context(open!, segment))) {
      for (let line = lines.lineAt(start); line <= lines.lineAt(end); line++) {
        const from = Math.max(start, lines.start(line));
        const to = Math.min(end, lines.end(line));
        if (to > from) builder.push(segment.firstLine + line, from - lines.start(line), to - from, TOKEN_TYPES.indexOf(type), 0);
      }
    }
  }
  return builder.build();
}
