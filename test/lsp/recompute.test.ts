import { afterEach, describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  CodeLens,
  Position,
  ShowMessageParams,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { RecomputeParams, RecomputeResult } from '../../server/src/lsp/protocol';
import { editsFor, startClient, storedFiles, withEdits, type Client, type ClientOptions } from '../support/lsp-harness';
import { buildReport } from '../support/report-builder';
import { FAULTY, SOUND } from './texts';

const URI = 'file:///report.txt';
const COMMAND = 'nianbao.server.recompute';
const FAULTY_TWICE = buildReport({
  edition: '2021',
  values: { new: [3, 0, 0, 0, 0, 0, 4], reconsideration: [1, 0, 0, 0, ''] },
});

let client: Client;
afterEach(() => client.stop());

async function opened(text: string, options?: ClientOptions): Promise<void> {
  client = await startClient(options);
  client.open(URI, text);
}

const ask = (scope: RecomputeParams['scope'], position?: Position): Promise<RecomputeResult | null> =>
  client.request('nianbao/recompute', { uri: URI, scope, ...(position === undefined ? {} : { position }) });

/** Where words stand in a text. */
function positionOf(text: string, words: string): Position {
  const before = text.slice(0, text.indexOf(words)).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

describe('nianbao/recompute', () => {
  it('names every total that would change, with what is printed and what it would be', async () => {
    await opened(FAULTY_TWICE);
    const result = await ask('report');
    expect(result).toMatchObject({
      version: 1,
      place: null,
      unread: 0,
      edits: [
        { name: '一、本年新收·总计', before: '4', newText: '3' },
        { name: '行政复议·总计', before: '', newText: '1' },
      ],
    });
    const right = buildReport({
      edition: '2021',
      values: { new: [3, 0, 0, 0, 0, 0, 3], reconsideration: [1, 0, 0, 0, 1] },
    });
    expect(withEdits(FAULTY_TWICE, result!.edits as readonly TextEdit[])).toBe(right);
  });

  it('keeps to the table or the row at a position, and names it', async () => {
    await opened(FAULTY_TWICE, { settings: { locale: 'en' } });
    const at = positionOf(FAULTY_TWICE, '行政复议');
    const review = positionOf(FAULTY_TWICE, '二、上年结转');
    expect((await ask('table', review))!.edits.map(({ before }) => before)).toEqual(['4']);
    expect(await ask('row', review)).toMatchObject({ place: expect.stringMatching(/carried/i) as string, edits: [] });
    expect((await ask('table', at))!.edits).toEqual([]);
  });

  it('says that a position is in no table, or beyond the end', async () => {
    await opened(FAULTY);
    for (const position of [
      { line: 0, character: 2 },
      { line: 9999, character: 0 },
    ])
      for (const scope of ['row', 'table'] as const)
        expect(await ask(scope, position)).toMatchObject({ place: null, edits: [] });
    expect(await ask('table')).toMatchObject({ place: null, edits: [] });
  });

  it('says how many rows could not be read', async () => {
    await opened(buildReport({ edition: '2021', values: { new: [1, 'l', 0, 0, 0, 0, 1] } }));
    expect(await ask('report')).toMatchObject({ unread: 1 });
  });

  it('leaves totals alone whose rules are off or ignored', async () => {
    const folder = 'file:///reports';
    const uri = `${folder}/report.txt`;
    const config = {
      rules: { 'review-total-mismatch': 'off' },
      ignores: [{ rule: 'row-total-mismatch', row: 'new', reason: '已核对' }],
    };
    const files = new Map([[`${folder}/nianbao.config.json`, JSON.stringify(config)]]);
    client = await startClient({
      folder,
      runtime: { files: storedFiles(files) },
    });
    client.open(uri, FAULTY_TWICE);
    expect(await client.request('nianbao/recompute', { uri, scope: 'report' })).toMatchObject({ edits: [] });
    const lenses: readonly CodeLens[] = await client.request('textDocument/codeLens', { textDocument: { uri } });
    expect(lenses.some(({ command }) => command?.command === COMMAND)).toBe(false);
  });

  it('knows nothing of a document that is closed', async () => {
    await opened(FAULTY);
    client.close(URI);
    expect(await ask('report')).toBeNull();
  });
});

/** Of an editor that shows changes and asks before it makes them. */
const confirming = (usual: ClientCapabilities): ClientCapabilities => ({
  ...usual,
  workspace: { ...usual.workspace, workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
});

describe('the server’s own command', () => {
  /** What the client is asked to apply when the command runs. */
  async function applied(line?: number): Promise<readonly WorkspaceEdit[]> {
    const asked: WorkspaceEdit[] = [];
    client.connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
      asked.push(edit);
      return { applied: true };
    });
    await client.request('workspace/executeCommand', {
      command: COMMAND,
      arguments: line === undefined ? [URI] : [URI, line],
    });
    return asked;
  }

  it('has every change shown and confirmed where the editor can do that, for one version of the document', async () => {
    await opened(FAULTY_TWICE, { capabilities: confirming });
    const [edit] = await applied();
    expect(edit!.documentChanges).toMatchObject([
      { textDocument: { uri: URI, version: 1 }, edits: [{ newText: '3' }, { newText: '1' }] },
    ]);
    expect(Object.values(edit!.changeAnnotations!)).toEqual([
      { label: expect.stringMatching(/^一、本年新收·总计：4 → 3 — 疑为.*4 应为 0/) as string, needsConfirmation: true },
      { label: '行政复议·总计：空白 → 1', needsConfirmation: true },
    ]);
  });

  it('changes the same where the editor cannot', async () => {
    await opened(FAULTY_TWICE, { versionedEdits: false });
    const [edit] = await applied();
    expect(edit!.changes![URI]).toHaveLength(2);
    expect(edit!.changeAnnotations).toBeUndefined();
  });

  it('is offered above the table that has something to recompute, and keeps to it', async () => {
    await opened(FAULTY_TWICE);
    const lenses: readonly CodeLens[] = await client.request('textDocument/codeLens', { textDocument: { uri: URI } });
    const offers = lenses.filter(({ command }) => command?.command === COMMAND);
    expect(offers.map(({ command }) => command!.title)).toEqual(['重新合计（1 处）', '重新合计（1 处）']);
    const [, line] = offers[1]!.command!.arguments as [string, number];
    expect(editsFor(URI, (await applied(line))[0])).toMatchObject([{ newText: '1' }]);
  });

  it('says that all totals hold where they do, and changes nothing', async () => {
    await opened(SOUND);
    const said = new Promise<ShowMessageParams>((resolve) =>
      client.connection.onNotification('window/showMessage', resolve),
    );
    expect(await applied()).toEqual([]);
    expect(await said).toMatchObject({ type: 3, message: expect.stringContaining('无需改动') as string });
  });
});

describe('where another value than the total is likely wrong', () => {
  const SLIP = buildReport({
    edition: '2021',
    values: {
      new: [333, 0, 0, 0, 0, 0, 33],
      granted: [33, 0, 0, 0, 0, 0, 33],
      'results-total': [33, 0, 0, 0, 0, 0, 33],
    },
  });
  const showing = (usual: ClientCapabilities): ClientCapabilities => ({
    ...usual,
    window: { ...usual.window, showDocument: { support: true } },
  });

  it('says so beside the total', async () => {
    await opened(SLIP);
    const { edits } = (await ask('report'))!;
    expect(edits).toMatchObject([{ newText: '333', doubt: expect.stringContaining('333 应为 33') as string }]);
  });

  it('leads to it above the table, where the editor can show a place', async () => {
    await opened(SLIP, { capabilities: showing });
    const shown: unknown[] = [];
    client.connection.onRequest('window/showDocument', (params: unknown) => (shown.push(params), { success: true }));
    const lenses: readonly CodeLens[] = await client.request('textDocument/codeLens', { textDocument: { uri: URI } });
    const [offer] = lenses.filter(({ command }) => command?.title === '看疑错格');
    await client.request('workspace/executeCommand', offer!.command);
    const start = positionOf(SLIP, '333');
    expect(shown).toMatchObject([
      { uri: URI, selection: { start, end: { ...start, character: start.character + 3 } } },
    ]);
  });

  it('leads nowhere where the editor cannot', async () => {
    await opened(SLIP);
    const lenses: readonly CodeLens[] = await client.request('textDocument/codeLens', { textDocument: { uri: URI } });
    expect(lenses.some(({ command }) => command?.title === '看疑错格')).toBe(false);
  });
});

describe('settings', () => {
  it('of hints take effect at once', async () => {
    client = await startClient({ settings: { inlayHints: 'off' } });
    const refreshed = new Promise<void>((resolve) =>
      client.connection.onRequest('workspace/inlayHint/refresh', () => (resolve(), null)),
    );
    client.open(URI, SOUND);
    const hints = (): Promise<readonly { readonly tooltip: string }[]> =>
      client.request('textDocument/inlayHint', {
        textDocument: { uri: URI },
        range: { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } },
      });
    expect(await hints()).toEqual([]);
    client.configure({ inlayHints: 'all' });
    await refreshed;
    const [first] = await hints();
    // Whoever does not want them is told how to be rid of them.
    expect(first!.tooltip).toContain('nianbao.inlayHints');
  });
});
