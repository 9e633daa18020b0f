import * as vscode from 'vscode';
import { faulty, findingOf, replace, sameText, show } from './support.js';

describe('an editor that is read-only', () => {
  it('is changed by no command, however often its questions are answered', async () => {
    const editor = await show(faulty);
    const { document } = editor;
    // Something to be done for each of them.
    await replace(editor, '行政强制\n\t0', '行政强制\n\t—');
    await replace(editor, '六、其他需要报告的事项', '');
    await findingOf(document, 'missing-section');
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    const before = document.getText();
    for (const command of ['fixAll', 'recompute', 'convertLayout', 'insertMissingSections', 'insertTemplate'])
      await answered(`nianbao.${command}`);
    await vscode.commands.executeCommand('editor.action.formatDocument');
    sameText(document.getText(), before);
  });
});

/** Runs a command to its end and takes whatever it proposes. */
async function answered(command: string): Promise<void> {
  let isDone = false;
  // A command ends where it tells something, too: the notice itself waits for whoever reads it.
  const running = Promise.resolve(vscode.commands.executeCommand(command)).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await running;
}
