import * as vscode from 'vscode';
import { eventually, faultless, findingOf, replace, rules, same, sameText, show } from './support.js';

describe('completion', () => {
  it('inserts a missing section', async () => {
    const editor = await show(faultless);
    const { document } = editor;
    const whole = document.getText();
    const start = whole.indexOf('五、存在');
    await replace(editor, whole.slice(start, whole.indexOf('六、其他')), '\n');
    await findingOf(document, 'missing-section');
    place(editor, start);
    await accept(() => document.getText().includes('五、存在的主要问题及改进情况'));
    await eventually('the finding to go', () => !rules(document).includes('missing-section'));
    // What stood around the place is as it was.
    same(
      [whole.slice(0, start), whole.slice(whole.indexOf('六、其他'))].map((part) => document.getText().includes(part)),
      [true, true],
    );
  });

  it('gives the figure of the table in the prose', async () => {
    const editor = await show(faultless);
    const { document } = editor;
    await replace(editor, '按期答复群众提出的申请', '收到政府信息公开申请，逐件答复');
    const text = document.getText();
    const words = '收到政府信息公开申请';
    const at = text.indexOf(words) + words.length;
    place(editor, at);
    const { items } = await eventually('the figure', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        document.positionAt(at),
      );
      return list.items.some(({ label }) => nameOf(label) === '9件') && list;
    });
    same(nameOf(items[0]!.label), '9件');
    await accept(() => document.getText() !== text);
    sameText(document.getText(), `${text.slice(0, at)}9件${text.slice(at)}`);
  });
});

const nameOf = (label: vscode.CompletionItem['label']): string => (typeof label === 'string' ? label : label.label);

function place(editor: vscode.TextEditor, offset: number): void {
  const caret = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(caret, caret);
}

/** Opens the list of suggestions and takes its first, once that is there. */
async function accept(done: () => boolean): Promise<void> {
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  await eventually('a suggestion to be taken', async () => {
    if (!done()) await vscode.commands.executeCommand('acceptSelectedSuggestion');
    return done();
  });
}
