import { l10n, type QuickPickItem, window, workspace } from 'vscode';
import { type TemplateParams, TemplateRequest, type TemplateResult } from '../../../../server/src/lsp/protocol';
import { REPORT } from '../language';
import { openUntitled } from '../untitled';
import type { Command } from './command';
import { askYear } from './ask-year';

type Layout = NonNullable<TemplateParams['layout']>;

/** Asks for body, year and layout, and opens the template that they give as a file that is not yet saved. */
export const newReport: Command = async ({ server }) => {
  const body = await askBody();
  if (body === undefined) return;
  const year = await askYear();
  if (year === undefined) return;
  const layout = await askLayout();
  if (layout === undefined) return;
  const params: TemplateParams = { ...(body === '' ? {} : { body }), year, layout, snippet: false };
  const { text } = await server.request<TemplateResult>(TemplateRequest, params);
  await window.showTextDocument(await openUntitled(text));
};

async function askBody(): Promise<string | undefined> {
  const answer = await window.showInputBox({
    title: l10n.t('Name of the body'),
    prompt: l10n.t('The full name of the body that publishes the report. Leave it empty to fill it in later.'),
    placeHolder: l10n.t('e.g. 青禾县水务局'),
    ignoreFocusOut: true,
  });
  return answer?.trim();
}

async function askLayout(): Promise<Layout | undefined> {
  const usual = workspace.getConfiguration(REPORT).get<Layout>('layout', 'cells');
  const items: (QuickPickItem & { readonly layout: Layout })[] = [
    { layout: 'cells', label: l10n.t('One cell a line'), detail: l10n.t('As copied from a web page') },
    {
      layout: 'tsv',
      label: l10n.t('One row a line, separated by tabs'),
      detail: l10n.t('As copied from Excel or WPS'),
    },
    { layout: 'markdown', label: l10n.t('Markdown tables'), detail: l10n.t('Cells separated by bars') },
  ];
  // The usual one comes first, where Enter takes it.
  items.sort((a, b) => Number(b.layout === usual) - Number(a.layout === usual));
  const picked = await window.showQuickPick(items, { title: l10n.t('Layout of the tables') });
  return picked?.layout;
}
