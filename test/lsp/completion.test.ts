import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  CompletionItemKind,
  InsertTextFormat,
  type CompletionItem,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { rulesIn } from '../support/caret';
import { readOne } from '../support/findings';
import { startClient, storedFiles, withEdits, type Client, type ClientOptions } from '../support/lsp-harness';
import { buildReport } from '../support/report-builder';
import { SOUND } from './texts';

const URI = 'file:///report.txt';
const ABLE: ClientOptions = {
  capabilities: (usual) => ({
    ...usual,
    textDocument: {
      ...usual.textDocument,
      completion: {
        completionItem: { snippetSupport: true, labelDetailsSupport: true, documentationFormat: ['markdown'] },
      },
    },
  }),
};

let client: Client;
beforeEach(async () => {
  client = await startClient(ABLE);
});
afterEach(() => client.stop());

const completions = (
  position: { readonly line: number; readonly character: number },
  uri = URI,
): Promise<readonly CompletionItem[]> => client.request('textDocument/completion', { textDocument: { uri }, position });

/** Opens a fixture, in which ‸ is the caret, and asks for what is offered there. */
async function completed(
  fixture: string,
  uri = URI,
): Promise<{ readonly text: string; readonly items: readonly CompletionItem[] }> {
  const at = fixture.indexOf('‸');
  const text = fixture.replace('‸', '');
  client.open(uri, text);
  return { text, items: await completions(TextDocument.create('', '', 0, text).positionAt(at), uri) };
}

const labels = (items: readonly CompletionItem[]): readonly string[] => items.map(({ label }) => label);
const labelled = (items: readonly CompletionItem[], label: string): CompletionItem => {
  const found = items.find((item) => item.label === label);
  if (found === undefined) throw new Error(`Not offered: ${label}, but ${labels(items).join(' | ')}`);
  return found;
};

/** The text with an item taken, its tab stops left as they are filled in. */
const taken = (text: string, { textEdit, insertTextFormat }: CompletionItem): string => {
  const { range, newText } = textEdit as TextEdit;
  const plain =
    insertTextFormat === InsertTextFormat.Snippet
      ? newText.replace(/\$\{\d+:([^}]*)\}|\$\{?\d+\}?/g, '$1').replace(/\\([\\$}])/g, '$1')
      : newText;
  return withEdits(text, [{ range, newText: plain }]);
};

const resolved = (item: CompletionItem): Promise<CompletionItem> => client.request('completionItem/resolve', item);
const documentationOf = async (item: CompletionItem): Promise<string> =>
  ((await resolved(item)).documentation as { value: string }).value;

