import { l10n, type QuickPickItem, Range, SnippetString, type TextDocument, window, workspace } from 'vscode';
import { toSnippet } from '../../../../server/src/core/writing/template';
import { type TemplateParams, TemplateRequest, type TemplateResult } from '../../../../server/src/lsp/protocol';
import { REPORT } from '../language';
import { openUntitled } from '../untitled';
import { yearIn, yearProblem, yearQuestion } from './ask-year';
import type { Command } from './command';
import { askInSteps, choiceStep, textStep } from './steps';

type Layout = NonNullable<TemplateParams['layout']>;
type LayoutItem = QuickPickItem & { readonly layout: Layout };

/** How long the status bar tells where numbers come from, in milliseconds. */
const TOLD = 10_000;

/**
 * Asks for body, year and layout, and opens the template that they give, with what last year's report hands on, as a
 * file that is not yet saved; the caret stands in the first place that is left to the writer.
 */
export const newReport: Command = async ({ server }) => {
  const answers = await askInSteps<[string, string, LayoutItem]>([
    textStep(bodyQuestion(), () => undefined),
    textStep(yearQuestion(), yearProblem),
    choiceStep(l10n.t('Layout of the tables'), layouts()),
  ]);
  if (answers === undefined) return;
  const [body, year, { layout }] = answers;
  const params: TemplateParams = {
    ...(body.trim() === '' ? {} : { body: body.trim() }),
    year: yearIn(year)!,
    layout,
    snippet: false,
  };
  const { text, lastYear } = await server.request<TemplateResult>(TemplateRequest, params);
  await fillIn(await openUntitled(text), text);
  if (lastYear === null) return;
  const name = decodeURIComponent(lastYear.slice(lastYear.lastIndexOf('/') + 1));
  window.setStatusBarMessage(l10n.t('Carried in, and the preamble, as in {0}', name), TOLD);
};

/** Goes through the places that are left to the writer: they are tab stops. */
export async function fillIn(document: TextDocument, text: string): Promise<void> {
  const editor = await window.showTextDocument(document);
  const place = document.validateRange(new Range(0, 0, document.lineCount, 0));
  await editor.insertSnippet(new SnippetString(toSnippet(text)), place, {
    undoStopBefore: false,
    undoStopAfter: true,
    keepWhitespace: true,
  });
}

const bodyQuestion = () => ({
  title: l10n.t('Name of the body'),
  prompt: l10n.t('The full name of the body that publishes the report. Leave it empty to fill it in later.'),
  placeholder: l10n.t('e.g. 青禾县水务局'),
  usual: '',
});

/** The usual one comes first, where Enter takes it. */
function layouts(): readonly LayoutItem[] {
  const usual = workspace.getConfiguration(REPORT).get<Layout>('layout', 'cells');
  const items: readonly LayoutItem[] = [
    { layout: 'cells', label: l10n.t('One cell a line'), detail: l10n.t('As copied from a web page') },
    {
      layout: 'tsv',
      label: l10n.t('One row a line, separated by tabs'),
      detail: l10n.t('As copied from Excel or WPS'),
    },
    { layout: 'markdown', label: l10n.t('Markdown tables'), detail: l10n.t('Cells separated by bars') },
  ];
  return items.toSorted((a, b) => Number(b.layout === usual) - Number(a.layout === usual));
}
