import {
  l10n,
  languages,
  Position,
  type QuickPickItem,
  Range,
  SnippetString,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { readDocument } from '../../../../server/src/core/reading/document';
import { type TemplateParams, TemplateRequest, type TemplateResult } from '../../../../server/src/lsp/protocol';
import { REPORT } from '../language';
import type { Command } from './command';
import { askYear } from './ask-year';
import { unchanged } from './server-edits';

/** What is longer holds something, and is not read only to ask about it. */
const LONGEST_READ = 1_000_000;

/**
 * Inserts the whole template at the cursor, with tab stops; in a new file where no editor is open. Where a report
 * stands already the user says whether it stays, and its year is proposed.
 */
export const insertTemplate: Command = async ({ server }) => {
  const open = window.activeTextEditor;
  const text = open?.document.getText() ?? '';
  const isLong = text.length > LONGEST_READ;
  const report = isLong ? undefined : readDocument(text).segments.at(-1)?.report;
  const place = open && (isLong || report?.recognised === true) ? await askPlace(open.document) : open?.selection;
  if (open !== undefined && place === undefined) return;
  const year = await askYear(report?.title?.year?.value);
  if (year === undefined) return;
  const template = await server.request<TemplateResult>(TemplateRequest, {
    year,
    snippet: true,
  } satisfies TemplateParams);
  const editor = open ?? (await window.showTextDocument(await workspace.openTextDocument({ language: REPORT })));
  await insertSnippet(editor, template.text, place);
  if (editor.document.languageId === 'plaintext') await languages.setTextDocumentLanguage(editor.document, REPORT);
};

/** Where the template goes beside a report, or in place of it; `undefined` if the user gives up. */
async function askPlace({ lineCount }: TextDocument): Promise<Range | undefined> {
  const end = new Position(lineCount, 0);
  const items: (QuickPickItem & { readonly place: Range })[] = [
    {
      place: new Range(end, end),
      label: l10n.t('Append'),
      detail: l10n.t('What is there stays; the template follows it'),
    },
    {
      place: new Range(new Position(0, 0), end),
      label: l10n.t('Replace'),
      detail: l10n.t('The template takes the place of the whole text; one undo brings it back'),
    },
  ];
  const picked = await window.showQuickPick(items, { title: l10n.t('There is a report in this text already') });
  return picked?.place;
}

/** Tabs that separate cells must not become the editor's idea of indentation. */
async function insertSnippet(editor: TextEditor, text: string, place: Range | undefined): Promise<void> {
  const { document } = editor;
  const { version } = document;
  // A title begins a line.
  const isBehind = place !== undefined && place.isEmpty && document.validatePosition(place.start).character > 0;
  const isAppended = isBehind && place.start.line >= document.lineCount;
  await editor.insertSnippet(
    new SnippetString(isAppended ? `\n\n${text}` : text),
    place && document.validateRange(place),
    {
      undoStopBefore: true,
      undoStopAfter: true,
      keepWhitespace: true,
    },
  );
  // An editor that is read-only says that it has done it, and has not.
  if (document.version === version) throw await unchanged(document);
}
