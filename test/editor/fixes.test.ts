import * as vscode from 'vscode';
import { eventually, faulty, findingOf, replace, rules, same, sameText, show } from './support.js';

describe('fixes', () => {
  it('set the total right and change nothing else', async () => {
    const { document } = await show(faulty);
    const before = document.getText();
    const finding = await findingOf(document, 'row-total-mismatch');
    const fix = await eventually('a fix that makes it 15', async () =>
      (await fixesAt(document, finding.range)).find(({ title }) => title.includes('15')),
    );
    same(fix.edit && (await vscode.workspace.applyEdit(fix.edit)), true);
    sameText(document.getText(), before.replace('\t16\n', '\t15\n'));
    await eventually('only the heading to be left', () => rules(document).join() === 'misnumbered-section');
  });

  it('that cannot change a meaning are applied all at once', async () => {
    const editor = await show(faulty);
    const { document } = editor;
    await replace(editor, '行政强制\n\t0', '行政强制\n\t—');
    const before = document.getText();
    await findingOf(document, 'misnumbered-section');
    await vscode.commands.executeCommand('nianbao.fixAll');
    await eventually('the heading to be renumbered', () => document.getText().includes('五、存在的主要问题'));
    // The total stays as its author wrote it.
    sameText(document.getText(), before.replace('5、存在', '五、存在').replace('\t—', '\t0'));
  });
});

async function fixesAt(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const kind = vscode.CodeActionKind.QuickFix.value;
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind, 20);
}
