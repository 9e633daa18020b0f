import * as vscode from 'vscode';
import { eventually, faultless, faulty, notice, same, show } from './support.js';

describe('language', () => {
  it('is recognised by the name of the file', async () => {
    const { document } = await show(faulty);
    same(document.languageId, 'nianbao');
  });

  it('is recognised by the content, and other texts are left alone', async () => {
    // Opened first: by the time the report is recognised, the notice has been looked at as well.
    const other = await show(notice);
    const report = await show(faultless);
    await eventually('the report to be recognised', () => languageOf(report.document.uri) === 'nianbao');
    same(languageOf(other.document.uri), 'plaintext');
  });

  it('is recognised when a report is pasted into an unnamed file, unless the user says otherwise', async () => {
    const report = (await show(faultless)).document.getText();
    const editor = await unnamed();
    await insert(editor, report);
    await eventually('the pasted report to be recognised', () => languageOf(editor.document.uri) === 'nianbao');
    await vscode.languages.setTextDocumentLanguage(editor.document, 'plaintext');
    await insert(editor, '\n');
    // By the time that another report is recognised, this one has been looked at as well.
    const next = await unnamed();
    await insert(next, report);
    await eventually('the next report to be recognised', () => languageOf(next.document.uri) === 'nianbao');
    same(languageOf(editor.document.uri), 'plaintext');
  });

  it('is recognised when the title of a report is written into an unnamed file', async () => {
    const editor = await unnamed();
    await insert(editor, '青禾县水务局2024年政府信息公开工作年度报告');
    same(languageOf(editor.document.uri), 'plaintext');
    await insert(editor, '\n');
    await eventually('the title to be recognised', () => languageOf(editor.document.uri) === 'nianbao');
  });
});

function languageOf(uri: vscode.Uri): string | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.languageId;
}

async function unnamed(): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'plaintext' }), {
    preview: false,
  });
}

/** Writes at the end. */
async function insert({ document, edit }: vscode.TextEditor, text: string): Promise<void> {
  await edit((change) => change.insert(document.lineAt(document.lineCount - 1).range.end, text));
}
