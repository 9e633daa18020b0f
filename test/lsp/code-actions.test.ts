import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { editsFor, startClient, storedFiles, textAt, withEdits, type Client } from '../support/lsp-harness';
import { FAULTY, SOUND } from './texts';

const URI = 'file:///report.txt';
let client: Client;
beforeEach(async () => {
  client = await startClient();
});
afterEach(() => client.stop());

async function finding(code: string, text = FAULTY): Promise<Diagnostic> {
  client.open(URI, text);
  return (await client.diagnostics(URI)).find((diagnostic) => diagnostic.code === code)!;
}

const fixAll = (uri = URI): Promise<readonly CodeAction[]> =>
  client.request('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    context: { diagnostics: [], only: ['source.fixAll.nianbao'] },
  });

const applied = (text: string, { edit }: CodeAction): string => withEdits(text, editsFor(URI, edit));

describe('a quick fix', () => {
  it('belongs to its diagnostic and says its result', async () => {
    const diagnostic = await finding('row-total-mismatch');
    const actions = await client.quickFixes(URI, diagnostic);
    expect(actions.length).toBeGreaterThan(0);
    for (const { kind, diagnostics, title } of actions) {
      expect(kind).toBe('quickfix');
      expect(diagnostics!.map(({ code, range }) => ({ code, range }))).toContainEqual({
        code: diagnostic.code,
        range: diagnostic.range,
      });
      expect(title).toMatch(/\d/);
    }
  });

  it('is preferred where it is the only repair after which every sum holds', async () => {
    const actions = await client.quickFixes(URI, await finding('row-total-mismatch'));
    const preferred = actions.filter(({ isPreferred }) => isPreferred === true);
    expect(preferred).toHaveLength(1);
    const mended = applied(FAULTY, preferred[0]!);
    client.change(URI, 2, [{ text: mended }]);
    expect((await client.diagnostics(URI)).map(({ code }) => code)).not.toContain('row-total-mismatch');
    expect((await client.diagnostics(URI)).map(({ code }) => code)).not.toContain('balance-mismatch');
  });

  it('is bound to the version that it was made for', async () => {
    const [action] = await client.quickFixes(URI, await finding('misnumbered-section'));
    expect(action!.edit!.documentChanges).toMatchObject([{ textDocument: { uri: URI, version: 1 } }]);
    expect(action!.edit!.changes).toBeUndefined();
  });

  it('names plain changes to a client that knows no versions', async () => {
    await client.stop();
    client = await startClient({ versionedEdits: false });
    const [action] = await client.quickFixes(URI, await finding('misnumbered-section'));
    expect(Object.keys(action!.edit!.changes!)).toEqual([URI]);
    expect(action!.edit!.documentChanges).toBeUndefined();
  });

  it('is offered for what stands under the cursor, diagnostics or not', async () => {
    const diagnostic = await finding('misnumbered-section');
    const at = { start: diagnostic.range.end, end: diagnostic.range.end };
    const actions: readonly CodeAction[] = await client.request('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: at,
      context: { diagnostics: [] },
    });
    expect(actions.map((action) => action.diagnostics?.[0]?.code)).toContain('misnumbered-section');
  });

  it('is not offered for findings of others', async () => {
    const diagnostic = { ...(await finding('misnumbered-section')), source: 'spelling' };
    const elsewhere = { ...diagnostic, range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } } };
    expect(await client.quickFixes(URI, elsewhere)).toEqual([]);
  });

  it('speaks the language of the settings', async () => {
    client.configure({ locale: 'en' });
    const [action] = await client.quickFixes(URI, await finding('misnumbered-section'));
    expect(action!.title).toMatch(/^[\x20-\x7e“”一-六、]*$/);
    expect(action!.title).toContain('Number');
  });

  it('touches nothing but the value or heading that it names', async () => {
    const text = FAULTY.replaceAll('\n', '\r\n');
    const diagnostic = await finding('misnumbered-section', text);
    const [action] = await client.quickFixes(URI, diagnostic);
    expect(textAt(text, diagnostic.range)).toBe('6、其他需要报告的事项');
    expect(applied(text, action!)).toBe(text.replace('6、其他', '六、其他'));
  });
});

describe('the source action', () => {
  it('applies all that cannot change the meaning, and no stated number', async () => {
    client.open(URI, FAULTY);
    const actions = await fixAll();
    expect(actions.map(({ kind }) => kind)).toEqual(['source.fixAll.nianbao']);
    expect(applied(FAULTY, actions[0]!)).toBe(FAULTY.replace('6、其他', '六、其他').replace('\t-\t', '\t0\t'));
  });

  it('keeps the line ends of the document', async () => {
    const text = FAULTY.replaceAll('\n', '\r\n').trimEnd();
    client.open(URI, text);
    const [action] = await fixAll();
    expect(applied(text, action!)).toBe(text.replace('6、其他', '六、其他').replace('\t-\t', '\t0\t'));
  });

  it('changes nothing that is off or ignored', async () => {
    await client.stop();
    const folder = 'file:///reports';
    const uri = `${folder}/report.txt`;
    const ignores = [
      { rule: 'dash-for-zero', row: 'results-total', reason: '惯例' },
      { rule: 'row-total-mismatch', row: 'new', reason: '口径不同' },
    ];
    const files = new Map([
      [`${folder}/nianbao.config.json`, JSON.stringify({ rules: { 'misnumbered-section': 'off' }, ignores })],
    ]);
    client = await startClient({
      folder,
      runtime: { files: storedFiles(files) },
    });
    client.open(uri, FAULTY.replace('\t4\n', '\t\n'));
    expect(await fixAll(uri)).toEqual([]);
    expect(await client.request('nianbao/fixAll', { uri })).toMatchObject({ edits: [] });
  });

  it('is not offered where nothing can be done, nor to those who did not ask for it', async () => {
    client.open(URI, SOUND);
    expect(await fixAll()).toEqual([]);
    client.change(URI, 2, [{ text: FAULTY }]);
    const range = { start: { line: 0, character: 0 }, end: { line: FAULTY.split('\n').length, character: 0 } };
    const actions: readonly CodeAction[] = await client.request('textDocument/codeAction', {
      textDocument: { uri: URI },
      range,
      context: { diagnostics: [] },
    });
    expect(actions.map(({ kind }) => kind)).not.toContain('source.fixAll.nianbao');
  });

  it('is among the source actions and those that fix all', async () => {
    client.open(URI, FAULTY);
    for (const only of [['source'], ['source.fixAll'], ['source.fixAll.nianbao']]) {
      const actions: readonly CodeAction[] = await client.request('textDocument/codeAction', {
        textDocument: { uri: URI },
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        context: { diagnostics: [], only },
      });
      expect(actions.map(({ kind }) => kind)).toEqual(['source.fixAll.nianbao']);
    }
  });
});
