import { l10n, Uri, window, workspace, type CancellationToken, ProgressLocation } from 'vscode';
import { bodiesInBlocks, bodiesInText } from '../../../../server/src/core/reviewing/body-list';
import { encodingMeant } from '../../../../server/src/core/text/garbled';
import { SetBodiesRequest, type SetBodiesParams, type SetBodiesResult } from '../../../../server/src/lsp/protocol';
import type { Exchange } from '../exchange';
import { nameOf } from '../file-name';
import { inEditorsLanguage, Notice } from '../tell';
import type { Command } from './command';

/** Takes the bodies that should report from a text or a workbook into the configuration of the folder. */
export const takeBodies: Command = async ({ exchange, server, review }, argument) => {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined) throw new Notice(l10n.t('Please open the folder of the reports first.'));
  const file = argument instanceof Uri ? argument : await askFile(folder);
  if (file === undefined) return;
  const title = l10n.t('Reading {0}', nameOf(file));
  const bodies = await window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (_, token) => bodiesIn(file, exchange, token),
  );
  if (bodies.length === 0) throw new Notice(l10n.t('No list of bodies was read in {0}.', nameOf(file)));
  const params: SetBodiesParams = { folder: folder.toString(), bodies };
  const { written } = await server.request<SetBodiesResult>(SetBodiesRequest, params);
  if (written === null) return;
  await review.check();
  const twice = bodies.length - new Set(bodies).size;
  const told = l10n.t('{0} bodies are expected; the list stands in nianbao.config.json.', bodies.length);
  throw new Notice(twice === 0 ? told : `${told} ${l10n.t('{0} of them stand there more than once.', twice)}`);
};

async function askFile(folder: Uri): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    title: l10n.t('A list of the bodies that should report, one a line or in a column'),
    defaultUri: folder,
    filters: { [l10n.t('Lists')]: ['xlsx', 'txt', 'csv'] },
  });
  return chosen?.[0];
}

async function bodiesIn(uri: Uri, exchange: Exchange, token: CancellationToken): Promise<readonly string[]> {
  const bytes = await workspace.fs.readFile(uri);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    const text = await workspace.decode(bytes, { uri });
    const encoding = encodingMeant(text);
    return bodiesInText(encoding === undefined ? text : await workspace.decode(bytes, { encoding }));
  }
  const imported = await exchange.have('importFile', [bytes], token);
  if ('refused' in imported) throw new Notice(inEditorsLanguage(imported.refused));
  return bodiesInBlocks(imported.blocks);
}
