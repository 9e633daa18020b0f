import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ApplyWorkspaceEditParams, CodeAction, Registration, ShowMessageParams } from 'vscode-languageserver';
import { parseConfig } from '../../server/src/core/config/config';
import { OverviewRequest, type OverviewResult, type SetAsideOverview } from '../../server/src/lsp/protocol';
import { startClient, withEdits, type Client, type ClientOptions } from '../support/lsp-harness';
import { FAULTY } from './texts';

const FOLDER = 'file:///reports';
const URI = `${FOLDER}/report.txt`;
const CONFIG = `${FOLDER}/nianbao.config.json`;
const RULES = ['row-total-mismatch', 'dash-for-zero', 'balance-mismatch', 'misnumbered-section'];

/** An editor whose changes stay unsaved until it is told to store them. */
class Editor {
  client!: Client;
  readonly disk = new Map<string, string>();
  /** Files that are there and cannot be read. */
  readonly unreadable = new Set<string>();
  readonly buffers = new Map<string, { version: number; text: string }>();
  readonly applied: ApplyWorkspaceEditParams[] = [];
  readonly said: string[] = [];
  readonly saved: string[] = [];
  /** Whether the server hears of the configurations that are open. */
  syncs = false;
  saves = true;

  async start(options: ClientOptions = {}): Promise<void> {
    const read = async (uri: string): Promise<string | undefined> => {
      if (this.unreadable.has(uri)) throw new Error('no permission');
      return this.disk.get(uri);
    };
    this.client = await startClient({
      folder: FOLDER,
      capabilities: (usual) => ({
        workspace: { ...usual.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
        textDocument: { ...usual.textDocument, synchronization: { dynamicRegistration: true } },
      }),
      answers: { 'workspace/applyEdit': (params: ApplyWorkspaceEditParams) => ({ applied: this.apply(params) }) },
      ...options,
      runtime: { files: { list: async () => [], read } },
    });
    this.client.connection.onNotification(
      'window/showMessage',
      ({ message }: ShowMessageParams) => void this.said.push(message),
    );
    this.client.connection.onNotification('nianbao/saveFile', ({ uri }: { uri: string }) => this.save(uri));
    this.client.open(URI, FAULTY);
  }

  type(uri: string, text: string): void {
    const version = (this.buffers.get(uri)?.version ?? 0) + 1;
    this.buffers.set(uri, { version, text });
    if (!this.syncs) return;
    if (version === 1) this.client.open(uri, text);
    else this.client.change(uri, version, [{ text }]);
  }

  private apply({ edit }: ApplyWorkspaceEditParams): boolean {
    this.applied.push({ edit });
    for (const change of edit.documentChanges ?? []) {
      if ('kind' in change) {
        if (this.disk.has(CONFIG) || this.buffers.has(CONFIG)) return false;
        this.disk.set(CONFIG, '');
        continue;
      }
      const { uri, version } = change.textDocument;
      const text = this.buffers.get(uri)?.text ?? this.disk.get(uri);
      if (text === undefined || (version !== null && version !== this.buffers.get(uri)?.version)) return false;
      this.type(uri, withEdits(text, change.edits as never));
    }
    return true;
  }

  private save(uri: string): void {
    this.saved.push(uri);
    if (!this.saves) return;
    this.disk.set(uri, this.buffers.get(uri)!.text);
    void this.client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
  }

  /** What the editor shows of the configuration. */
  get config(): string | undefined {
    return this.buffers.get(CONFIG)?.text ?? this.disk.get(CONFIG);
  }

  get ignored(): readonly string[] | undefined {
    return parseConfig(this.config ?? '{}').config.ignores?.map(({ rule }) => rule);
  }

  async ignore(...rules: readonly string[]): Promise<void> {
    const found = await this.client.diagnostics(URI);
    const offered: CodeAction[] = [];
    for (const rule of rules) {
      const actions = await this.client.quickFixes(
        URI,
        found.find(({ code }) => code === rule)!,
      );
      offered.push(actions.find(({ command }) => command?.command === 'nianbao.server.ignore')!);
    }
    await Promise.all(
      offered.map(({ command }) =>
        this.client.request('workspace/executeCommand', { command: command!.command, arguments: command!.arguments }),
      ),
    );
  }
}

let editor: Editor;
beforeEach(() => {
  editor = new Editor();
});
afterEach(() => editor.client.stop());

describe('a finding that does not apply', () => {
  it('is written into a new configuration, which is stored, and is gone', async () => {
    await editor.start();
    await editor.ignore('dash-for-zero');
    expect(editor.ignored).toEqual(['dash-for-zero']);
    expect(editor.saved).toEqual([CONFIG]);
    await expect
      .poll(async () => (await editor.client.diagnostics(URI)).map(({ code }) => code), { timeout: 10_000 })
      .not.toContain('dash-for-zero');
  });

  it('is added to what is there, comments and all', async () => {
    editor.disk.set(
      CONFIG,
      '{\n  // 本县\n  "rules": { "carry-over-mismatch": "off" },\n  "ignores": [{ "rule": "dash-for-zero", "year": 2020, "reason": "惯例" }]\n}\n',
    );
    await editor.start();
    await editor.ignore('dash-for-zero');
    expect(editor.config).toContain('// 本县\n  "rules": { "carry-over-mismatch": "off" }');
    expect(editor.config).toContain('"惯例"');
    expect(editor.ignored).toEqual(['dash-for-zero', 'dash-for-zero']);
  });

  it('keeps what is typed into the configuration and not saved', async () => {
    editor.disk.set(CONFIG, '{}');
    editor.syncs = true;
    await editor.start();
    editor.type(CONFIG, '{}');
    editor.type(CONFIG, '{ "edition": "2021" }');
    await editor.ignore('dash-for-zero');
    expect(parseConfig(editor.config!).config).toMatchObject({ edition: '2021', ignores: [{ rule: 'dash-for-zero' }] });
    expect(editor.applied.map(({ edit }) => edit.documentChanges)).toMatchObject([
      [{ textDocument: { uri: CONFIG, version: 2 } }],
    ]);
  });

  it.each([
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ])('is written with all others of the moment: open files told %s, stored at once %s', async (syncs, saves) => {
    Object.assign(editor, { syncs, saves });
    await editor.start();
    await editor.ignore(...RULES);
    expect(editor.ignored!.toSorted()).toEqual(RULES.toSorted());
    expect(editor.said).toEqual([]);
  });

  it('is read where the file was changed elsewhere after it was written', async () => {
    editor.disk.set(CONFIG, '{}');
    await editor.start();
    await editor.ignore('dash-for-zero');
    editor.buffers.clear();
    editor.disk.set(CONFIG, '{}');
    await editor.client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: CONFIG, type: 2 }],
    });
    await editor.ignore('misnumbered-section');
    expect(editor.ignored).toEqual(['misnumbered-section']);
  });
});

