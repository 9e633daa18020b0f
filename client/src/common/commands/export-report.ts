import {
  commands,
  env,
  FileType,
  l10n,
  ProgressLocation,
  type QuickPickItem,
  type TextDocument,
  UIKind,
  Uri,
  window,
  workspace,
} from 'vscode';
import { fileNameOf } from '../../../../server/src/core/showing/file-name';
import type { ExportFormat } from '../../../../server/src/exchange/formats';
import { type ShowingParams, ShowingRequest, type ShowingResult } from '../../../../server/src/lsp/protocol';
import { nameOf, withExtension } from '../file-name';
import { Notice } from '../tell';
import { writeWhole } from '../write-whole';
import type { Command, Extension } from './command';
import { requireReport } from './server-edits';

interface Choice {
  readonly format: ExportFormat;
  /** What was found is shown in it. */
  readonly marks: boolean;
}

/** Writes the report at the caret as a file of another program, beside its own. */
export const exportReport: Command = async (extension) => {
  const document = requireReport();
  const choice = await askChoice(extension);
  if (choice === undefined) return;
  const showing = await showingOf(extension, document, choice);
  const stem = fileNameOf(showing) ?? withExtension(nameOf(document.uri), '').slice(0, -1);
  const target = await targetFor(document, `${stem}.${choice.format}`);
  if (target === undefined) return;
  const title = l10n.t('Exporting {0}', nameOf(target));
  await window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, async (_, token) =>
    writeWhole(target, await extension.exchange.have('exportSaid', [choice.format, showing, choice.marks], token)),
  );
  tellOf(target).catch((error: unknown) => extension.log.error(String(error)));
};

const REMEMBERED = 'nianbao.export';

/** What was chosen last comes first, where Enter takes it. */
async function askChoice({ context }: Extension): Promise<Choice | undefined> {
  const last = context.globalState.get<string>(REMEMBERED);
  const items: readonly (QuickPickItem & Choice)[] = [
    {
      format: 'docx',
      marks: false,
      label: l10n.t('Word document (.docx)'),
      detail: l10n.t('Set as official documents are, to be handed in'),
    },
    {
      format: 'html',
      marks: false,
      label: l10n.t('Web page (.html)'),
      detail: l10n.t('One file that needs nothing else'),
    },
    {
      format: 'html',
      marks: true,
      label: l10n.t('Web page with what was found (.html)'),
      detail: l10n.t('With the verdict, and marks at wrong cells'),
    },
    {
      format: 'xlsx',
      marks: false,
      label: l10n.t('Excel workbook (.xlsx)'),
      detail: l10n.t('A sheet for each table, totals as formulas'),
    },
    {
      format: 'xlsx',
      marks: true,
      label: l10n.t('Excel workbook with what was found (.xlsx)'),
      detail: l10n.t('With marks at wrong cells, last year’s values beside, and a sheet of all that was found'),
    },
  ];
  const picked = await window.showQuickPick(
    items.toSorted((a, b) => Number(keyOf(b) === last) - Number(keyOf(a) === last)),
    { title: l10n.t('Export the report') },
  );
  if (picked !== undefined) await context.globalState.update(REMEMBERED, keyOf(picked));
  return picked;
}

const keyOf = ({ format, marks }: Choice): string => `${format}${marks ? '+marks' : ''}`;

async function showingOf({ server }: Extension, document: TextDocument, { marks }: Choice) {
  const editor = window.visibleTextEditors.find((one) => one.document === document);
  const { showing, reason, failed } = await server.request<ShowingResult>(ShowingRequest, {
    uri: document.uri.toString(),
    line: editor?.selection.active.line ?? 0,
  } satisfies ShowingParams);
  if (showing === null) throw new Notice(l10n.t('Nothing was exported. {0}', reason ?? ''));
  if (marks && failed)
    throw new Notice(l10n.t('The report could not be checked whole, so its marks would not be all; see the log.'));
  return showing;
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
