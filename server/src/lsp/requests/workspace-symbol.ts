import type { CancellationToken, SymbolInformation, WorkspaceSymbolParams } from 'vscode-languageserver';
import { symbols, type NamedPart, type Segment } from '../../core/index';
import { toRange } from '../to-protocol';
import { throwIfCancelled, type Session } from '../session';
import { KINDS } from './document-symbol';

/** More than anyone looks through; a longer query finds what is left out. */
const MOST = 500;

/** workspace/symbol: over the reports that are open. */
export async function workspaceSymbol(
  session: Session,
  { query }: WorkspaceSymbolParams,
  token: CancellationToken,
): Promise<SymbolInformation[]> {
  const found: { readonly uri: string; readonly segment: Segment; readonly part: NamedPart }[] = [];
  for (const uri of session.openUris()) {
    const open = await session.open(uri);
    throwIfCancelled(token);
    for (const segment of open?.document.segments ?? [])
      for (const part of symbols(segment.report, query, open!.settings.locale)) found.push({ uri, segment, part });
  }
  return found
    .sort((a, b) => a.part.rank - b.part.rank)
    .slice(0, MOST)
    .map(({ uri, segment, part: { node, container } }) => ({
      name: node.name,
      kind: KINDS[node.kind],
      location: { uri, range: toRange(segment, node.selection) },
      ...(container === undefined ? {} : { containerName: container }),
    }));
}