describe('the offer to ignore a finding', () => {
  it('names the rule and what is covered, and takes a reason', async () => {
    await editor.start();
    const found = await editor.client.diagnostics(URI);
    const offers = await Promise.all(
      ['row-total-mismatch', 'misnumbered-section'].map(async (rule) => {
        const diagnostic = found.find(({ code }) => code === rule)!;
        const actions = await editor.client.quickFixes(URI, diagnostic);
        return actions.filter(({ command }) => command?.command === 'nianbao.server.ignore');
      }),
    );
    expect(offers.map((each) => each.map(({ title }) => title))).toEqual([
      [expect.stringMatching(/^此条不适用：“行总计不等于各列之和”，限「.+·总计」/)],
      [expect.stringMatching(/^此条不适用：“部分序号不对”，限本报告中所有此类问题/)],
    ]);
    const { command, arguments: given } = offers[0]![0]!.command!;
    const result: { readonly written: { readonly file: string; readonly ignore: object } } =
      await editor.client.request('workspace/executeCommand', { command, arguments: [...given!, '已核对'] });
    expect(result.written).toMatchObject({ file: CONFIG, ignore: { rule: 'row-total-mismatch', reason: '已核对' } });
    expect(editor.config).toContain('已核对');
    await editor.client.request('workspace/executeCommand', {
      command: 'nianbao.server.unignore',
      arguments: [result.written.file, result.written.ignore],
    });
    expect(editor.ignored).toEqual([]);
    expect(editor.said).toEqual([]);
  });
});

describe('a finding that was looked at and is right', () => {
  const confirm = async (...said: readonly string[]): Promise<void> => {
    const found = await editor.client.diagnostics(URI);
    const [action] = (
      await editor.client.quickFixes(
        URI,
        found.find(({ code }) => code === 'row-total-mismatch')!,
      )
    ).filter(({ command }) => command?.command === 'nianbao.server.confirm');
    const { command, arguments: given } = action!.command!;
    await editor.client.request('workspace/executeCommand', { command, arguments: [...given!, ...said] });
  };
  const rules = async (): Promise<readonly unknown[]> => (await editor.client.diagnostics(URI)).map(({ code }) => code);

  it('is not shown, is told of with the reason, the name and the day, and can be had back', async () => {
    await editor.start();
    await confirm('与台账一致', '李明', '2024-01-20');
    await expect.poll(rules, { timeout: 10_000 }).not.toContain('row-total-mismatch');
    const overview: OverviewResult = await editor.client.request(OverviewRequest, { known: [] });
    const [{ ignore, file, finding }] = overview.files[0]!.reports[0]!.setAside as [SetAsideOverview];
    expect([finding.rule, file]).toEqual(['row-total-mismatch', CONFIG]);
    expect(ignore).toMatchObject({ kind: 'confirmed', reason: '与台账一致', by: '李明', date: '2024-01-20' });
    await editor.client.request('workspace/executeCommand', {
      command: 'nianbao.server.unignore',
      arguments: [file, ignore],
    });
    await expect.poll(rules, { timeout: 10_000 }).toContain('row-total-mismatch');
  });

  it('is back when a value is another, and only then', async () => {
    await editor.start();
    await confirm('与台账一致');
    await expect.poll(rules, { timeout: 10_000 }).not.toContain('row-total-mismatch');
    editor.client.change(URI, 2, [{ text: FAULTY.replace('6、', '六、') }]);
    expect(await rules()).not.toContain('row-total-mismatch');
    editor.client.change(URI, 3, [{ text: FAULTY.replace(/(本年新收.*)\t4/, '$1\t5') }]);
    expect(await rules()).toContain('row-total-mismatch');
  });
});

