import type {
  DefinitionParams,
  DocumentHighlight,
  DocumentHighlightParams,
  Location,
  ReferenceParams,
  SelectionRange,
  SelectionRangeParams,
} from 'vscode-languageserver';
import { definition, highlights, references, selectionRanges } from '../../core/index';
import { toRange } from '../to-protocol';
import type { Session } from '../session';
import { locate } from '../from-protocol';

/** textDocument/definition */
export async function definitionAt(
  session: Session,
  { textDocument: { uri }, position }: DefinitionParams,
): Promise<Location[]> {
  const open = await session.open(uri);
  const at = open === undefined ? undefined : locate(open, position);
  if (open === undefined || at === undefined) return [];
  const { here, elsewhere } = definition(session.verdicts.context(open, at.segment), at.offset);
  const last =
    elsewhere === undefined ? [] : [{ uri: elsewhere.file, range: { start: elsewhere.start, end: elsewhere.end } }];
  return [...here.map((span) => ({ uri, range: toRange(at.segment, span) })), ...last];
}

/** textDocument/references */
export async function referencesAt(
  session: Session,
  { textDocument: { uri }, position }: ReferenceParams,
): Promise<Location[]> {
  const open = await session.open(uri);
  const at = open === undefined ? undefined : locate(open, position);
  if (open === undefined || at === undefined) return [];
  return references(session.verdicts.context(open, at.segment), at.offset).map((span) => ({
    uri,
    range: toRange(at.segment, span),
  }));
}

/** textDocument/documentHighlight */
export async function highlightsAt(
  session: Session,
  { textDocument: { uri }, position }: DocumentHighlightParams,
): Promise<DocumentHighlight[]> {
  const open = await session.open(uri);
  const at = open === undefined ? undefined : locate(open, position);
  return at === undefined
    ? []
    : highlights(at.segment.report, at.offset).map((span) => ({ range: toRange(at.segment, span) }));
}

/** textDocument/selectionRange */
export async function selectionRange(
  session: Session,
  { textDocument: { uri }, positions }: SelectionRangeParams,
): Promise<SelectionRange[]> {
  const open = await session.open(uri);
  if (open === undefined) return [];
  return positions.map((position) => {
    const at = locate(open, position);
    const spans = at === undefined ? [] : [...selectionRanges(at.segment.report, at.offset)].reverse();
    let range: SelectionRange | undefined;
    for (const span of spans)
      range = { range: toRange(at!.segment, span), ...(range === undefined ? {} : { parent: range }) };
    return range ?? { range: { start: position, end: position } };
  });
}
