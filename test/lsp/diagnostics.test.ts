import { afterEach, describe, expect, it } from 'vitest';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import { startClient, textAt, type Client, type ClientOptions } from '../support/lsp-harness';
import { FAULTY, SOUND } from './texts';

const URI = 'file:///report.txt';
let client: Client;
afterEach(() => client.stop());

const started = async (options: ClientOptions = {}): Promise<Client> => (client = await startClient(options));
const codes = (diagnostics: readonly Diagnostic[]): readonly unknown[] => diagnostics.map(({ code }) => code);

describe('the server', () => {
  it('says what it can', async () => {
    await started();
    expect(client.initialized).toMatchObject({
      serverInfo: { name: 'nianbao' },
      capabilities: {
        textDocumentSync: { openClose: true, change: 2 },
        diagnosticProvider: { identifier: 'nianbao', workspaceDiagnostics: true },
        codeActionProvider: { codeActionKinds: expect.arrayContaining(['quickfix', 'source.fixAll.nianbao']) },
        completionProvider: { resolveProvider: true, triggerCharacters: expect.arrayContaining(['、']) as string[] },
        documentSymbolProvider: true,
        foldingRangeProvider: true,
      },
    });
  });

  it('offers no diagnostics to be asked for where the client does not ask', async () => {
    await started({ pull: false });
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
  });
});

