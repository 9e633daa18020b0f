import {
  commands,
  env,
  FileType,
  l10n,
  ProgressLocation,
  type TextDocument,
  UIKind,
  Uri,
  window,
  workspace,
} from 'vscode';
import { fileNameOf } from '../../../../server/src/core/showing/file-name';
import type { Showing } from '../../../../server/src/core/showing/showing';
import type { ShowingResult } from '../../../../server/src/lsp/protocol';
import { nameOf } from '../file-name';
import { writeWhole } from '../write-whole';
import type { Command, Extension } from './command';
import { askChoice, type Choice } from './export-choice';
import { exportVolume } from './export-volume';
import { showingAt, stemOf, whole } from './shown-report';
import { requireReport } from './server-edits';

/** Writes the report at the caret, or on demand all of a volume, as files of another program. */
export const exportReport: Command = async (extension) => {
  const document = requireReport();
  const choice = await askChoice(extension);
  if (choice === undefined) return;
  const editor = window.visibleTextEditors.find((one) => one.document === document);
  const result = await showingAt(extension, document, editor?.selection.active.line ?? 0);
  const scope = result.reports.length > 1 ? await askScope(result) : 'one';
  if (scope === 'all') await exportVolume(extension, document, result, choice);
  if (scope === 'one') await exportOne(extension, document, whole(result, choice), choice);
};

/** A volume holds several reports: which of them are meant. */
async function askScope({ showing, reports }: ShowingResult): Promise<'one' | 'all' | undefined> {
  const one = { scope: 'one' as const, label: l10n.t('The report at the caret') };
  const all = {
    scope: 'all' as const,
    label: l10n.t('All {0} reports of the volume', reports.length),
    detail: l10n.t('A file for each, in a folder that you choose'),
  };
  const title = l10n.t('Export the report');
  return (await window.showQuickPick([...(showing === null ? [] : [one]), all], { title }))?.scope;
}

async function exportOne(extension: Extension, document: TextDocument, showing: Showing, { format, marks }: Choice) {
  const stem = fileNameOf(showing) ?? stemOf(document.uri);
  const target = await targetFor(document, `${stem}.${format}`);
  if (target === undefined) return;
  const title = l10n.t('Exporting {0}', nameOf(target));
  await window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, async (_, token) =>
    writeWhole(target, await extension.exchange.have('exportSaid', [format, showing, marks], token), token),
  );
  tellOf(target).catch((error: unknown) => extension.log.error(String(error)));
}

/** Beside the report, where it has a place; what is there is asked about. */
async function targetFor({ uri, isUntitled }: TextDocument, name: string): Promise<Uri | undefined> {
  const isStored = !isUntitled && workspace.fs.isWritableFileSystem(uri.scheme) === true;
  const folder = isStored ? Uri.joinPath(uri, '..') : workspace.workspaceFolders?.[0]?.uri;
  const target = folder && Uri.joinPath(folder, name);
  if (!isStored || target === undefined) return askTarget(target ?? Uri.file(`/${name}`));
  const there = await workspace.fs.stat(target).then(undefined, () => undefined);
  if (there === undefined) return target;
  const overwrite = l10n.t('Overwrite');
  const elsewhere = l10n.t('Save As…');
  const detail = l10n.t('Overwriting it replaces the whole file.');
  const answers = there.type === FileType.Directory ? [elsewhere] : [overwrite, elsewhere];
  const answer = await window.showWarningMessage(
    l10n.t('{0} is there already.', name),
    { modal: true, detail },
    ...answers,
  );
  if (answer === overwrite) return target;
  return answer === elsewhere ? askTarget(target) : undefined;
}

const askTarget = (usual: Uri): Thenable<Uri | undefined> =>
  window.showSaveDialog({
    defaultUri: usual,
    title: l10n.t('Export the report'),
    saveLabel: l10n.t('Export'),
    filters: {
      [usual.path.slice(usual.path.lastIndexOf('.') + 1)]: [usual.path.slice(usual.path.lastIndexOf('.') + 1)],
    },
  });

async function tellOf(target: Uri): Promise<void> {
  const told = l10n.t('Exported: {0}', nameOf(target));
  const open = l10n.t('Open');
  const show = l10n.t('Show in Folder');
  const isHere = target.scheme === 'file' && env.uiKind === UIKind.Desktop;
  const answer = await window.showInformationMessage(told, ...(isHere ? [open, show] : []));
  if (answer === open) await env.openExternal(target);
  if (answer === show) await commands.executeCommand('revealFileInOS', target);
}
