import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SymbolInformation } from 'vscode-languageserver';
import { buildReport } from '../support/report-builder';
import { startClient, textAt, type Client } from '../support/lsp-harness';

const WATER = buildReport({ edition: '2021', year: 2023, body: '青禾县水务局' });
const JUSTICE = buildReport({ edition: '2021', year: 2023, body: '临溪县司法局' });
const TITLES = ['青禾县水务局2023年政府信息公开工作年度报告', '临溪县司法局2023年政府信息公开工作年度报告'];

let client: Client;
beforeEach(async () => {
  client = await startClient();
});
afterEach(() => client.stop());

const search = (query: string): Promise<readonly SymbolInformation[]> => client.request('workspace/symbol', { query });
const names = async (query: string): Promise<readonly string[]> => (await search(query)).map(({ name }) => name);

describe('symbols of the workspace', () => {
  it('are the titles and sections of open reports where nothing is asked for, titles first', async () => {
    client.open('file:///water.txt', WATER);
    client.open('file:///justice.txt', JUSTICE);
    const found = await names('');
    expect(found.slice(0, 2)).toEqual(TITLES);
    expect(found.slice(2).filter((name) => name === '一、总体情况')).toHaveLength(2);
    expect(found).toHaveLength(2 + 2 * 6);
  });

  it('tell the report that they belong to, and lead to their place in it', async () => {
    client.open('file:///volume.txt', `${WATER}\n${JUSTICE}`);
    const found = await search('本年新收');
    expect(found.map(({ containerName }) => containerName)).toEqual(TITLES);
    for (const { location } of found) {
      expect(location.uri).toBe('file:///volume.txt');
      expect(textAt(`${WATER}\n${JUSTICE}`, location.range)).toBe('一、本年新收政府信息公开申请数量');
    }
    expect(found[1]!.location.range.start.line).toBeGreaterThan(WATER.split('\n').length);
  });

  it('are found by letters in their order, whatever their spelling', async () => {
    client.open('file:///water.txt', WATER);
    expect(await names('水务年报')).toEqual([TITLES[0]]);
    expect(await names('報 告')).toContain(TITLES[0]);
    expect(await names('(一)予以')).toContain('（一）予以公开');
    expect(await names('报年务水')).toEqual([]);
  });

  it('of which the letters stand together come before those in which they are scattered', async () => {
    const body = '行政监督和复核议事局';
    client.open('file:///review.txt', buildReport({ edition: '2021', year: 2023, body }));
    const found = await names('行政复议');
    expect(found[0]).toBe('四、政府信息公开行政复议、行政诉讼情况');
    expect(found.at(-1)).toContain(body);
  });

  it('are not those of closed documents, of other texts, nor more than can be looked through', async () => {
    client.open('file:///notes.txt', '会议通知\n请准时参加。\n');
    expect(await search('')).toEqual([]);
    client.open('file:///water.txt', WATER);
    client.close('file:///water.txt');
    expect(await search('')).toEqual([]);
    client.open('file:///volume.txt', WATER.repeat(100));
    expect(await search('')).toHaveLength(500);
    expect(client.logged).toEqual([]);
  });
});
