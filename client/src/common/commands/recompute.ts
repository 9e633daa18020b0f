import { l10n, type QuickPickItem, type TextDocument, TextEditorRevealType, window, workspace } from 'vscode';
import {
  type RecomputeArguments,
  type RecomputedTotal,
  type RecomputeParams,
  RecomputeRequest,
  type RecomputeResult,
} from '../../../../server/src/lsp/protocol';
import type { Server } from '../server';
import { Notice } from '../tell';
import type { Command } from './command';
import { applyEdits, requireEditable, toRange } from './server-edits';

/** How long the status bar tells of the success, in milliseconds. */
const TOLD = 5000;

/**
 * Sets totals to the sums of their parts: the user says where, sees each change by its name, and leaves out what shall
 * stay.
 */
export const recompute: Command = async ({ server }, argument) => {
  const { document, result } = await (isOfLens(argument) ? ofTable(server, argument) : ofActiveReport(server));
  if (result === undefined) return;
  if (result.edits.length === 0) throw new Notice(nothingToChange(result));
  const chosen = await confirm(document, result);
  if (chosen === undefined) return;
  if (chosen.length === 0) throw new Notice(l10n.t('No total was ticked, so nothing was changed.'));
  await applyEdits(document, { version: result.version, edits: chosen });
  window.setStatusBarMessage(l10n.t('Totals changed: {0}', chosen.length), TOLD);
};

interface Answer {
  readonly document: TextDocument;
  /** `undefined` where the user gave up. */
  readonly result: RecomputeResult | undefined;
}

/** Menus pass the file's address; only the lens passes a list. */
const isOfLens = (argument: unknown): argument is RecomputeArguments =>
  Array.isArray(argument) && typeof argument[0] === 'string';

async function ofTable(server: Server, [uri, line]: RecomputeArguments): Promise<Answer> {
  const document = workspace.textDocuments.find((open) => open.uri.toString() === uri);
  if (document === undefined) throw new Notice(l10n.t('Please open an annual report first.'));
  const position = { line: line ?? 0, character: 0 };
  return { document, result: await request(server, { uri, scope: line === undefined ? 'report' : 'table', position }) };
}

async function ofActiveReport(server: Server): Promise<Answer> {
  const document = requireEditable();
  const position = window.visibleTextEditors.find((editor) => editor.document === document)?.selection.active;
  const uri = document.uri.toString();
  const at = position === undefined ? {} : { position: { line: position.line, character: position.character } };
  const [row, table, report] = await Promise.all([
    request(server, { uri, scope: 'row', ...at }),
    request(server, { uri, scope: 'table', ...at }),
    request(server, { uri, scope: 'report' }),
  ]);
  // Where there is nothing to change at all, there is nothing to ask.
  if (report.edits.length === 0) return { document, result: report };
  return { document, result: await askScope(row, table, report) };
}

const request = (server: Server, params: RecomputeParams): Promise<RecomputeResult> =>
  server.request<RecomputeResult>(RecomputeRequest, params);

/** Where to recompute; without a question where the cursor is in no table. */
async function askScope(
  row: RecomputeResult,
  table: RecomputeResult,
  report: RecomputeResult,
): Promise<RecomputeResult | undefined> {
  if (table.place === null) return report;
  const item = (label: string, result: RecomputeResult) => ({
    label,
    description: result.place ?? '',
    detail:
      result.edits.length === 0 ? l10n.t('Every total holds') : l10n.t('{0} total(s) to change', result.edits.length),
    result,
  });
  const items = [
    ...(row.place === null ? [] : [item(l10n.t('This row'), row)]),
    item(l10n.t('This table'), table),
    item(l10n.t('The whole report'), report),
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Recompute totals'),
    placeHolder: l10n.t('Where?'),
    matchOnDescription: true,
  });
  return picked?.result;
}

/**
 * Lists the changes, each of which can be left out, and is where another value is likely wrong; the editor shows the
 * place of the one that has the focus.
 */
async function confirm(
  document: TextDocument,
  { edits }: RecomputeResult,
): Promise<readonly RecomputedTotal[] | undefined> {
  const items: (QuickPickItem & { readonly edit: RecomputedTotal })[] = edits.map((edit) => ({
    label: edit.name,
    description: `${edit.before === '' ? l10n.t('(blank)') : edit.before} → ${edit.newText}`,
    ...(edit.doubt === null ? {} : { detail: `$(warning) ${edit.doubt}` }),
    picked: edit.doubt === null,
    edit,
  }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Recompute totals'),
    placeHolder: l10n.t('Each total becomes the sum of its parts. Uncheck what shall stay, then press Enter.'),
    canPickMany: true,
    ignoreFocusOut: true,
    onDidSelectItem: (item: QuickPickItem) => reveal(document, item),
  });
  return picked?.map(({ edit }) => edit);
}

function reveal(document: TextDocument, item: QuickPickItem): void {
  const { edit } = item as QuickPickItem & { readonly edit: RecomputedTotal };
  window.visibleTextEditors
    .find((editor) => editor.document === document)
    ?.revealRange(toRange(edit.range), TextEditorRevealType.InCenterIfOutsideViewport);
}

function nothingToChange({ unread }: RecomputeResult): string {
  const holds = l10n.t('Every total is the sum of its parts; there is nothing to change.');
  return unread === 0 ? holds : `${holds} ${l10n.t('{0} row(s) could not be read and were left out.', unread)}`;
}
