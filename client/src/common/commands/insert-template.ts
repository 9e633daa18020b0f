import { languages, SnippetString, type TextEditor, window, workspace } from 'vscode';
import { type TemplateParams, TemplateRequest, type TemplateResult } from '../../../../server/src/lsp/protocol';
import { REPORT } from '../language';
import type { Command } from './command';
import { askYear } from './ask-year';

/** Inserts the whole template at the cursor, with tab stops; in a new file where no editor is open. */
export const insertTemplate: Command = async ({ server }) => {
  const year = await askYear();
  if (year === undefined) return;
  const { text } = await server.request<TemplateResult>(TemplateRequest, {
    year,
    snippet: true,
  } satisfies TemplateParams);
  const editor =
    window.activeTextEditor ?? (await window.showTextDocument(await workspace.openTextDocument({ language: REPORT })));
  await insertSnippet(editor, text);
  if (editor.document.languageId === 'plaintext') await languages.setTextDocumentLanguage(editor.document, REPORT);
};

/** Tabs that separate cells must not become the editor's idea of indentation. */
async function insertSnippet(editor: TextEditor, text: string): Promise<void> {
  await editor.insertSnippet(new SnippetString(text), undefined, {
    undoStopBefore: true,
    undoStopAfter: true,
    keepWhitespace: true,
  });
}
