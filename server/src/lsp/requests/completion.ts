import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver';
import { complete, toSnippet, wordsIn, type Locale, type Proposal, type Segment } from '../../core/index';
import { toRange } from '../to-protocol';
import type { Session } from '../session';
import { locate } from '../from-protocol';

/**
 * What ends the number of a heading, opens a title's bracket, or ends words behind which the prose has a figure of the
 * tables.
 */
export const TRIGGERS = [...'、《请理结开转年议讼章件可罚强费'];

/** Which proposal of which list an item is. */
interface ItemData {
  readonly list: number;
  readonly place: number;
}

/** textDocument/completion */
export async function completion(
  session: Session,
  { textDocument, position }: CompletionParams,
): Promise<CompletionItem[]> {
  const open = await session.open(textDocument.uri);
  const at = open === undefined ? undefined : locate(open, position);
  if (open === undefined || at === undefined) return [];
  const { segment, offset } = at;
  const proposals = complete(session.verdicts.context(open, segment), offset, () =>
    session.workspace.neighboursOf(open.uri),
  );
  if (proposals.length === 0) return [];
  const { locale } = open.settings;
  const list = session.offered.list + 1;
  session.offered = { list, proposals, locale };
  const client = session.clientCapabilities.textDocument?.completion?.completionItem;
  return proposals.map((proposal, place) => ({
    ...toItem(proposal, segment, offset, locale, client?.snippetSupport === true),
    ...(client?.labelDetailsSupport === true
      ? { labelDetails: { description: wordsIn(proposal.detail, locale) } }
      : {}),
    sortText: String(place).padStart(3, '0'),
    data: { list, place } satisfies ItemData,
  }));
}

/** completionItem/resolve: what the item is and where that is written down. */
export function resolveCompletion({ offered }: Session, item: CompletionItem): CompletionItem {
  const { list, place } = (item.data ?? {}) as Partial<ItemData>;
  const proposal = list === offered.list && Number.isInteger(place) ? offered.proposals[place!] : undefined;
  if (proposal === undefined) return item;
  const value = proposal
    .about()
    .map((words) => wordsIn(words, offered.locale))
    .join('\n\n');
  return { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}

const KINDS: Readonly<Record<Proposal['kind'], CompletionItemKind>> = {
  template: CompletionItemKind.Snippet,
  section: CompletionItemKind.Module,
  row: CompletionItemKind.Struct,
  label: CompletionItemKind.Field,
  title: CompletionItemKind.Constant,
  period: CompletionItemKind.Constant,
  figure: CompletionItemKind.Value,
  phrase: CompletionItemKind.Text,
};

function toItem(
  proposal: Proposal,
  segment: Segment,
  offset: number,
  locale: Locale,
  snippets: boolean,
): CompletionItem {
  const { kind, label, detail, matches, span, text } = proposal;
  const snippet = snippets ? (proposal.snippet ?? (text.includes('〔填写') ? toSnippet(text) : undefined)) : undefined;
  // Clients compare the text that is replaced with this: it may be spelt otherwise, or begin with white space.
  const replaced = segment.report.text.slice(span.start, offset);
  const filter = matches.join(' ');
  return {
    label: wordsIn(label, locale),
    kind: KINDS[kind],
    detail: wordsIn(detail, locale),
    filterText: filter.startsWith(replaced) ? filter : `${replaced} ${filter}`,
    insertTextFormat: snippet === undefined ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
    insertTextMode: InsertTextMode.asIs,
    textEdit: { range: toRange(segment, span), newText: snippet ?? text },
  };
}
