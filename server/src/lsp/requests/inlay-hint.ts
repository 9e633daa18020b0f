import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import { inlayHints, span, wordsIn } from '../../core/index';
import { toRange } from '../to-protocol';
import type { Session } from '../session';
import { locate, within } from '../from-protocol';

/** textDocument/inlayHint */
export async function inlayHint(session: Session, { textDocument, range }: InlayHintParams): Promise<InlayHint[]> {
  const open = await session.open(textDocument.uri);
  if (open === undefined) return [];
  const { locale, inlayHints: mode } = open.settings;
  return open.document.segments.flatMap((segment) => {
    const asked = within(segment, range);
    if (asked === undefined) return [];
    const cursor = session.cursors.get(textDocument.uri);
    const at = cursor && locate(open, cursor);
    return inlayHints(
      session.verdicts.context(open, segment),
      mode,
      asked,
      at?.segment === segment ? at.offset : undefined,
    ).map((hint) => ({
      position: toRange(segment, span(hint.offset, hint.offset)).start,
      label: wordsIn(hint.label, locale),
      tooltip: `${wordsIn(hint.tooltip, locale)}\n\n${wordsIn(TURN_OFF, locale)}`,
      paddingLeft: true,
    }));
  });
}

const TURN_OFF = {
  zh: '不想看到这些标注：用命令“开关数字标注”，或改设置 nianbao.inlayHints',
  en: 'To hide these hints: command “Toggle Number Hints”, or setting nianbao.inlayHints',
};