describe('what is offered', () => {
  it('where a section is missing completes the report', async () => {
    const { text, items } = await completed(`${SOUND.slice(0, SOUND.indexOf('六、'))}‸`);
    expect(items[0]).toMatchObject({
      label: '六、其他需要报告的事项',
      kind: CompletionItemKind.Module,
      labelDetails: { description: '缺失部分' },
    });
    expect(rulesIn(taken(text, items[0]!))).toEqual([]);
    expect(await documentationOf(items[0]!)).toMatch(/信息处理费[^]*国办公开办函〔2021〕30号/);
  });

  it('where a row is missing has a tab stop in each value', async () => {
    const { text, items } = await completed(SOUND.replace(/^四、结转下年度继续办理.*$/m, '‸'));
    expect(items[0]).toMatchObject({ label: '四、结转下年度继续办理', insertTextFormat: InsertTextFormat.Snippet });
    expect((items[0]!.textEdit as TextEdit).newText).toBe(
      `四、结转下年度继续办理\t\t\t${[1, 2, 3, 4, 5, 6, 7].map((stop) => `\${${stop}:0}`).join('\t')}`,
    );
    expect(taken(text, items[0]!)).toBe(SOUND);
    expect(await documentationOf(items[0]!)).toMatch(/自然人.*总计[^]*依据：表内说明/);
  });

  it('in a label keeps what follows', async () => {
    const { text, items } = await completed(SOUND.replace('法律服务机构', '法律‸'));
    expect(labels(items)).toEqual(['法律服务机构']);
    expect(taken(text, items[0]!)).toBe(SOUND);
    expect(await documentationOf(items[0]!)).toContain('法律服务机构');
  });

  it('in the prose is the figure of the table', async () => {
    const { text, items } = await completed(SOUND.replace('专人登记来件', '收到政府信息公开申请‸，专人登记'));
    expect(items).toMatchObject([
      { label: '3件', kind: CompletionItemKind.Value, labelDetails: { description: '一、本年新收·总计' } },
    ]);
    expect(rulesIn(taken(text, items[0]!))).toEqual([]);
    expect(await documentationOf(items[0]!)).toMatch(/一、本年新收 › 总计[^]*自然人 \+ 商业企业/);
  });

  it('as a sentence is true by the tables', async () => {
    const { text, items } = await completed(SOUND.replace('专人登记来件', '‸\n专人登记来件'));
    const sentence = labelled(items, '本年度未发生因政府信息公开工作引发的行政复议、行政诉讼。');
    expect(labels(items).join()).not.toContain('未收到');
    expect(rulesIn(taken(text, sentence))).toEqual([]);
    expect(await documentationOf(sentence)).toMatch(/行政复议·总计 = 0/);
  });

  it('as a title goes by the name of the file', async () => {
    const { items } = await completed('‸', 'file:///青禾县水务局2023年政府信息公开工作年度报告.txt');
    expect(items[0]).toMatchObject({
      label: '青禾县水务局2023年政府信息公开工作年度报告',
      kind: CompletionItemKind.Constant,
    });
    expect(await documentationOf(items[0]!)).toContain('机关全称');
  });

  it('as a title goes by last year’s report in the same folder', async () => {
    await client.stop();
    const files = new Map([['file:///reports/a.txt', SOUND]]);
    client = await startClient({
      folder: 'file:///reports',
      runtime: { files: storedFiles(files) },
    });
    const title = '青禾县水务局2025年政府信息公开工作年度报告';
    await expect
      .poll(async () => labels((await completed('‸', 'file:///reports/b.txt')).items)[0], { timeout: 10_000 })
      .toBe(title);
    expect(labels((await completed('‸', 'file:///elsewhere/b.txt')).items)).not.toContain(title);
  });

  it('is in the order in which it is likely', async () => {
    const { items } = await completed('‸');
    expect([...items].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1))).toEqual(items);
    expect(new Set(items.map(({ sortText }) => sortText)).size).toBe(items.length);
  });

  it('is found by what was typed, however it is spelt', async () => {
    const { items } = await completed(`${SOUND.slice(0, SOUND.indexOf('六、'))}　六.其他‸`);
    const { filterText, textEdit } = items[0]!;
    expect(items[0]!.label).toBe('六、其他需要报告的事项');
    expect(filterText!.startsWith('　六.其他')).toBe(true);
    expect((textEdit as TextEdit).range.start.character).toBe(0);
  });

  it('is said in the language of the settings', async () => {
    client.configure({ locale: 'en' });
    const { items } = await completed(SOUND.replace('专人登记来件', '收到政府信息公开申请‸，专人登记'));
    expect(items[0]!.detail).toBe('received this year·total');
    expect(await documentationOf(items[0]!)).toContain('Basis');
  });
});

