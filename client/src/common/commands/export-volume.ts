import {
  type CancellationToken,
  CancellationError,
  FileType,
  l10n,
  ProgressLocation,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { FreeNames } from '../../../../server/src/core/features/free-names';
import { fileNameOf } from '../../../../server/src/core/showing/file-name';
import type { ShowingResult } from '../../../../server/src/lsp/protocol';
import { untilCancelled } from '../cancelling';
import type { Sequence } from '../exchange';
import { nameOf } from '../file-name';
import { writeWhole } from '../write-whole';
import type { Extension } from './command';
import type { Choice } from './export-choice';
import { showingAt, stemOf, whole } from './shown-report';

/** A report of the volume and the file that it is written to. */
interface Target {
  readonly line: number;
  readonly file: Uri;
}

/** Writes each report of a volume as a file of its own, until it is cancelled: between files, and within one. */
export async function exportVolume(
  extension: Extension,
  document: TextDocument,
  { reports, version }: ShowingResult,
  choice: Choice,
): Promise<void> {
  const beside = folderBeside(document);
  const [folder] =
    (await window.showOpenDialog({
      title: l10n.t('Export all reports of the volume'),
      openLabel: l10n.t('Export'),
      canSelectFiles: false,
      canSelectFolders: true,
      ...(beside !== undefined && { defaultUri: beside }),
    })) ?? [];
  const targets = folder && (await targetsIn(folder, document, reports, choice));
  if (targets === undefined) return;
  const thread = extension.exchange.sequence();
  const volume: Volume = { extension, thread, document, version, choice, targets };
  const title = l10n.t('Exporting {0} reports', targets.length);
  try {
    await window.withProgress(
      { location: ProgressLocation.Notification, title, cancellable: true },
      (progress, token) =>
        writeAll(volume, (message) => progress.report({ message, increment: 100 / targets.length }), token),
    );
  } finally {
    thread.end();
  }
}

function folderBeside({ uri, isUntitled }: TextDocument): Uri | undefined {
  const isStored = !isUntitled && workspace.fs.isWritableFileSystem(uri.scheme) === true;
  return isStored ? Uri.joinPath(uri, '..') : workspace.workspaceFolders?.[0]?.uri;
}

/** Files that are there are asked about once, and before the first is written. */
async function targetsIn(
  folder: Uri,
  document: TextDocument,
  reports: ShowingResult['reports'],
  { format }: Choice,
): Promise<readonly Target[] | undefined> {
  const entries = await workspace.fs.readDirectory(folder);
  const targetsBeside = (taken: readonly (readonly [string, FileType])[]): readonly Target[] => {
    const names = new FreeNames(taken.map(([name]) => name));
    return reports.map(({ line, body, year }) => {
      const own = fileNameOf({ body: body ?? undefined, year: year ?? undefined });
      return { line, file: Uri.joinPath(folder, names.next(own ?? stemOf(document.uri), format)) };
    });
  };
  // A folder is never replaced.
  const replacing = targetsBeside(entries.filter(([, type]) => type === FileType.Directory));
  const there = new FreeNames(entries.map(([name]) => name));
  const count = replacing.filter(({ file }) => there.isTaken(nameOf(file))).length;
  if (count === 0) return replacing;
  const replace = l10n.t('Replace All');
  const keep = l10n.t('Keep Both');
  const answer = await window.showWarningMessage(
    l10n.t('{0} of the {1} files are there already.', count, replacing.length),
    { modal: true, detail: l10n.t('Replacing them replaces them whole; to keep both numbers the new ones.') },
    replace,
    keep,
  );
  if (answer === replace) return replacing;
  return answer === keep ? targetsBeside(entries) : undefined;
}

interface Volume {
  readonly extension: Extension;
  /** Writes the files. */
  readonly thread: Sequence;
  readonly document: TextDocument;
  /** The version of the text whose lines the targets name. */
  readonly version: number;
  readonly choice: Choice;
  readonly targets: readonly Target[];
}

/** What was written stays, and is told, however it ends. */
async function writeAll(volume: Volume, report: (message: string) => void, token: CancellationToken): Promise<void> {
  const { targets, extension } = volume;
  const left: string[] = [];
  let written = 0;
  for (const target of targets) {
    if (token.isCancellationRequested) break;
    report(`${written + left.length + 1}/${targets.length}`);
    try {
      await writeOne(volume, target, token);
      written++;
    } catch (error) {
      if (error instanceof CancellationError) break;
      if (error instanceof Rest) {
        left.push(error.message);
        break;
      }
      // One that cannot be exported keeps none of the others.
      left.push(`${nameOf(target.file)}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  tell(extension, l10n.t('Exported {0} of {1} reports.', written, targets.length), left);
}

function tell({ log }: Extension, told: string, left: readonly string[]): void {
  left.forEach((line) => log.warn(line));
  const [first] = left;
  const more = left.length > 1 ? [l10n.t('{0} more, see the log.', left.length - 1)] : [];
  if (first === undefined) void window.showInformationMessage(told);
  else void window.showWarningMessage([told, first, ...more].join(' '));
}

/** Why none of those that are left can be exported either. */
class Rest extends Error {}

async function writeOne(
  { extension, thread, document, version, choice }: Volume,
  { line, file }: Target,
  token: CancellationToken,
): Promise<void> {
  const result = await untilCancelled(token, (signal) => showingAt(extension, document, line, signal));
  if (result.version !== version)
    throw new Rest(l10n.t('The text has changed in the meantime; the rest was not exported.'));
  const { format, marks } = choice;
  const content = await thread.have('exportSaid', [format, whole(result, choice), marks], token);
  await writeWhole(file, content, token);
}
