import * as vscode from 'vscode';
import { eventually, faulty, findingOf, replace, rules, same, sameText, show } from './support.js';

const label = '一、本年新收政府信息公开申请数量';

describe('hover', () => {
  it('tells where a value stands and what it is part of', async () => {
    const { document } = await show(faulty);
    const said = await hoverAt(document, new vscode.Position(lineOf(document, label) + 1, 1));
    same(
      ['一、本年新收 › 自然人', '「一、本年新收」', '依据'].filter((part) => !said.includes(part)),
      [],
    );
  });

  it('puts the numbers into the formula of a total, and says that it does not hold', async () => {
    const { document } = await show(faulty);
    const said = await hoverAt(document, new vscode.Position(lineOf(document, label) + 7, 2));
    same(/一、本年新收 › 总计[^]*总计 = 自然人 \+ .* = 12 \+ 3 \+ .* = 15 ✗/.test(said), true);
  });
});

describe('preview', () => {
  it('opens beside the text, once, and closes', async () => {
    const { document } = await show(faulty);
    await findingOf(document, 'row-total-mismatch');
    for (let times = 0; times < 2; times++) await vscode.commands.executeCommand('nianbao.openPreviewToSide');
    const name = `Preview ${document.uri.path.split('/').at(-1)}`;
    const preview = await eventually('the preview', () => previews().find(({ label }) => label === name));
    same(previews().length, 1);
    same(vscode.window.activeTextEditor?.document === document, true);
    await vscode.window.tabGroups.close(preview);
    same(previews(), []);
  });
});

describe('recomputing', () => {
  it('is offered above the table, and changes the total alone when it is confirmed', async () => {
    const { document } = await show(faulty);
    const before = document.getText();
    const offer = await eventually('the lens', async () =>
      (await lensesOf(document)).find(({ command }) => command?.title.includes('重新合计')),
    );
    const table = lineOf(document, '三、收到和处理');
    same([offer.range.start.line > table, offer.range.start.line < lineOf(document, label)], [true, true]);
    const running = vscode.commands.executeCommand(offer.command!.command, ...(offer.command!.arguments ?? []));
    await accepting('the total to be recomputed', () => document.getText() !== before);
    await running;
    sameText(document.getText(), before.replace('\t16\n', '\t15\n'));
    await eventually('the table to balance', async () =>
      (await lensesOf(document)).some(({ command }) => command?.title === '✓ 勾稽平衡'),
    );
    await vscode.commands.executeCommand('undo');
    sameText(document.getText(), before);
  });

  it('by the command asks where, and keeps to the row of the cursor', async () => {
    const editor = await show(faulty);
    const { document } = editor;
    // A second wrong total, in another row.
    await replace(editor, '二、上年结转政府信息公开申请数量\n\t1', '二、上年结转政府信息公开申请数量\n\t2');
    await findingOf(document, 'row-total-mismatch');
    const before = document.getText();
    const at = new vscode.Position(lineOf(document, label) + 2, 1);
    editor.selection = new vscode.Selection(at, at);
    const running = vscode.commands.executeCommand('nianbao.recompute');
    await accepting('the row to be recomputed', () => document.getText() !== before);
    await running;
    sameText(document.getText(), before.replace('\t16\n', '\t15\n'));
  });

  it('changes nothing where the list is left', async () => {
    const { document } = await show(faulty);
    const before = document.getText();
    await findingOf(document, 'row-total-mismatch');
    let ended = false;
    const running = vscode.commands.executeCommand('nianbao.recompute').then(() => (ended = true));
    await eventually('the command to end', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return ended;
    });
    await running;
    same([document.getText() === before, document.isDirty], [true, false]);
  });
});

describe('hints beside numbers', () => {
  afterEach(() => inlayHints(undefined));

  it('name every value in mode `all`, and are switched off and on again as they were', async () => {
    const { document } = await show(faulty);
    await inlayHints('all');
    const hints = await eventually('hints', async () => {
      const all = await hintsOf(document);
      return all.length > 150 && all;
    });
    const first = lineOf(document, label);
    const ofRow = hints
      .filter(({ position: { line } }) => line > first && line <= first + 7)
      .map(({ label: words }) => words);
    same(ofRow, [
      '自然人·本年新收',
      '商业企业·本年新收',
      '科研机构·本年新收',
      '社会公益组织·本年新收',
      '法律服务机构·本年新收',
      '其他·本年新收',
      '应为 15，总计·本年新收',
    ]);
    await vscode.commands.executeCommand('nianbao.toggleInlayHints');
    await eventually('no hints', async () => (await hintsOf(document)).length === 0);
    await vscode.commands.executeCommand('nianbao.toggleInlayHints');
    await eventually('hints again', async () => (await hintsOf(document)).length === hints.length);
    same(vscode.workspace.getConfiguration('nianbao', document.uri).inspect('inlayHints')?.workspaceValue, 'all');
  });

  it('stand beside wrong totals alone in mode `problems`', async () => {
    const { document } = await show(faulty);
    await inlayHints('problems');
    const hints = await eventually('few hints', async () => {
      const all = await hintsOf(document);
      return all.length > 0 && all.length < 5 && all;
    });
    same(hints[0]?.position.line, lineOf(document, label) + 7);
  });
});

describe('formatting', () => {
  it('happens on demand alone, and keeps layout, labels and values', async () => {
    const editor = await show(faulty);
    const { document } = editor;
    await findingOf(document, 'row-total-mismatch');
    await replace(editor, `\t${label}\n\t12\n`, `\t  ${label} \n\t　12 \n`);
    const messy = document.getText();
    await document.save();
    sameText(document.getText(), messy);
    const edits = await eventually('edits', async () => {
      const found = await formattingOf(document);
      return found.length > 0 && found;
    });
    const change = new vscode.WorkspaceEdit();
    change.set(document.uri, edits);
    await vscode.workspace.applyEdit(change);
    const [words, tidied] = [messy, document.getText()].map((text) => text.split('\n').map((line) => line.trim()));
    same(tidied, words);
    same(document.getText().includes(`\t${label}\n\t12\n`), true);
    same(await formattingOf(document), []);
    same(rules(document).includes('row-total-mismatch'), true);
  });
});

function previews(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('nianbao.preview'));
}

async function formattingOf({ uri }: vscode.TextDocument): Promise<vscode.TextEdit[]> {
  const options: vscode.FormattingOptions = { tabSize: 4, insertSpaces: false };
  return (
    (await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
      'vscode.executeFormatDocumentProvider',
      uri,
      options,
    )) ?? []
  );
}

function lineOf(document: vscode.TextDocument, words: string): number {
  return document.positionAt(document.getText().indexOf(words)).line;
}

/** What the hover says, once the server has something to say. */
async function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  return eventually('a hover', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    const said = hovers
      .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
      .join('\n');
    return said !== '' && said;
  });
}

async function lensesOf({ uri }: vscode.TextDocument): Promise<vscode.CodeLens[]> {
  return vscode.commands.executeCommand('vscode.executeCodeLensProvider', uri, 100);
}

async function hintsOf(document: vscode.TextDocument): Promise<vscode.InlayHint[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  return (
    (await vscode.commands.executeCommand<vscode.InlayHint[] | undefined>(
      'vscode.executeInlayHintProvider',
      document.uri,
      whole,
    )) ?? []
  );
}

/** Takes whatever a list proposes, as often as one opens, until `done`. */
function accepting(what: string, done: () => boolean): Promise<true> {
  return eventually(what, async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return done();
  });
}

async function inlayHints(mode: string | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('nianbao').update('inlayHints', mode, vscode.ConfigurationTarget.Workspace);
}
