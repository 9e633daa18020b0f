import { type CancellationToken, l10n, ProgressLocation, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { arrivalLines } from '../../../../server/src/core/reviewing/arrival-lines';
import { overviewCsv, overviewCsvHeader } from '../../../../server/src/core/reviewing/overview-csv';
import type { OverviewFormat } from '../../../../server/src/exchange/formats';
import {
  ExportedOverviewRequest,
  type ExportedOverviewParams,
  type ExportedOverviewResult,
} from '../../../../server/src/lsp/protocol';
import { untilCancelled } from '../cancelling';
import { nameOf } from '../file-name';
import { Notice } from '../tell';
import { writeWhole } from '../write-whole';
import type { Command, Extension } from './command';

type Format = OverviewFormat | 'csv';

/** So many files are asked for at once: between them the user can stop it. */
const PAGE = 32;

/** Writes what the view lists as a file for those who have no editor. */
export const exportOverview: Command = async (extension) => {
  const { review } = extension;
  if (review.listedFiles().length === 0) await review.check();
  const files = review.listedFiles();
  if (files.length === 0) throw new Notice(l10n.t('There is no report to export.'));
  const format = await askFormat();
  if (format === undefined) return;
  const target = await askTarget(format);
  if (target === undefined) return;
  const title = l10n.t('Exporting {0}', nameOf(target));
  const location = ProgressLocation.Notification;
  await window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    const told: ExportedOverviewResult[] = [];
    for (let at = 0; at < files.length; at += PAGE) {
      const params: ExportedOverviewParams = { uris: files.slice(at, at + PAGE) };
      const { server } = extension;
      told.push(
        await untilCancelled(token, (signal) =>
          server.request<ExportedOverviewResult>(ExportedOverviewRequest, params, signal),
        ),
      );
      progress.report({ message: `${Math.min(at + PAGE, files.length)}/${files.length}` });
    }
    await writeWhole(target, await contentOf(extension, format, told, token), token);
    const count = told.reduce((sum, { reports }) => sum + reports.length, 0);
    void window.showInformationMessage(l10n.t('Exported {0} reports: {1}', count, nameOf(target)));
  });
};

async function contentOf(
  { exchange, review }: Extension,
  format: Format,
  told: readonly ExportedOverviewResult[],
  token: CancellationToken,
): Promise<Uint8Array> {
  const reports = told.flatMap((page) => page.reports);
  if (format === 'csv')
    return new TextEncoder().encode(overviewCsvHeader + reports.flatMap((report) => overviewCsv(report)).join(''));
  const { locale } = told[0]!;
  const failed = told.flatMap((page) => page.failed);
  const notes = [
    ...uncheckedNotes(review.unchecked),
    ...failed.map((file) => l10n.t('{0} could not be checked', file)),
    ...review.arrivals.flatMap((list) => [
      ...(list.problem === null ? [] : [l10n.t('The list could not be read: {0}', list.problem)]),
      ...arrivalLines(list, locale),
    ]),
    ...review.lapsed.flatMap(({ entries }) => entries.map(({ line }) => line)),
  ];
  return exchange.have('exportOverview', [format, reports, { language: locale, notes }], token);
}

function uncheckedNotes(count: number | undefined): readonly string[] {
  if (count === undefined) return [l10n.t('The check was stopped before all files were known: this is not all.')];
  return count === 0 ? [] : [l10n.t('{0} files were not checked: this is not all.', count)];
}

async function askFormat(): Promise<Format | undefined> {
  const items: readonly (QuickPickItem & { readonly format: Format })[] = [
    {
      format: 'xlsx',
      label: l10n.t('Excel workbook (.xlsx)'),
      detail: l10n.t('Bodies and rules, all findings, and what was set aside, a sheet each'),
    },
    { format: 'html', label: l10n.t('Web page (.html)'), detail: l10n.t('One file that needs nothing else') },
    { format: 'csv', label: l10n.t('Findings alone (.csv)'), detail: l10n.t('A finding a line, for other programs') },
  ];
  return (await window.showQuickPick(items, { title: l10n.t('Export the overview') }))?.format;
}

function askTarget(format: Format): Thenable<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/');
  return window.showSaveDialog({
    defaultUri: Uri.joinPath(folder, `${l10n.t('Overview of annual reports')}.${format}`),
    title: l10n.t('Export the overview'),
    saveLabel: l10n.t('Export'),
    filters: { [format]: [format] },
  });
}
