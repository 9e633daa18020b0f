import * as vscode from 'vscode';
import { eventually, faulty, replace, same, show } from './support.js';

describe('typing in a table', () => {
  it('goes through a row of a cell a line, selects each value, and back', async () => {
    const editor = await showInTable(faulty, '一、本年新收政府信息公开申请数量');
    const walked: string[] = [];
    for (let i = 0; i < 8; i++) walked.push(await after('nianbao.nextCell', editor));
    // The last is the first of the next row.
    same(walked, ['12', '3', '0', '0', '0', '0', '16', '1']);
    same(await after('nianbao.previousCell', editor), '16');
    same(editor.document.isDirty, false);
    same([await after('nianbao.previousCell', editor), await after('nianbao.nextRow', editor)], ['0', '16']);
  });

  it('goes through a row of tabs, and Enter to the next', async () => {
    const editor = await inTabs();
    const walked: string[] = [];
    for (let i = 0; i < 8; i++) walked.push(await after('nianbao.nextCell', editor));
    same(walked, ['12', '3', '0', '0', '0', '0', '16', '1']);
    same(await after('nianbao.nextRow', editor), '9');
    same(await after('nianbao.previousCell', editor), '1');
  });

  it('adds a value that a row lacks, to be typed at once', async () => {
    const editor = await show(faulty);
    await replace(editor, '\t规章\n\t0\n\t0\n\t0\n', '\t规章\n\t0\n\t0\n');
    await putCaret(editor, '\t规章\n\t0\n\t0');
    const before = editor.document.getText();
    await vscode.commands.executeCommand('nianbao.nextCell');
    await vscode.commands.executeCommand('type', { text: '7' });
    same(editor.document.getText(), before.replace('\t规章\n\t0\n\t0\n', '\t规章\n\t0\n\t0\n\t7\n'));
  });

  it('takes numbers typed between the keys, and gives them back when they are undone', async () => {
    const editor = await showInTable(faulty, '一、本年新收政府信息公开申请数量');
    const { document } = editor;
    const before = document.getText();
    const row = (...values: readonly string[]): string =>
      `一、本年新收政府信息公开申请数量\n\t${values.join('\n\t')}\n`;
    const hit = [
      'nianbao.nextCell',
      '7',
      '0',
      'nianbao.nextCell',
      '8',
      'nianbao.nextRow',
      '9',
      'nianbao.nextCell',
      '6',
    ];
    for (const key of hit)
      if (key.length > 1) await vscode.commands.executeCommand(key);
      else await vscode.commands.executeCommand('type', { text: key });
    const after = before.replace(row('12', '3', '0', '0', '0', '0', '16'), row('70', '8', '9', '6', '0', '0', '16'));
    await eventually('each number in its cell', () => document.getText() === after);
    for (let i = 0; document.getText() !== before && i < hit.length; i++) await vscode.commands.executeCommand('undo');
    same(document.getText(), before);
  });

  it('goes from the last row of a table to the next one', async () => {
    const editor = await showInTable(faulty, '行政事业性收费\n\t37.5');
    const before = editor.document.getText();
    same(await after('nianbao.nextRow', editor), '12');
    same(await after('nianbao.previousCell', editor), '37.5');
    same(editor.document.getText(), before);
  });

  it('leaves Tab and Enter in prose what they are', async () => {
    const editor = await show(faulty);
    const { document } = editor;
    await putCaret(editor, '本局主动公开');
    const before = document.getText();
    await vscode.commands.executeCommand('nianbao.nextCell');
    await eventually('a tab', () => document.getText() === before.replace('本局主动公开', '本局主动公开\t'));
    await vscode.commands.executeCommand('undo');
    await eventually('no tab', () => document.getText() === before);
    await vscode.commands.executeCommand('nianbao.nextRow');
    await eventually('a line', () => /本局主动公开\r?\n/.test(document.getText()));
  });
});

describe('hints', () => {
  it('of the current row follow the cursor', async () => {
    const editor = await show(faulty);
    const labels = ['二、上年结转政府信息公开申请数量', '（一）予以公开'];
    for (const label of [...labels, ...labels]) {
      await putCaret(editor, label);
      await eventually(`hints beside ${label} alone`, async () => {
        const hinted = new Set((await hintsOf(editor.document)).map(({ position }) => position.line));
        return labels.every((other) =>
          valueLines(editor.document, other).every((line) => hinted.has(line) === (other === label)),
        );
      });
    }
  });
});

