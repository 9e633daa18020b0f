import { type DocumentSymbol, type DocumentSymbolParams, SymbolKind } from 'vscode-languageserver';
import { outline, type OutlineNode, type Segment } from '../../core/index';
import { toRange } from '../to-protocol';
import type { Session } from '../session';

export const KINDS: Readonly<Record<OutlineNode['kind'], SymbolKind>> = {
  report: SymbolKind.File,
  section: SymbolKind.Module,
  subheading: SymbolKind.String,
  table: SymbolKind.Array,
  group: SymbolKind.Namespace,
  row: SymbolKind.Field,
};

/** textDocument/documentSymbol */
export async function documentSymbol(
  session: Session,
  { textDocument }: DocumentSymbolParams,
): Promise<DocumentSymbol[]> {
  const open = await session.open(textDocument.uri);
  return (
    open?.document.segments.flatMap((segment) =>
      outline(segment.report, open.settings.locale).map((node) => toSymbol(segment, node)),
    ) ?? []
  );
}

function toSymbol(segment: Segment, { kind, name, detail, span, selection, children }: OutlineNode): DocumentSymbol {
  return {
    name,
    detail,
    kind: KINDS[kind],
    range: toRange(segment, span),
    selectionRange: toRange(segment, selection),
    children: children.map((child) => toSymbol(segment, child)),
  };
}
