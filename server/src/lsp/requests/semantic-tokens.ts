import { SemanticTokensBuilder, type SemanticTokens, type SemanticTokensParams } from 'vscode-languageserver';
import { semanticTokens, TOKEN_TYPES, type Context } from '../../core/index';
import type { Session } from '../session';

export const LEGEND = { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] };

/**
 * textDocument/semanticTokens/full. A token that runs over several lines is cut at their ends, as the protocol has it.
 */
export async function semanticTokensOf(
  session: Session,
  { textDocument: { uri } }: SemanticTokensParams,
): Promise<SemanticTokens> {
  const open = await session.open(uri);
  const builder = new SemanticTokensBuilder();
  for (const segment of open?.document.segments ?? []) {
    for (const { line, character, length, type } of session.verdicts.once(
      session.verdicts.context(open!, segment),
      pieces,
    ))
      builder.push(segment.firstLine + line, character, length, type, 0);
  }
  return builder.build();
}

interface Piece {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: number;
}

function pieces(context: Context): readonly Piece[] {
  const { lines } = context.report;
  const cut: Piece[] = [];
  for (const { start, end, type } of semanticTokens(context)) {
    const last = lines.lineAt(end);
    for (let line = lines.lineAt(start); line <= last; line++) {
      const from = Math.max(start, lines.start(line));
      const length = Math.min(end, lines.end(line)) - from;
      if (length > 0) cut.push({ line, character: from - lines.start(line), length, type: TOKEN_TYPES.indexOf(type) });
    }
  }
  return cut;
}
