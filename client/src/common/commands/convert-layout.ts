import { commands, l10n, type QuickPickItem, type TextDocument, window, workspace } from 'vscode';
import {
  type ConvertParams,
  ConvertRequest,
  type ConvertResult,
  type StatusParams,
  StatusRequest,
  type StatusResult,
} from '../../../../server/src/lsp/protocol';
import { Notice } from '../tell';
import type { Command } from './command';
import { applyEdits, requireEditable } from './server-edits';

type Layout = ConvertParams['layout'];

/**
 * Lays out all tables of the report anew; those that would lose something stay as they are, and the user is told why.
 */
export const convertLayout: Command = async ({ server }) => {
  const document = requireEditable();
  const uri = document.uri.toString();
  const { reports } = await server.request<StatusResult>(StatusRequest, { uri } satisfies StatusParams);
  const layout = await askLayout(reports.map((report) => report.layout));
  if (layout === undefined) return;
  const result = await server.request<ConvertResult>(ConvertRequest, { uri, layout } satisfies ConvertParams);
  if (result.edits.length > 0) await applyEdits(document, result);
  if (result.edits.length > 0 && layout === 'aligned' && isWrapped(document)) void offerUnwrapped();
  if (result.refused.length > 0)
    throw new Notice(l10n.t('Some tables were left as they are. {0}', result.refused.join(' ')));
  if (result.edits.length === 0) throw new Notice(l10n.t('There is no table to convert.'));
};

const isWrapped = (document: TextDocument): boolean =>
  workspace.getConfiguration('editor', document).get<string>('wordWrap') !== 'off';

/** Word wrap is a matter of the whole editor: prose needs it, columns are lost where it breaks rows. */
async function offerUnwrapped(): Promise<void> {
  const toggle = l10n.t('Toggle Word Wrap');
  const told = l10n.t('Columns stand below each other as long as no row wraps.');
  if ((await window.showInformationMessage(told, toggle)) === toggle)
    await commands.executeCommand('editor.action.toggleWordWrap');
}

async function askLayout(present: readonly string[]): Promise<Layout | undefined> {
  const items: (QuickPickItem & { readonly layout: Layout })[] = [
    { layout: 'cells', label: l10n.t('One cell a line'), detail: l10n.t('As copied from a web page') },
    {
      layout: 'tsv',
      label: l10n.t('One row a line, separated by tabs'),
      detail: l10n.t('As copied from Excel or WPS'),
    },
    { layout: 'markdown', label: l10n.t('Markdown tables'), detail: l10n.t('Cells separated by bars') },
    {
      layout: 'aligned',
      label: l10n.t('One row a line, aligned by spaces'),
      detail: l10n.t('Columns stand below each other in a monospaced font'),
    },
  ];
  const others = items.filter(({ layout }) => !present.every((one) => one === layout));
  const picked = await window.showQuickPick(others, { title: l10n.t('Layout of the tables') });
  return picked?.layout;
}