describe('a configuration that cannot be changed', () => {
  it.each(['{ "ignores": [', '尚未配置', '[]', '{ "ignores": "dash-for-zero" }', '['.repeat(20_000)])(
    'for its text is left as it is, and that is said',
    async (text) => {
      editor.disk.set(CONFIG, text);
      await editor.start();
      await editor.ignore('dash-for-zero');
      expect(editor.config).toBe(text);
      expect(editor.applied).toEqual([]);
      await expect
        .poll(() => editor.said, { timeout: 10_000 })
        .toEqual([expect.stringContaining('nianbao.config.json 不是有效的配置')]);
    },
  );

  it('for nobody can read it is left as it is, and that is said', async () => {
    editor.disk.set(CONFIG, '{ "ignores": [] }');
    editor.unreadable.add(CONFIG);
    await editor.start();
    await editor.ignore('dash-for-zero');
    expect(editor.config).toBe('{ "ignores": [] }');
    expect(editor.applied).toEqual([]);
    await expect
      .poll(() => editor.said, { timeout: 10_000 })
      .toEqual([expect.stringContaining('nianbao.config.json 读不出')]);
    expect(editor.client.logged.join('\n')).toContain('no permission');
  });

  it('for the editor refuses is not taken for changed', async () => {
    await editor.start({ answers: { 'workspace/applyEdit': () => ({ applied: false }) } });
    await editor.ignore('dash-for-zero');
    await expect.poll(() => editor.said, { timeout: 10_000 }).toEqual([expect.stringContaining('未能改动')]);
    expect(editor.saved).toEqual([]);
  });

  it('for its editor changes nothing on request is not offered to be changed', async () => {
    await editor.start({
      capabilities: (usual) => ({ ...usual, workspace: { ...usual.workspace, applyEdit: false } }),
    });
    const [finding] = await editor.client.diagnostics(URI);
    const commands = (await editor.client.quickFixes(URI, finding!)).flatMap(({ command }) => command ?? []);
    expect(commands).toEqual([]);
  });
});

describe('a configuration that cannot be read', () => {
  it('is told at its place, and told no more when it is gone', async () => {
    editor.disk.set(CONFIG, '{}');
    editor.unreadable.add(CONFIG);
    await editor.start();
    await editor.client.diagnostics(URI);
    expect((await editor.client.published(CONFIG)).diagnostics).toMatchObject([
      { severity: 1, message: expect.stringContaining('读不出') as string },
    ]);
    editor.unreadable.clear();
    editor.disk.delete(CONFIG);
    await editor.client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: CONFIG, type: 3 }],
    });
    await editor.client.diagnostics(URI);
    expect((await editor.client.published(CONFIG)).diagnostics).toEqual([]);
  });
});

describe('configurations that are open', () => {
  it('are asked for, and are no reports', async () => {
    editor.syncs = true;
    await editor.start({ settings: { diagnostics: { scope: 'workspace' } } });
    const registered = (): readonly Registration[] =>
      editor.client.registrations().filter(({ method }) => method.startsWith('textDocument/did'));
    await expect.poll(() => registered().map(({ method }) => method), { timeout: 10_000 }).toHaveLength(4);
    for (const { registerOptions } of registered())
      expect(registerOptions).toMatchObject({ documentSelector: [{ pattern: '**/nianbao.config.json' }] });
    editor.type(CONFIG, FAULTY);
    expect(await editor.client.diagnostics(CONFIG)).toEqual([]);
    expect(await editor.client.request('workspace/diagnostic', { previousResultIds: [] })).toMatchObject({
      items: [{ uri: URI }],
    });
    expect(JSON.stringify(await editor.client.request('workspace/symbol', { query: '' }))).not.toContain(CONFIG);
  });
});
