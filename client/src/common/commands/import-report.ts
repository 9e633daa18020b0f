import { type CancellationToken, CancellationError, l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import { aboutImported } from '../../../../server/src/core/explaining/imported';
import type { TableLayout } from '../../../../server/src/core/formats/layouts';
import type { Words } from '../../../../server/src/core/formats/types';
import { textOfBlocks } from '../../../../server/src/core/writing/from-blocks';
import type { Exchange } from '../exchange';
import { nameOf, withExtension } from '../file-name';
import { REPORT } from '../language';
import { inEditorsLanguage, Notice } from '../tell';
import { openUntitled } from '../untitled';
import type { Command } from './command';

export const IMPORTED = ['docx', 'xlsx', 'html', 'htm', 'mht', 'mhtml', 'txt'];
/** What people may choose as well, to be told what to do with it. */
export const TOLD_OF = ['doc', 'docm', 'wps', 'xls', 'xlsm', 'et', 'pdf', 'rtf'];

/** A report takes some hundred kilobytes; pictures may add to them. */
const LARGEST = 50 * 1024 * 1024;

/** Opens what a file of another program holds as a report that is not yet saved. */
export const importReport: Command = async ({ exchange, log }, argument) => {
  const files = argument instanceof Uri ? [argument] : await askFiles();
  const refused: string[] = [];
  for (const file of files) {
    try {
      const imported = await readReport(exchange, file);
      await openImported(file, imported);
      tellOfImported(file, imported.notes).catch((error: unknown) => log.error(String(error)));
    } catch (error) {
      // Those that are left are given up as well; what was refused before is told.
      if (error instanceof CancellationError) break;
      // The others are imported all the same.
      if (!(error instanceof Notice)) throw error;
      refused.push(error.message);
    }
  }
  if (refused.length > 0) throw new Notice(refused.join('\n'));
};

export async function openImported(file: Uri, { text }: ImportedText): Promise<void> {
  const document = await openUntitled(text, withExtension(nameOf(file), 'txt'));
  await window.showTextDocument(document, { preview: false });
}

const askFiles = async (): Promise<readonly Uri[]> =>
  (await window.showOpenDialog({
    title: l10n.t('Import reports'),
    openLabel: l10n.t('Import'),
    canSelectMany: true,
    filters: { [l10n.t('Word, Excel, web pages and text')]: [...IMPORTED, ...TOLD_OF] },
  })) ?? [];

export interface ImportedText {
  readonly text: string;
  /** What was not taken over, and what else there is to say. */
  readonly notes: readonly Words[];
}

/**
 * The text of a file of another program; ends the command with a sentence where it cannot be read. What has no place
 * that it could be read from brings its bytes along.
 */
export async function readReport(
  exchange: Exchange,
  file: Uri,
  bytes: () => Thenable<Uint8Array> = () => bytesOf(file),
): Promise<ImportedText> {
  const title = l10n.t('Importing {0}', nameOf(file));
  return await window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    async (_, token) => textOf(exchange, file, await bytes(), token),
  );
}

async function textOf(
  exchange: Exchange,
  file: Uri,
  bytes: Uint8Array,
  token: CancellationToken,
): Promise<ImportedText> {
  if (bytes.length > LARGEST) throw tooLarge(file);
  const imported = await exchange.have('importFile', [bytes], token);
  if ('refused' in imported) throw new Notice(`${nameOf(file)}: ${inEditorsLanguage(imported.refused)}`);
  const layout = workspace.getConfiguration(REPORT, file).get<TableLayout>('layout', 'cells');
  const written = textOfBlocks(imported.blocks, layout);
  return { text: written.text, notes: [...imported.notes, ...aboutImported(written)] };
}

async function bytesOf(file: Uri): Promise<Uint8Array> {
  const { size } = await workspace.fs.stat(file);
  if (size > LARGEST) throw tooLarge(file);
  return workspace.fs.readFile(file);
}

const tooLarge = (file: Uri): Notice =>
  new Notice(l10n.t('{0}: larger than 50 MB, and so hardly a report; it was not imported.', nameOf(file)));

export async function tellOfImported(file: Uri, notes: readonly Words[]): Promise<void> {
  const name = nameOf(file);
  if (notes.length === 0) window.setStatusBarMessage(l10n.t('Imported from {0}; not yet saved', name), TOLD);
  else
    await window.showInformationMessage(
      l10n.t('Imported from {0}; not yet saved. Please note: {1}', name, notes.map(inEditorsLanguage).join('；')),
    );
}

/** How long the status bar tells of the success, in milliseconds. */
const TOLD = 10_000;
