import * as vscode from 'vscode';
import { eventually, faultless, findingOf, headings, replace, rules, same, sameText, show } from './support.js';

describe('template', () => {
  it('is inserted with the six sections in their order', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'nianbao', content: '' });
    await vscode.window.showTextDocument(document);
    await answering('nianbao.insertTemplate', () => document.getText().includes('六、'));
    same(headingsOf(document), headings);
  });

  it('makes a new report', async () => {
    const before = await show(faultless);
    const document = await answering('nianbao.newReport', () => {
      const now = vscode.window.activeTextEditor?.document;
      return now !== before.document && now;
    });
    same([document.languageId, document.isUntitled], ['nianbao', true]);
    same(headingsOf(document), headings);
  });

  it('follows a report that is there, and is for the year of that report', async () => {
    const { document } = await show(faultless);
    const before = document.getText();
    const year = /\d{4}年/.exec(before)![0];
    const title = new RegExp(`${year}政府信息公开工作年度报告`, 'g');
    await answering('nianbao.insertTemplate', () => document.getText().length > before.length + 100);
    same([document.getText().startsWith(before), document.getText().match(title)?.length], [true, 2]);
    await vscode.commands.executeCommand('leaveSnippet');
    await vscode.commands.executeCommand('undo');
    sameText(document.getText(), before);
  });

  it('gives back the sections that are missing', async () => {
    const editor = await show(faultless);
    const { document } = editor;
    const whole = document.getText();
    const start = whole.indexOf('五、存在');
    await replace(editor, whole.slice(start, whole.indexOf('六、其他')), '');
    await findingOf(document, 'missing-section');
    await vscode.commands.executeCommand('nianbao.insertMissingSections');
    await eventually('the section', () => headingsOf(document).length === headings.length);
    same(headingsOf(document), headings);
    await eventually('the finding to go', () => !rules(document).includes('missing-section'));
  });
});

/** Runs a command and takes whatever it proposes, as often as it asks, until `done` answers with something. */
async function answering<T>(command: string, done: () => T | false | undefined): Promise<T> {
  const running = vscode.commands.executeCommand(command);
  const result = await eventually(command, async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return done();
  });
  await running;
  return result;
}

function headingsOf(document: vscode.TextDocument): string[] {
  const lines = document.getText().split(/\r?\n/);
  return lines.map((line) => line.trim()).filter((line) => headings.includes(line));
}
