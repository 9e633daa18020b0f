import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CodeAction, Diagnostic, WorkspaceDiagnosticReport } from 'vscode-languageserver';
import { ruleById } from '../../server/src/core/index';
import type * as Lenses from '../../server/src/core/features/lenses';
import type * as Facts from '../../server/src/core/prose/facts';
import type * as ReadReport from '../../server/src/core/reading/read-report';
import { OverviewRequest, type OverviewResult, type Preview, type StatusResult } from '../../server/src/lsp/protocol';
import { startClient, storedFiles, textAt, type Client, type ClientOptions } from '../support/lsp-harness';
import { FAULTY, SOUND } from './texts';

/** What makes the engine throw where it stands in a text. */
const [UNREADABLE, UNJUDGED, UNSEEN] = ['这里读坏', '这里判坏', '这里看坏'];
const throwAt = (text: string, mark: string): void => {
  if (text.includes(mark)) throw new Error(`broke: ${mark}`);
};
vi.mock('../../server/src/core/reading/read-report', async (original) => {
  const module = await original<typeof ReadReport>();
  const readReport: typeof module.readReport = (text, ...rest) => (
    throwAt(text, UNREADABLE),
    module.readReport(text, ...rest)
  );
  return { ...module, readReport };
});
vi.mock('../../server/src/core/prose/facts', async (original) => {
  const module = await original<typeof Facts>();
  const factsOf: typeof module.factsOf = (prose) => (throwAt(prose.folded, UNJUDGED), module.factsOf(prose));
  return { ...module, factsOf };
});
vi.mock('../../server/src/core/features/lenses', async (original) => {
  const module = await original<typeof Lenses>();
  const lenses: typeof module.lenses = (context) => (throwAt(context.report.text, UNSEEN), module.lenses(context));
  return { ...module, lenses };
});

const URI = 'file:///reports/report.txt';
const TITLE = SOUND.split('\n')[0]!;
const FOUND = ['row-total-mismatch', 'dash-for-zero', 'balance-mismatch', 'misnumbered-section'];
const marked = (text: string, mark: string): string => text.replace('一、总体情况\n', `一、总体情况\n${mark}。\n`);
const codes = (diagnostics: readonly Diagnostic[]): readonly unknown[] => diagnostics.map(({ code }) => code);

let client: Client;
afterEach(async () => {
  vi.restoreAllMocks();
  await client.stop();
});

async function opened(text: string, options: ClientOptions = {}): Promise<readonly Diagnostic[]> {
  client = await startClient(options);
  client.open(URI, text);
  return client.diagnostics(URI);
}

const preview = (): Promise<Preview> => client.request('nianbao/preview', { uri: URI, line: 0, lastYear: false });
const status = (): Promise<StatusResult> => client.request('nianbao/status', { uri: URI });