describe('diagnostics that are asked for', () => {
  it('tell rule, severity, place and source, in the order of the text', async () => {
    await started();
    client.open(URI, FAULTY);
    const found = await client.diagnostics(URI);
    expect(found.map(({ code, severity, source, range }) => [code, severity, source, textAt(FAULTY, range)])).toEqual([
      ['row-total-mismatch', DiagnosticSeverity.Error, 'nianbao', '4'],
      ['dash-for-zero', DiagnosticSeverity.Hint, 'nianbao', '-'],
      ['balance-mismatch', DiagnosticSeverity.Error, 'nianbao', '0'],
      ['misnumbered-section', DiagnosticSeverity.Warning, 'nianbao', '6、其他需要报告的事项'],
    ]);
  });

  it('name every operand of a sum', async () => {
    await started();
    client.open(URI, FAULTY);
    const total = (await client.diagnostics(URI)).find(({ code }) => code === 'row-total-mismatch')!;
    const operands = total.relatedInformation!.map(({ location }) => textAt(FAULTY, location.range));
    expect(operands.filter((printed) => printed === '3')).not.toEqual([]);
    expect(operands.length).toBeGreaterThanOrEqual(6);
    expect(total.relatedInformation!.every(({ location }) => location.uri === URI)).toBe(true);
    expect(total.message).toMatch(/应为 3.*现为 4/);
  });

  it('link to the page of their rule, in the folder that the client names', async () => {
    await started({ initializationOptions: { ruleDocs: 'file:///elsewhere/rules/' } });
    client.open(URI, FAULTY);
    for (const { code, codeDescription } of await client.diagnostics(URI))
      expect(codeDescription!.href).toBe(`file:///elsewhere/rules/${code}.md`);
  });

  it('are not sent again while nothing changed', async () => {
    await started();
    client.open(URI, FAULTY);
    const first = await client.pull(URI);
    expect(first).toMatchObject({ kind: 'full', resultId: expect.any(String) });
    expect(await client.pull(URI, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    client.change(URI, 2, [{ text: SOUND }]);
    expect(await client.pull(URI, first.resultId)).toMatchObject({ kind: 'full', items: [] });
  });

  it('are not sent again after an edit that changed none of them', async () => {
    await started();
    client.open(URI, FAULTY);
    const first = await client.pull(URI);
    const end = { line: FAULTY.split('\n').length, character: 0 };
    client.change(URI, 2, [{ range: { start: end, end }, text: '\n' }]);
    const second = await client.pull(URI, first.resultId);
    expect(second).toEqual({ kind: 'unchanged', resultId: expect.any(String) });
    expect(second.resultId).not.toBe(first.resultId);
    expect(await client.pull(URI, first.resultId)).toMatchObject({ kind: 'full' });
    expect(await client.pull(URI)).toMatchObject({ kind: 'full' });
    client.change(URI, 3, [{ text: SOUND }]);
    expect(await client.pull(URI, second.resultId)).toMatchObject({ kind: 'full', items: [] });
  });

  it('are sent again when the settings changed, and the client is told to ask', async () => {
    await started();
    client.open(URI, FAULTY);
    const first = await client.pull(URI);
    const asked = client.refreshes();
    client.configure({ rules: { 'misnumbered-section': 'off', 'row-total-mismatch': 'hint' } });
    const second = await client.pull(URI, first.resultId);
    await expect.poll(client.refreshes, { timeout: 10_000 }).toBeGreaterThan(asked);
    const items = second.kind === 'full' ? second.items : [];
    expect(codes(items)).not.toContain('misnumbered-section');
    expect(items.find(({ code }) => code === 'row-total-mismatch')!.severity).toBe(DiagnosticSeverity.Hint);
  });

  it('speak the language of the settings, else Chinese', async () => {
    await started({ locale: 'en' });
    client.open(URI, FAULTY);
    for (const { message } of await client.diagnostics(URI)) expect(message).toMatch(/[\u4e00-\u9fff]/);
    client.configure({ locale: 'auto' });
    expect((await client.diagnostics(URI))[0]!.message).toMatch(/should be/);
    client.configure({ locale: 'zh-CN' });
    expect((await client.diagnostics(URI))[0]!.message).toMatch(/应为/);
  });

  it('follow the edition of the settings', async () => {
    await started({ settings: { edition: '2019' } });
    client.open(URI, SOUND);
    expect(codes(await client.diagnostics(URI))).toContain('outdated-edition');
  });

  it('that are no longer waited for are not computed', async () => {
    await started();
    client.open(URI, FAULTY);
    await client.diagnostics(URI);
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(
      'textDocument/diagnostic',
      { textDocument: { uri: URI } },
      source.token,
    );
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  });

  it('of a volume stand in the reports that they are about', async () => {
    await started();
    const second = FAULTY.replace('青禾县水务局', '临溪县司法局');
    client.open(URI, `${SOUND}\n${second}`);
    client.open('file:///alone.txt', second);
    const found = await client.diagnostics(URI);
    expect(codes(found)).toEqual(codes(await client.diagnostics('file:///alone.txt')));
    const shift = SOUND.split('\n').length;
    expect(found.every(({ range }) => range.start.line >= shift)).toBe(true);
  });
});

describe('diagnostics that are published', () => {
  it('come when a document is opened, changed, and are taken back when it is closed', async () => {
    await started({ pull: false });
    client.open(URI, FAULTY);
    const opened = await client.published(URI);
    expect(opened.version).toBe(1);
    expect(codes(opened.diagnostics)).toContain('row-total-mismatch');
    client.change(URI, 2, [{ text: SOUND }]);
    expect(await client.published(URI)).toMatchObject({ version: 2, diagnostics: [] });
    client.close(URI);
    expect((await client.published(URI)).diagnostics).toEqual([]);
  });

  it('come for the last version alone of a document that is changed again at once', async () => {
    const waiting: (() => void)[] = [];
    const later = (callback: () => void): (() => void) => {
      waiting.push(callback);
      return () => void waiting.splice(waiting.indexOf(callback), 1);
    };
    await started({ pull: false, runtime: { later } });
    client.open(URI, FAULTY);
    client.change(URI, 2, [{ text: FAULTY }]);
    client.change(URI, 3, [{ text: SOUND }]);
    await client.request('nianbao/status', { uri: URI });
    for (const run of waiting.splice(0)) run();
    expect(await client.published(URI)).toMatchObject({ version: 3, diagnostics: [] });
  });

  it('come anew when the settings changed', async () => {
    await started({ pull: false });
    client.open(URI, FAULTY);
    await client.published(URI);
    client.configure({ rules: { 'row-total-mismatch': 'off' } });
    expect(codes((await client.published(URI)).diagnostics)).not.toContain('row-total-mismatch');
  });
});
