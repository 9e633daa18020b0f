import type { Uri } from 'vscode';
import { l10n, type QuickPickItem, window, workspace } from 'vscode';
import type { Words } from '../../../../server/src/core/formats/types';
import { readDocument, segmentAt } from '../../../../server/src/core/reading/document';
import { latestReport, nextYearsReport, type ProseChoice } from '../../../../server/src/core/writing/next-year';
import type { TemplateLayout } from '../../../../server/src/core/formats/layouts';
import { activeReport } from '../active-report';
import { readFile } from '../files';
import { nameOf } from '../file-name';
import { REPORT } from '../language';
import { inEditorsLanguage, Notice } from '../tell';
import { openUntitled } from '../untitled';
import type { Command, Extension } from './command';
import { IMPORTED, readReport } from './import-report';
import { fillIn } from './new-report';

/** Opens a report that goes on from last year's, be it open or chosen. */
export const newFromLastYear: Command = async ({ exchange, log }) => {
  const source = await askSource();
  if (source === undefined) return;
  const prose = await askProse();
  if (prose === undefined) return;
  const { segments } = readDocument(await source.text(exchange));
  const last = source.line === undefined ? latestReport(segments) : segmentAt({ segments }, source.line);
  const usual = workspace.getConfiguration(REPORT).get<TemplateLayout>('layout', 'cells');
  const next = last && nextYearsReport(last, { layout: undefined, prose, usual });
  if (next === undefined)
    throw new Notice(l10n.t('{0}: no report that names body and year was read in it.', source.name));
  await fillIn(await openUntitled(next.text), next.text);
  tellOf(source.name, next.left).catch((error: unknown) => log.error(String(error)));
};

interface Source {
  readonly name: string;
  /** The caret's, where several reports are open in one file. */
  readonly line: number | undefined;
  readonly text: (exchange: Extension['exchange']) => Promise<string>;
}

async function askSource(): Promise<Source | undefined> {
  const open = activeReport();
  if (open === undefined) return askFile();
  const name = nameOf(open.uri);
  const items = [
    { label: name, detail: l10n.t('The report that is open is last year’s'), isOpen: true },
    { label: l10n.t('Choose a file…'), detail: l10n.t('Text, Word, Excel or a web page'), isOpen: false },
  ];
  const picked = await window.showQuickPick(items, { title: l10n.t('Last year’s report') });
  if (picked === undefined) return undefined;
  const line = window.visibleTextEditors.find(({ document }) => document === open)?.selection.active.line ?? 0;
  return picked.isOpen ? { name, line, text: () => Promise.resolve(open.getText()) } : askFile();
}

async function askFile(): Promise<Source | undefined> {
  const [file] =
    (await window.showOpenDialog({
      title: l10n.t('Last year’s report'),
      filters: { [l10n.t('Text, Word, Excel or a web page')]: ['nianbao', 'md', ...IMPORTED] },
    })) ?? [];
  if (file === undefined) return undefined;
  return { name: nameOf(file), line: undefined, text: (exchange) => textOf(exchange, file) };
}

async function textOf(exchange: Extension['exchange'], file: Uri): Promise<string> {
  if (/\.(?:txt|md|nianbao)$/i.test(file.path)) return (await readFile(file)) ?? '';
  return (await readReport(exchange, file)).text;
}

async function askProse(): Promise<ProseChoice | undefined> {
  const items: readonly (QuickPickItem & { readonly prose: ProseChoice })[] = [
    {
      prose: 'empty',
      label: l10n.t('Leave the prose to be filled in'),
      detail: l10n.t('Last year’s headings, each with a place for the text'),
    },
    {
      prose: 'marked',
      label: l10n.t('Take over last year’s prose, to be rewritten'),
      detail: l10n.t('Each section has a mark on top that is found until it is deleted'),
    },
  ];
  return (await window.showQuickPick(items, { title: l10n.t('Prose of last year’s report') }))?.prose;
}

async function tellOf(name: string, left: readonly Words[]): Promise<void> {
  if (left.length === 0) return;
  const told = left.map(inEditorsLanguage).join('；');
  await window.showInformationMessage(l10n.t('Not taken over from {0}: {1}', name, told));
}
