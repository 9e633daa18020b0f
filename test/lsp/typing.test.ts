import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InlayHint, Position, TextEdit } from 'vscode-languageserver';
import type { CursorResult, EditResult } from '../../server/src/lsp/protocol';
import { buildReport } from '../support/report-builder';
import { startClient, withEdits, type Client } from '../support/lsp-harness';
import { SOUND } from './texts';

const URI = 'file:///report.txt';
const CELLS = buildReport({ edition: '2021', layout: 'cells', values: { regulations: [1, 2, 3] } });
let client: Client;
beforeEach(async () => {
  client = await startClient();
});
afterEach(() => client.stop());

const lineOf = (text: string, words: string): number => text.slice(0, text.indexOf(words)).split('\n').length - 1;
const endOf = (text: string, words: string): Position => {
  const before = text.slice(0, text.indexOf(words) + words.length).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
};
const cursor = (line: number, character = 0, uri = URI): Promise<CursorResult | null> =>
  client.request('nianbao/cursor', { uri, line, character });
const replace = (text: string, version: number, before: string, after: string): string => {
  const start = text.indexOf(before);
  const changed = text.slice(0, start) + after + text.slice(start + before.length);
  client.change(URI, version, [{ text: changed }]);
  return changed;
};

describe('nianbao/cursor', () => {
  const hints = (): Promise<readonly InlayHint[]> =>
    client.request('textDocument/inlayHint', {
      textDocument: { uri: URI },
      range: { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } },
    });
  const hinted = async (): Promise<readonly number[]> => [
    ...new Set((await hints()).map(({ position }) => position.line)),
  ];

  it('tells whether a row stands on the line', async () => {
    client.open(URI, SOUND);
    expect(await cursor(lineOf(SOUND, '规章'))).toEqual({ inTable: true });
    for (const words of ['一、总体情况', '按目录公开', '本年制发件数', '四、政府信息公开'])
      expect(await cursor(lineOf(SOUND, words))).toEqual({ inTable: false });
  });

  it('moves the hints to its row, tabs at the end of the line or not', async () => {
    const text = SOUND.replace(/^规章\t.*$/m, '规章\t0\t0\t0\t\t');
    client.open(URI, text);
    expect(await hinted()).toEqual([]);
    const first = lineOf(text, '规章');
    await cursor(first);
    expect(await hinted()).toEqual([first]);
    await cursor(first + 1);
    expect(await hinted()).toEqual([first + 1]);
  });

  it('has hints asked for anew only where the row changes', async () => {
    client.open(URI, CELLS);
    const label = lineOf(CELLS, '\t规章');
    await cursor(label);
    await cursor(label + 1);
    await cursor(label + 3);
    await hints();
    expect(client.hintRefreshes()).toBe(1);
    await cursor(lineOf(CELLS, '按目录'));
    await cursor(lineOf(CELLS, '专人登记'));
    await hints();
    expect(client.hintRefreshes()).toBe(2);
  });

  it('has them asked for anew where it comes to another value of a row that prints several', async () => {
    client.open(URI, SOUND);
    const line = lineOf(SOUND, '规章');
    await cursor(line, 3);
    await cursor(line, 4);
    await cursor(line, 5);
    await hints();
    expect(client.hintRefreshes()).toBe(2);
  });

  it('does not have hints asked for that do not follow it', async () => {
    const still = await startClient({ settings: { inlayHints: 'problems' } });
    still.open(URI, CELLS);
    expect(await still.request('nianbao/cursor', { uri: URI, line: lineOf(CELLS, '\t规章'), character: 0 })).toEqual({
      inTable: true,
    });
    await still.stop();
    expect(still.hintRefreshes()).toBe(0);
  });

  it('is forgotten with the document', async () => {
    client.open(URI, SOUND);
    await cursor(lineOf(SOUND, '规章'));
    client.close(URI);
    expect(await cursor(3)).toBeNull();
    client.open(URI, SOUND);
    expect(await hinted()).toEqual([]);
  });

  it('may stand beyond the text', async () => {
    client.open(URI, SOUND);
    expect(await cursor(99_999)).toEqual({ inTable: false });
  });
});

describe('formatting on typing', () => {
  const onEnter = (position: Position): Promise<readonly TextEdit[]> =>
    client.request('textDocument/onTypeFormatting', {
      textDocument: { uri: URI },
      position,
      ch: '\n',
      options: { tabSize: 4, insertSpaces: false },
    });

  it('begins the line of the next value with a tab', async () => {
    const text = CELLS.replace('\t1\n\t2\n\t3\n', '\t1\n\t2\n\n');
    client.open(URI, text);
    const { line } = endOf(text, '\t规章\n\t1\n\t2');
    const edits = await onEnter({ line: line + 1, character: 0 });
    expect(withEdits(text, edits)).toBe(text.replace('\t2\n', '\t2\n\t'));
  });

  it('leaves prose, whole rows and the end of the text alone', async () => {
    client.open(URI, CELLS);
    expect(await onEnter({ line: lineOf(CELLS, '按目录') + 1, character: 0 })).toEqual([]);
    expect(await onEnter({ line: lineOf(CELLS, '\t规章') + 4, character: 0 })).toEqual([]);
    expect(await onEnter({ line: 99_999, character: 0 })).toEqual([]);
  });
});

describe('nianbao/totals', () => {
  const totals = (settled = false): Promise<EditResult | null> =>
    client.request('nianbao/totals', { uri: URI, settled });
  const ROW = '一、本年新收政府信息公开申请数量\t\t\t3\t0\t0\t0\t0\t0\t3';
  const typed = (count: string, total: string): string => ROW.replace('\t3\t', `\t${count}\t`).replace(/3$/, total);

  beforeEach(async () => {
    client.open(URI, SOUND);
    expect(await totals(true)).toEqual({ version: 1, edits: [] });
  });

  it('follow a count as it is typed, digit by digit', async () => {
    const text = replace(SOUND, 2, ROW, typed('1', '3'));
    expect(withEdits(text, (await totals())!.edits as readonly TextEdit[])).toBe(SOUND.replace(ROW, typed('1', '1')));
    // The client has typed on before it could make that edit.
    const further = replace(text, 3, typed('1', '3'), typed('12', '3'));
    const whole = withEdits(further, (await totals())!.edits as readonly TextEdit[]);
    expect(whole).toBe(SOUND.replace(ROW, typed('12', '12')));
    replace(further, 4, typed('12', '3'), typed('12', '12'));
    expect((await totals(true))!.edits).toEqual([]);
  });

  it('wait until a value can be read', async () => {
    const text = replace(SOUND, 2, ROW, typed('5O', '3'));
    expect((await totals())!.edits).toEqual([]);
    const read = replace(text, 3, typed('5O', '3'), typed('50', '3'));
    expect(withEdits(read, (await totals())!.edits as readonly TextEdit[])).toBe(SOUND.replace(ROW, typed('50', '50')));
  });

  it('are left as they are once they were typed themselves, or settled', async () => {
    const text = replace(SOUND, 2, ROW, typed('3', '4'));
    expect((await totals())!.edits).toEqual([]);
    const wrong = replace(text, 3, typed('3', '4'), typed('7', '4'));
    expect((await totals())!.edits).toEqual([]);
    const right = replace(wrong, 4, typed('7', '4'), typed('7', '7'));
    replace(right, 5, typed('7', '7'), typed('8', '7'));
    expect((await totals(true))!.edits).toEqual([]);
    expect((await totals())!.edits).toEqual([]);
  });

  it('of a closed document are nothing', async () => {
    client.close(URI);
    expect(await totals()).toBeNull();
  });
});