/** The lines of the seven values below a label. */
function valueLines(document: vscode.TextDocument, label: string): number[] {
  const { line } = document.positionAt(document.getText().indexOf(label));
  return Array.from({ length: 7 }, (_, index) => line + 1 + index);
}

describe('totals', () => {
  afterEach(() => setOnType(undefined));

  it('follow the counts that are typed, in one step with them, where that is wanted', async () => {
    await setOnType(true);
    const editor = await showInTable(faulty, '二、上年结转政府信息公开申请数量');
    const { document } = editor;
    const before = document.getText();
    const row = (count: string, total: string): string =>
      `二、上年结转政府信息公开申请数量\n\t${count}\n\t0\n\t0\n\t0\n\t0\n\t0\n\t${total}\n`;
    same(before.includes(row('1', '1')), true);
    same(await after('nianbao.nextCell', editor), '1');
    await vscode.commands.executeCommand('type', { text: '4' });
    await eventually('a total of 4', () => document.getText() === before.replace(row('1', '1'), row('4', '4')));
    await vscode.commands.executeCommand('type', { text: '2' });
    await eventually('a total of 42', () => document.getText() === before.replace(row('1', '1'), row('42', '42')));
    for (let i = 0; document.getText() !== before && i < 2; i++) await vscode.commands.executeCommand('undo');
    same(document.getText(), before);
    // What is undone is not added up again.
    await vscode.commands.executeCommand('redo');
    same(/数量\n\t4/.test(document.getText()), true);
  });

  it('stay where it is not, and where they were wrong', async () => {
    const editor = await showInTable(faulty, '二、上年结转政府信息公开申请数量');
    const { document } = editor;
    await after('nianbao.nextCell', editor);
    await vscode.commands.executeCommand('type', { text: '4' });
    const typed = document.getText();
    await setOnType(true);
    await putCaret(editor, '一、本年新收政府信息公开申请数量\n\t12');
    await vscode.commands.executeCommand('type', { text: '5' });
    const further = typed.replace('数量\n\t12', '数量\n\t125');
    // A row whose total was right follows; after that, nothing else is on its way.
    await putCaret(editor, '1.属于国家秘密\n\t0');
    await vscode.commands.executeCommand('type', { text: '5' });
    const secret = '1.属于国家秘密\n\t0\n\t0\n\t0\n\t0\n\t0\n\t0\n\t0\n';
    await eventually('a total of 5', () =>
      document.getText().includes(secret.replace('\t0', '\t05').replace(/0\n$/, '5\n')),
    );
    same(
      document.getText().includes(further.slice(further.indexOf('一、本年新收'), further.indexOf('三、本年度'))),
      true,
    );
  });
});

/** The text that is selected after a command, once the selection has moved. */
async function after(command: string, editor: vscode.TextEditor): Promise<string> {
  const before = editor.selection;
  await vscode.commands.executeCommand(command);
  await eventually(`${command} to move the caret`, () => !editor.selection.isEqual(before));
  return editor.document.getText(editor.selection);
}

/** Puts the caret behind words. */
async function putCaret(editor: vscode.TextEditor, words: string): Promise<void> {
  const start = editor.document.getText().indexOf(words);
  if (start < 0) throw new Error(`no ${words}`);
  const caret = editor.document.positionAt(start + words.length);
  editor.selection = new vscode.Selection(caret, caret);
  await eventually('the caret', () => editor.selection.active.isEqual(caret));
}

async function showInTable(fixture: string, words: string): Promise<vscode.TextEditor> {
  const editor = await show(fixture);
  await putCaret(editor, words);
  return editor;
}

/** The same report, the cells of each row on one line. */
async function inTabs(): Promise<vscode.TextEditor> {
  const editor = await show(faulty);
  const tables = editor.document.getText().replace(
    /(?<=\n)(?:\t[^\n]*\n)+/g,
    (row) =>
      `${row
        .trimEnd()
        .split('\n')
        .map((cell) => cell.trim())
        .join('\t')}\n`,
  );
  const all = new vscode.Range(0, 0, editor.document.lineCount, 0);
  await editor.edit((edit) => edit.replace(all, tables));
  await putCaret(editor, '一、本年新收政府信息公开申请数量');
  return editor;
}

async function hintsOf(document: vscode.TextDocument): Promise<vscode.InlayHint[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  return vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
}

async function setOnType(value: boolean | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('nianbao')
    .update('totals.onType', value, vscode.ConfigurationTarget.Workspace);
}
