import { afterEach, describe, expect, it } from 'vitest';
import { startClient, type Client } from '../support/lsp-harness';
import { FAULTY } from './texts';

const URI = 'file:///report.txt';
let client: Client;
afterEach(() => client.stop());

const codes = async (uri = URI): Promise<readonly unknown[]> => (await client.diagnostics(uri)).map(({ code }) => code);

describe('settings', () => {
  it.each([
    ['a locale that there is not', { locale: 'fr' }, 'nianbao.locale'],
    ['an edition as a number', { edition: 2021 }, 'nianbao.edition'],
    ['a layout that there is not', { layout: 'pdf' }, 'nianbao.layout'],
    ['a scope that there is not', { diagnostics: { scope: 'folder' } }, 'nianbao.diagnostics.scope'],
    ['rules that are no object', { rules: 'off' }, 'nianbao.rules'],
    ['a rule that there is not', { rules: { 'no-such-rule': 'off' } }, 'nianbao.rules.no-such-rule'],
    ['a severity that there is not', { rules: { 'row-total-mismatch': 'fatal' } }, 'nianbao.rules.row-total-mismatch'],
  ])('of the wrong kind are told once and replaced by their defaults: %s', async (_, settings, named) => {
    client = await startClient();
    client.open(URI, FAULTY);
    const usual = await codes();
    client.configure(settings);
    client.open('file:///other.txt', FAULTY);
    expect(await codes()).toEqual(usual);
    expect(await codes('file:///other.txt')).toEqual(usual);
    expect(client.logged.filter((line) => line.includes(named))).toHaveLength(1);
  });

  it.each([null, 'text', 7, [], {}])('that are none are their defaults: %j', async (settings) => {
    client = await startClient();
    client.open(URI, FAULTY);
    const usual = await codes();
    client.configure(settings);
    expect(await codes()).toEqual(usual);
    expect(client.logged).toEqual([]);
  });

  it('of one bad value leave the good ones in force', async () => {
    client = await startClient({
      settings: { locale: 'fr', rules: { 'row-total-mismatch': 'off', 'balance-mismatch': 'maybe' } },
    });
    client.open(URI, FAULTY);
    const found = await codes();
    expect(found).not.toContain('row-total-mismatch');
    expect(found).toContain('balance-mismatch');
  });
});

describe('a document that is no report', () => {
  it.each([
    ['empty', ''],
    ['binary', '\0\u0001\ufffd\ufffe'.repeat(500)],
    ['full of lone surrogates', '\ud800\udc00\udc00\ud800'.repeat(500)],
    ['a million tabs', '\t'.repeat(1_000_000)],
    ['one line of megabytes', '年'.repeat(2_000_000)],
    ['plain prose', '这里没有年报。\n'.repeat(500)],
  ])('has no findings, symbols or folds: %s', async (_, text) => {
    client = await startClient();
    client.open(URI, text);
    const about = { textDocument: { uri: URI } };
    expect(await client.diagnostics(URI)).toEqual([]);
    expect(await client.request('textDocument/documentSymbol', about)).toEqual([]);
    expect(await client.request('textDocument/foldingRange', about)).toEqual([]);
    expect(client.logged).toEqual([]);
  });
});
