import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentSymbol, FoldingRange, Range } from 'vscode-languageserver';
import { startClient, textAt, type Client } from '../support/lsp-harness';
import { SOUND } from './texts';

const URI = 'file:///report.txt';
let client: Client;
beforeEach(async () => {
  client = await startClient();
});
afterEach(() => client.stop());

const symbols = (): Promise<readonly DocumentSymbol[]> =>
  client.request('textDocument/documentSymbol', { textDocument: { uri: URI } });
const folds = (): Promise<readonly FoldingRange[]> =>
  client.request('textDocument/foldingRange', { textDocument: { uri: URI } });

const before = (a: Range['start'], b: Range['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);
const inside = (outer: Range, inner: Range): boolean =>
  before(outer.start, inner.start) && before(inner.end, outer.end);

describe('document symbols', () => {
  it('are title, sections, tables and rows, each within the one above', async () => {
    client.open(URI, SOUND);
    const [title, ...others] = await symbols();
    expect(others).toEqual([]);
    expect(title!.name).toBe('青禾县水务局2024年政府信息公开工作年度报告');
    expect(title!.children!.map(({ name }) => name[0])).toEqual(['一', '二', '三', '四', '五', '六']);
    const requests = title!.children![2]!.children![0]!;
    expect(
      requests.children!.flatMap((child) => (child.children!.length === 0 ? [child] : child.children!)),
    ).toHaveLength(25);
    expect(requests.children![0]!.name).toBe('一、本年新收政府信息公开申请数量');
    const visit = (symbol: DocumentSymbol): void => {
      expect(inside(symbol.range, symbol.selectionRange)).toBe(true);
      expect(symbol.name.trim()).not.toBe('');
      for (const child of symbol.children ?? []) {
        expect(inside(symbol.range, child.range)).toBe(true);
        visit(child);
      }
    };
    visit(title!);
  });

  it('point at what they name', async () => {
    client.open(URI, SOUND);
    const [title] = await symbols();
    for (const section of title!.children!) expect(textAt(SOUND, section.selectionRange)).toBe(section.name);
  });

  it('of a volume are one tree for each report', async () => {
    client.open(URI, `${SOUND}\n${SOUND}`);
    const trees = await symbols();
    expect(trees).toHaveLength(2);
    expect(before(trees[0]!.range.end, trees[1]!.range.start)).toBe(true);
  });
});

describe('folding', () => {
  it('takes in sections and tables that run over lines, each line once', async () => {
    client.open(URI, SOUND);
    const ranges = await folds();
    const lines = SOUND.split('\n');
    const starts = ranges.map(({ startLine }) => lines[startLine]!);
    for (const heading of ['一、', '二、', '三、', '四、', '五、', '六、'])
      expect(starts.some((line) => line.startsWith(heading))).toBe(true);
    expect(new Set(ranges.map(({ startLine }) => startLine)).size).toBe(ranges.length);
    for (const { startLine, endLine } of ranges) expect(startLine < endLine && endLine < lines.length).toBe(true);
  });
});