describe('a client that knows less', () => {
  it('gets plain text', async () => {
    await client.stop();
    client = await startClient();
    const { text, items } = await completed(`${SOUND.slice(0, SOUND.indexOf('五、'))}‸`);
    for (const item of items) {
      expect(item.insertTextFormat).toBe(InsertTextFormat.PlainText);
      expect(item.labelDetails).toBeUndefined();
      expect((item.textEdit as TextEdit).newText).not.toContain('$');
    }
    expect(readOne(taken(text, items[0]!)).sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });

  it('asks when a number of a heading, a title’s bracket or words before a figure end', () => {
    const { triggerCharacters, resolveProvider } = client.initialized.capabilities.completionProvider!;
    expect(resolveProvider).toBe(true);
    for (const end of [
      '五、',
      '《',
      '申请',
      '受理',
      '办结',
      '予以公开',
      '上年结转',
      '结转下年',
      '行政复议',
      '行政诉讼',
    ])
      expect(triggerCharacters).toContain(end.at(-1));
    expect(triggerCharacters!.join('')).not.toMatch(/[\s\da-z，。]/i);
  });
});

describe('templates', () => {
  it('are whole reports in an empty document, which read without error', async () => {
    const { items } = await completed('‸');
    const reports = items.filter(({ label }) => label.includes('完整模板'));
    expect(reports.length).toBeGreaterThanOrEqual(2);
    for (const item of reports) {
      const report = readOne(taken('', item));
      expect(report.sections).toHaveLength(6);
      expect(report.tables.map((table) => table.missing)).toEqual([[], [], []]);
    }
    expect(await documentationOf(reports[0]!)).toContain('国办公开办函〔2021〕30号');
  });

  it('come behind the sections that are missing', async () => {
    const { items } = await completed(`${SOUND.slice(0, SOUND.indexOf('五、'))}‸`);
    expect(labels(items).slice(0, 2)).toEqual(['五、存在的主要问题及改进情况', '六、其他需要报告的事项']);
    expect(labels(items).some((label) => label.includes('完整模板'))).toBe(false);
  });

  it('replace the prefix that was typed, in the line ends of the document', async () => {
    const { text, items } = await completed('说明\r\n年报‸');
    const edit = items[0]!.textEdit as { range: Range; newText: string };
    expect(edit.range).toEqual({ start: { line: 1, character: 0 }, end: { line: 1, character: 2 } });
    expect(edit.newText).not.toMatch(/[^\r]\n/);
    expect(withEdits(text, [edit]).startsWith('说明\r\n')).toBe(true);
  });
});

describe('nothing is offered', () => {
  it.each([
    ['within a line of text', SOUND.replace('专人登记来件', '专人‸登记来件')],
    ['within a number', SOUND.replace('\t3\t0', '\t3‸\t0')],
    ['at the beginning of a row', SOUND.replace('规章', '‸规章')],
    ['at the end of a heading', SOUND.replace('一、总体情况', '一、总体情况‸')],
    [
      'below a row whose values are being typed',
      SOUND.replace(/(一、本年新收政府信息公开申请数量)\t\t\t3\t0.*\n/, '$1\t\t\t3\t0\n‸\n'),
    ],
    [
      'in a table of which only labels are typed',
      buildReport({
        edition: '2021',
        layout: 'cells',
        replace: {
          requests: '\t自然人\n\n\t一、本年新收政府信息公开申请数量\n\n\t二、上年结转政府信息公开申请数量\n\n\t‸\n',
        },
      }),
    ],
  ])('%s', async (_, fixture) => {
    expect((await completed(fixture)).items).toEqual([]);
  });

  it('beyond the end, in a document that was closed, and in one that was never opened', async () => {
    client.open(URI, SOUND);
    expect(await completions({ line: 9_999, character: 0 })).toEqual([]);
    client.close(URI);
    expect(await completions({ line: 0, character: 0 })).toEqual([]);
    expect(await completions({ line: 0, character: 0 }, 'file:///never.txt')).toEqual([]);
  });
});

describe('an item', () => {
  it('of a list that was followed by another stays as it is', async () => {
    const { items } = await completed('‸');
    await completions({ line: 0, character: 0 });
    expect(await resolved(items[0]!)).toEqual(items[0]);
  });

  it('that somebody else made stays as it is', async () => {
    expect(await resolved({ label: 'x' })).toEqual({ label: 'x' });
    expect(await resolved({ label: 'x', data: { list: 0, place: 0 } })).toEqual({
      label: 'x',
      data: { list: 0, place: 0 },
    });
  });

  it('has no documentation until it is asked for, and keeps the rest then', async () => {
    const { items } = await completed('‸');
    expect(items.some(({ documentation }) => documentation !== undefined)).toBe(false);
    expect(await resolved(items[0]!)).toEqual({
      ...items[0],
      documentation: { kind: 'markdown', value: expect.any(String) as string },
    });
  });
});
