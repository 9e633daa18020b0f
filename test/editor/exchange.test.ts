import * as vscode from 'vscode';
import { eventually, faulty, same, show } from './support.js';

const folder = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;
const at = (name: string): vscode.Uri => vscode.Uri.joinPath(folder(), name);
const bytesOf = (uri: vscode.Uri): Thenable<Uint8Array | undefined> =>
  vscode.workspace.fs.readFile(uri).then(undefined, () => undefined);

/** The report as it was brought in: an editor that is not saved. */
const imported = (before: vscode.TextDocument | undefined): vscode.TextDocument | false => {
  const now = vscode.window.activeTextEditor?.document;
  return now !== undefined && now !== before && now.isUntitled && now.languageId === 'nianbao' && now;
};

describe('exchange', () => {
  it('exports a report beside it, by its body and year, and brings it in again', async () => {
    const { document } = await show(faulty);
    const file = at('青禾县水务局2023年政府信息公开工作年度报告.docx');
    const running = vscode.commands.executeCommand('nianbao.exportReport');
    const bytes = await eventually('the exported file', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return bytesOf(file);
    });
    await running;
    same([...bytes.subarray(0, 2)], [0x50, 0x4b]);
    await vscode.commands.executeCommand('nianbao.importReport', file);
    const back = await eventually('the imported report', () => imported(document));
    for (const words of ['一、本年新收政府信息公开申请数量', '5、存在的主要问题及改进情况', '16'])
      if (!back.getText().includes(words)) throw new Error(`no ${words} in ${back.getText()}`);
    const left = (await vscode.workspace.fs.readDirectory(folder())).filter(([name]) => name.endsWith('.tmp'));
    same(left, []);
  });

  it('goes on from last year’s report', async () => {
    const { document } = await show(faulty);
    const running = vscode.commands.executeCommand('nianbao.newFromLastYear');
    const next = await eventually('the new report', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return imported(document);
    });
    await running;
    same(next.getText().split('\n')[0], '青禾县水务局2024年政府信息公开工作年度报告');
  });

  it('opens the sample of the walkthrough', async () => {
    await vscode.commands.executeCommand('nianbao.openSample');
    const sample = await eventually('the sample', () => imported(undefined));
    same(sample.getText().split('\n')[0], '北岚区教育局2022年政府信息公开工作年度报告');
  });

  it('brings in a web page', async () => {
    const page = at('网页.html');
    await vscode.workspace.fs.writeFile(page, new TextEncoder().encode(PAGE));
    await vscode.commands.executeCommand('nianbao.importReport', page);
    const document = await eventually('the imported report', () => imported(undefined));
    same(document.getText().split('\n')[0], '青禾县水务局2022年政府信息公开工作年度报告');
  });

  it('leaves the editor as it is where a file cannot be brought in', async () => {
    const { document } = await show(faulty);
    const old = at('旧稿.doc');
    await vscode.workspace.fs.writeFile(old, Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1));
    await vscode.commands.executeCommand('nianbao.importReport', old);
    same(vscode.window.activeTextEditor?.document === document, true);
  });
});

const PAGE = `<html><body><h1>青禾县水务局2022年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>全年平稳。</p>
<h2>四、政府信息公开行政复议、行政诉讼情况</h2></body></html>`;