describe('a check that fails', () => {
  it.each([
    ['reading', UNREADABLE, TITLE],
    ['what all rules need', UNJUDGED, TITLE],
  ])('for %s is told at the title, in the status and in the log', async (_, mark, place) => {
    const text = marked(SOUND, mark);
    const found = await opened(text);
    expect(found).toMatchObject([{ severity: 1, source: 'nianbao', message: '检查未能完成，见日志。' }]);
    expect(textAt(text, found[0]!.range)).toBe(place);
    expect(found[0]!.code).toBeUndefined();
    expect((await status()).failed).toBe(true);
    expect(await preview()).toMatchObject({ outcome: 'failed', verdict: expect.stringContaining('检查未能完成') });
    // With the stack, and once, however often it is asked for.
    await client.diagnostics(URI);
    expect(client.logged.filter((line) => line.includes(`broke: ${mark}`) && line.includes('at '))).toHaveLength(1);
    client.change(URI, 2, [{ text: SOUND }]);
    expect(await client.diagnostics(URI)).toEqual([]);
    expect((await status()).failed).toBe(false);
  });

  it('speaks the language of the settings', async () => {
    expect(await opened(marked(SOUND, UNREADABLE), { settings: { locale: 'en' } })).toMatchObject([
      { message: expect.stringContaining('could not be completed') },
    ]);
  });

  it('is published to a client that does not ask', async () => {
    client = await startClient({ pull: false });
    client.open(URI, marked(SOUND, UNJUDGED));
    expect((await client.published(URI)).diagnostics).toMatchObject([{ message: '检查未能完成，见日志。' }]);
  });

  it('leaves the other reports of a volume and the other files of a folder theirs', async () => {
    const second = FAULTY.replace('青禾县水务局', '临溪县司法局');
    const files = new Map([
      ['file:///reports/a.txt', marked(SOUND, UNREADABLE)],
      ['file:///reports/b.txt', second],
      ['file:///reports/c.txt', marked(SOUND.replace('水务局', '财政局'), UNJUDGED)],
    ]);
    const found = await opened(`${marked(SOUND, UNJUDGED)}\n${FAULTY}`, {
      folder: 'file:///reports',
      settings: { diagnostics: { scope: 'workspace' } },
      runtime: { files: storedFiles(files) },
    });
    expect(codes(found)).toEqual([undefined, ...FOUND]);
    const { items } = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    expect(items.map((report) => [report.uri, report.kind === 'full' ? codes(report.items) : report.kind])).toEqual([
      [URI, [undefined, ...FOUND]],
      ['file:///reports/a.txt', [undefined]],
      ['file:///reports/b.txt', FOUND],
      ['file:///reports/c.txt', [undefined]],
    ]);
  });

  it('is told of a file that was a report and cannot be read any more', async () => {
    const a = 'file:///reports/a.txt';
    let isLocked = false;
    const read = async (uri: string): Promise<string | undefined> => {
      if (uri !== a) return undefined;
      if (isLocked) throw new Error('locked');
      return SOUND;
    };
    client = await startClient({
      folder: 'file:///reports',
      settings: { diagnostics: { scope: 'workspace' } },
      runtime: { files: { list: async () => [a], read } },
    });
    let previousResultIds: readonly { uri: string; value: string }[] = [];
    const pull = async (): Promise<unknown> => {
      const { items } = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
      previousResultIds = items.map(({ uri, resultId }) => ({ uri, value: resultId! }));
      return items;
    };
    expect(await pull()).toMatchObject([{ uri: a, items: [] }]);
    isLocked = true;
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: a, type: 2 }] });
    await expect
      .poll(pull, { timeout: 10_000 })
      .toMatchObject([{ uri: a, items: [{ message: '检查未能完成，见日志。' }] }]);
    expect(client.logged.join('\n')).toContain('locked');
    // It can be read again, and nobody says so.
    isLocked = false;
    expect(await pull()).toMatchObject([{ uri: a, items: [] }]);
  });
});

it('a file that cannot be read and by its name holds a report is told of from the beginning', async () => {
  const a = `file:///reports/${encodeURIComponent('青禾县水务局2024年政府信息公开工作年度报告.txt')}`;
  const b = `file:///reports/${encodeURIComponent('照片.txt')}`;
  const read = async (uri: string): Promise<string | undefined> => {
    if (!uri.endsWith('.txt')) return undefined;
    throw new Error('its encoding is damaged');
  };
  client = await startClient({ folder: 'file:///reports', runtime: { files: { list: async () => [a, b], read } } });
  const { files } = await client.request<OverviewResult>(OverviewRequest, { known: [] });
  expect(files.map(({ uri, failed }) => [uri, failed])).toEqual([[a, true]]);
});

describe('a rule that throws', () => {
  const rule = ruleById('row-total-mismatch')!;

  it('costs its own findings, and is named at the title, in the status and in the log', async () => {
    vi.spyOn(rule, 'check').mockImplementation(() => {
      throw new Error('rule broke');
    });
    const [first, ...others] = await opened(FAULTY);
    expect(first!.message).toBe('规则 row-total-mismatch 的检查未能完成，见日志；其他规则不受影响。');
    expect(textAt(FAULTY, first!.range)).toBe(TITLE);
    expect(codes(others)).toEqual(FOUND.slice(1));
    expect((await status()).failed).toBe(true);
    expect(client.logged.join('\n')).toMatch(/row-total-mismatch[^]*rule broke[^]*\n\s+at /);
    // What is left has its repairs.
    expect(await client.quickFixes(URI, others.at(-1)!)).not.toEqual([]);
  });

  it('in its repairs costs those alone', async () => {
    vi.spyOn(rule, 'repairs').mockImplementation(() => {
      throw new Error('repair broke');
    });
    const found = await opened(FAULTY);
    expect(codes(found)).toEqual(FOUND);
    const actions: readonly CodeAction[] = await client.request('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } },
      context: { diagnostics: [] },
    });
    const mended = actions.flatMap(({ diagnostics }) => codes(diagnostics ?? []));
    expect(mended).toContain('misnumbered-section');
    expect(client.logged.join('\n')).toContain('repair broke');
  });
});

describe('a handler that throws', () => {
  it('is answered with nothing, once in the log, and the findings stay', async () => {
    expect(codes(await opened(marked(FAULTY, UNSEEN)))).toEqual(FOUND);
    for (let i = 0; i < 3; i++)
      expect(await client.request('textDocument/codeLens', { textDocument: { uri: URI } })).toEqual([]);
    expect(client.logged.filter((line) => line.includes('broke'))).toHaveLength(1);
  });
});
