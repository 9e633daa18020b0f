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
});

function languageOf(uri: vscode.Uri): string | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.languageId;
}
