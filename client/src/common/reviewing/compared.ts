import { type Disposable, l10n, workspace } from 'vscode';
import { type NormalisedParams, NormalisedRequest, type NormalisedResult } from '../../../../server/src/lsp/protocol';
import { untilCancelled } from '../cancelling';
import type { Server } from '../server';

/** The scheme of reports as they are compared; the query names the file. */
export const COMPARED = 'nianbao-compared';

/** Gives reports with their tables in one layout: what is compared is what they say, not how they are written. */
export const provideCompared = (server: Server): Disposable =>
  workspace.registerTextDocumentContentProvider(COMPARED, {
    async provideTextDocumentContent({ query }, token) {
      const params: NormalisedParams = { uri: query, line: 0 };
      const result = await untilCancelled(token, (signal) =>
        server.ask<NormalisedResult>(NormalisedRequest, params, signal),
      );
      return result?.text ?? l10n.t('No annual report was recognised in this file.');
    },
  });
