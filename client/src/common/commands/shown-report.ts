import { l10n, type TextDocument, type Uri } from 'vscode';
import type { Showing } from '../../../../server/src/core/showing/showing';
import { type ShowingParams, ShowingRequest, type ShowingResult } from '../../../../server/src/lsp/protocol';
import { nameOf, withExtension } from '../file-name';
import { Notice } from '../tell';
import type { Extension } from './command';
import type { Choice } from './export-choice';

/** What the server knows of the report on a line. */
export const showingAt = (
  { server }: Extension,
  { uri }: TextDocument,
  line: number,
  signal?: AbortSignal,
): Promise<ShowingResult> =>
  server.request<ShowingResult>(ShowingRequest, { uri: uri.toString(), line } satisfies ShowingParams, signal);

/** The report as it is shown; ends the command where it cannot be exported as it was chosen. */
export function whole({ showing, reason, failed }: ShowingResult, { marks }: Choice): Showing {
  if (showing === null) throw new Notice(l10n.t('Nothing was exported. {0}', reason ?? ''));
  if (marks && failed)
    throw new Notice(l10n.t('The report could not be checked whole, so its marks would not be all; see the log.'));
  return showing;
}

/** The name of a report's own file, for one that does not say whose or when. */
export const stemOf = (uri: Uri): string => withExtension(nameOf(uri), '').slice(0, -1);
