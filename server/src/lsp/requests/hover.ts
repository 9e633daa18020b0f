import { MarkupKind, type Hover, type HoverParams } from 'vscode-languageserver';
import { hover, wordsIn } from '../../core/index';
import { toRange } from '../to-protocol';
import type { Session } from '../session';
import { locate } from '../from-protocol';

/** textDocument/hover */
export async function hoverAt(session: Session, { textDocument, position }: HoverParams): Promise<Hover | null> {
  const open = await session.open(textDocument.uri);
  const at = open === undefined ? undefined : locate(open, position);
  if (open === undefined || at === undefined) return null;
  const found = hover(session.verdicts.context(open, at.segment), at.offset, open.settings.deadlines);
  if (found === undefined) return null;
  const value = found.paragraphs.map((words) => wordsIn(words, open.settings.locale)).join('\n\n');
  return { range: toRange(at.segment, found.span), contents: { kind: MarkupKind.Markdown, value } };
}
