import { l10n, Range, type TreeItem, Uri } from 'vscode';
import type { ProtocolRange } from '../../../../server/src/lsp/protocol';

/** Opens a file at a place. */
export const opening = (uri: string, range: ProtocolRange | undefined): NonNullable<TreeItem['command']> => ({
  command: 'vscode.open',
  title: l10n.t('Open'),
  arguments: [
    Uri.parse(uri),
    range === undefined
      ? {}
      : {
          selection: new Range(range.start.line, range.start.character, range.end.line, range.end.character),
          preview: true,
        },
  ],
});
