import * as vscode from 'vscode';
import { eventually, faultless, faulty, findingOf, findings, same, show } from './support.js';

describe('an older version of a report', () => {
  it('adds no problems and no symbols', async () => {
    const { document } = await show(faulty);
    const text = document.getText();
    const provider = vscode.workspace.registerTextDocumentContentProvider('old', {
      provideTextDocumentContent: () => text,
    });
    const uri = document.uri.with({ scheme: 'old' });
    const old = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(old, { preview: false });
    await vscode.languages.setTextDocumentLanguage(old, 'nianbao');
    // By the time that another report is checked, this one would have been too.
    await findingOf((await show(faulty)).document, 'row-total-mismatch');
    same(findings(old), []);
    const symbols = await vscode.commands.executeCommand<unknown[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    same(symbols ?? [], []);
    provider.dispose();
  });
});

describe('a report in Markdown', () => {
  it('becomes one when the user says so, and not before', async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const file = vscode.Uri.joinPath(folder, 'report.md');
    await vscode.workspace.fs.copy(vscode.Uri.joinPath(folder, faulty), file);
    const { document } = await vscode.window.showTextDocument(file, { preview: false });
    const next = await show(faultless);
    await eventually('the next report to be recognised', () => next.document.languageId === 'nianbao');
    same(document.languageId, 'markdown');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('nianbao.useAsReport');
    const report = await eventually('the language to change', () =>
      vscode.workspace.textDocuments.find(
        (one) => one.uri.toString() === file.toString() && one.languageId === 'nianbao',
      ),
    );
    await findingOf(report, 'row-total-mismatch');
  });
});
