import { afterEach, describe, expect, it } from 'vitest';
import type { ClientCapabilities, CodeAction, CreateFile, Range, WorkspaceEdit } from 'vscode-languageserver';
import { buildReport } from '../support/report-builder';
import { editsFor, startClient, withEdits, type Client } from '../support/lsp-harness';
import { FAULTY, SOUND } from './texts';

const URI = 'file:///reports/report.txt';
let client: Client;
afterEach(() => client.stop());

const sections = (text: string): readonly string[] => text.split(/^(?=[一二三四五六]、(?!本年|上年|结转))/m);
const [HEAD, ...SECTIONS] = sections(SOUND) as [string, ...string[]];
/** Sections three and four have changed places. */
const DISORDERED = [HEAD, ...[0, 1, 3, 2, 4, 5].map((i) => SECTIONS[i]!)].join('');

/** A client that can create files, shows annotations and has edits told when it asks for them. */
const able = (usual: ClientCapabilities): ClientCapabilities => ({
  workspace: {
    ...usual.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'], changeAnnotationSupport: {} },
  },
  textDocument: { ...usual.textDocument, codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
});

async function rewrites(text: string, at: string, uri = URI): Promise<readonly CodeAction[]> {
  client.open(uri, text);
  const line = text.slice(0, text.indexOf(at)).split('\n').length - 1;
  return actionsAt({ start: { line, character: 0 }, end: { line, character: 0 } }, uri);
}

const actionsAt = (range: Range, uri = URI): Promise<readonly CodeAction[]> =>
  client.request('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [], only: ['refactor.rewrite'] },
  });

describe('sections out of order', () => {
  it('are sorted from any heading, texts and line ends as they were', async () => {
    client = await startClient();
    for (const [uri, text] of [
      [URI, DISORDERED],
      ['file:///crlf.txt', DISORDERED.trimEnd().replaceAll('\n', '\r\n')],
    ] as const) {
      const [action, ...others] = await rewrites(text, '五、', uri);
      expect(others).toEqual([]);
      expect(action).toMatchObject({ kind: 'refactor.rewrite', title: expect.stringContaining('顺序') });
      const lineEnd = text.includes('\r') ? '\r\n' : '\n';
      const wanted = text.includes('\r') ? SOUND.trimEnd() : SOUND;
      expect(withEdits(text, editsFor(uri, action!.edit))).toBe(wanted.replaceAll('\n', lineEnd));
    }
  });

  it('are sorted with the numbers that they have, which are another repair’s', async () => {
    client = await startClient();
    const text = DISORDERED.replace('四、政府', '三、政府').replace('三、收到', '四、收到');
    const [action] = await rewrites(text, '五、');
    const sorted = withEdits(text, editsFor(URI, action!.edit));
    expect(sorted.indexOf('四、收到')).toBeLessThan(sorted.indexOf('三、政府'));
    client.change(URI, 2, [{ text: sorted }]);
    expect((await client.diagnostics(URI)).map(({ code }) => code)).toEqual([
      'misnumbered-section',
      'misnumbered-section',
    ]);
  });

  it('are sorted only where a heading stands, and where they are not in order', async () => {
    client = await startClient();
    expect(await rewrites(DISORDERED, '专人登记来件')).toEqual([]);
    expect(await rewrites(SOUND, '五、', 'file:///sound.txt')).toEqual([]);
    expect(await rewrites('一、总体情况\n', '一、', 'file:///typed.txt')).toEqual([]);
  });

  it('change at once, or beside that after they have been shown, ticked', async () => {
    client = await startClient({ capabilities: able });
    const [action, looked, ...others] = await rewrites(DISORDERED, '五、');
    expect(others).toEqual([]);
    expect(asked(action!.edit!)).toEqual([]);
    // A part of it alone would lose text.
    expect(editsFor(URI, action!.edit)).toHaveLength(1);
    expect(looked!.title).toBe(`${action!.title}（先预览）`);
    expect(withEdits(DISORDERED, editsFor(URI, looked!.edit))).toBe(withEdits(DISORDERED, editsFor(URI, action!.edit)));
    expect(asked(looked!.edit!)).toEqual(['']);
  });
});

/** The new texts of edits that are to be confirmed: what clients leave unticked. */
function asked({ documentChanges = [], changeAnnotations = {} }: WorkspaceEdit): readonly string[] {
  return documentChanges
    .flatMap((change) => ('edits' in change ? change.edits : []))
    .flatMap((edit) =>
      'annotationId' in edit && changeAnnotations[edit.annotationId]!.needsConfirmation === true && 'newText' in edit
        ? [edit.newText]
        : [],
    );
}

describe('a volume', () => {
  const second = buildReport({ edition: '2021', year: 2023, body: '临溪县司法局' });
  const volume = `${SOUND}\n${second}`;
  const files = {
    list: async () => [
      'file:///reports/%E4%B8%B4%E6%BA%AA%E5%8E%BF%E5%8F%B8%E6%B3%95%E5%B1%802023%E5%B9%B4%E6%94%BF%E5%BA%9C%E4%BF%A1%E6%81%AF%E5%85%AC%E5%BC%80%E5%B7%A5%E4%BD%9C%E5%B9%B4%E5%BA%A6%E6%8A%A5%E5%91%8A.txt',
    ],
    read: async () => undefined,
  };

  const created = ({ documentChanges }: WorkspaceEdit): readonly string[] =>
    documentChanges!.flatMap((change) =>
      'kind' in change && change.kind === 'create' ? decodeURIComponent(change.uri) : [],
    );

  it('is split into files beside it, at once or after a preview, and stays as it is', async () => {
    client = await startClient({
      capabilities: able,
      runtime: { files },
      initializationOptions: { tellsOfFiles: true },
    });
    const [offered, looked] = await rewrites(volume, '临溪县司法局2023');
    expect(offered).toMatchObject({ kind: 'refactor.rewrite', title: expect.stringContaining('2 个文件') });
    expect(offered!.edit).toBeUndefined();
    const { edit, command } = await client.request<CodeAction>('codeAction/resolve', offered);
    expect(created(edit!)).toEqual([
      'file:///reports/青禾县水务局2024年政府信息公开工作年度报告.txt',
      // Its usual name is taken.
      'file:///reports/临溪县司法局2023年政府信息公开工作年度报告 2.txt',
    ]);
    const changes = edit!.documentChanges!;
    const written = changes.flatMap((change) => ('edits' in change ? change.edits : []));
    expect(written.map((change) => ('newText' in change ? change.newText : '')).join('')).toBe(volume);
    expect(editsFor(URI, edit)).toEqual([]);
    expect(Object.values(edit!.changeAnnotations!)).toMatchObject([{ needsConfirmation: false }]);
    expect(command).toMatchObject({ command: 'nianbao.filesWritten' });
    expect(command!.arguments![0]).toEqual(
      changes.flatMap((change) => ('kind' in change && change.kind === 'create' ? [change.uri] : [])),
    );
    const preview = (await client.request<CodeAction>('codeAction/resolve', looked)).edit!;
    expect(created(preview)).toEqual(created(edit!));
    expect(asked(preview)).toEqual(['']);
    for (const change of changes)
      if ('kind' in change) expect((change as CreateFile).options).toEqual({ overwrite: false, ignoreIfExists: false });
  });

  it('is split at once for a client that does not ask for edits later or shows no annotations', async () => {
    client = await startClient({
      capabilities: (usual) => ({
        ...usual,
        workspace: {
          ...usual.workspace,
          workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'delete'] },
        },
      }),
      settings: { locale: 'en' },
    });
    const [action] = await rewrites(volume, SOUND.split('\n')[0]!);
    expect(action!.title).toBe('Split the volume into 2 files');
    expect(created(action!.edit!)).toHaveLength(2);
    expect(action!.edit!.changeAnnotations).toBeUndefined();
    expect(JSON.stringify(action!.edit)).not.toContain('annotationId');
  });

  it('is not split for a client that cannot create files', async () => {
    client = await startClient();
    expect(await rewrites(volume, '临溪县司法局2023')).toEqual([]);
  });

  it('is not split where there is no folder, within its reports, or where it is one report', async () => {
    client = await startClient({ capabilities: able, runtime: { files } });
    expect(await rewrites(volume, '临溪县司法局2023', 'untitled:Untitled-1')).toEqual([]);
    expect(await rewrites(volume, '专人登记来件')).toEqual([]);
    expect(await rewrites(SOUND, SOUND.split('\n')[0]!, 'file:///reports/one.txt')).toEqual([]);
  });

  it('that was closed in the meantime is not split', async () => {
    client = await startClient({ capabilities: able, runtime: { files } });
    const [offered] = await rewrites(volume, '临溪县司法局2023');
    client.close(URI);
    expect((await client.request<CodeAction>('codeAction/resolve', offered)).edit).toBeUndefined();
    expect(client.logged).toEqual([]);
  });
});

describe('a table', () => {
  it('is offered in each layout but its own, in a report of several layouts too', async () => {
    client = await startClient();
    const review = buildReport({ edition: '2021', layout: 'markdown' });
    const mixed = [HEAD, ...SECTIONS.slice(0, 3), sections(review)[4], ...SECTIONS.slice(4)].join('');
    const titles = async (at: string): Promise<readonly string[]> =>
      (await rewrites(mixed, at)).map(({ title }) => title.replace(/^.*：/, ''));
    expect(await titles('一、本年新收')).toEqual(['一格一行', 'Markdown 表格', '空格对齐']);
    expect(await titles('| 行政复议')).toEqual(['一格一行', '制表符分列', '空格对齐']);
  });
});

describe('edits in several places', () => {
  const misnumbered = SOUND.replace('二、主动', '2、主动').replace('六、其他', '6、其他');
  const quickFixes = async (text: string, code: string): Promise<readonly CodeAction[]> => {
    client.open(URI, text);
    const diagnostic = (await client.diagnostics(URI)).find((each) => each.code === code)!;
    return (await client.quickFixes(URI, diagnostic)).filter(({ edit }) => edit !== undefined);
  };

  it('of several sections are made at once, named by their title, or shown before', async () => {
    client = await startClient({ capabilities: able, settings: { locale: 'en' } });
    const [one, all, looked] = await quickFixes(misnumbered, 'misnumbered-section');
    expect(one!.edit!.changeAnnotations).toBeUndefined();
    expect(Object.values(all!.edit!.changeAnnotations!)).toEqual([{ label: all!.title, needsConfirmation: false }]);
    expect(looked).toMatchObject({ title: `${all!.title} (preview first)`, isPreferred: false });
    expect(asked(looked!.edit!)).toEqual(['']);
    expect(withEdits(misnumbered, editsFor(URI, all!.edit))).toBe(SOUND);
  });

  it('that insert what is missing in several places can be seen before', async () => {
    client = await startClient({ capabilities: able });
    const text = [HEAD, SECTIONS[0], SECTIONS[2], SECTIONS[4]].join('');
    const all = (await quickFixes(text, 'missing-section')).at(-1)!;
    expect(editsFor(URI, all.edit).length).toBeGreaterThan(1);
    expect(all.title).toMatch(/先预览/);
    expect(asked(all.edit!)).toEqual(['']);
  });

  it('of one slip are named and not asked about', async () => {
    client = await startClient({ capabilities: able });
    const text = buildReport({
      edition: '2021',
      values: { new: [33, 0, 0, 0, 0, 0, 33], granted: [3, 0, 0, 0, 0, 0, 3], 'results-total': [3, 0, 0, 0, 0, 0, 3] },
    });
    const several = (await quickFixes(text, 'balance-mismatch')).filter(({ edit }) => editsFor(URI, edit).length > 1);
    expect(several).not.toEqual([]);
    for (const { title, edit } of several)
      expect(Object.values(edit!.changeAnnotations!)).toEqual([{ label: title, needsConfirmation: false }]);
  });

  it('that cannot change a meaning are not asked about', async () => {
    client = await startClient({ capabilities: able });
    client.open(URI, FAULTY);
    const top = { line: 0, character: 0 };
    const params = {
      textDocument: { uri: URI },
      range: { start: top, end: top },
      context: { diagnostics: [], only: ['source.fixAll'] },
    };
    const [action] = await client.request<CodeAction[]>('textDocument/codeAction', params);
    expect(Object.values(action!.edit!.changeAnnotations!)).toEqual([
      { label: action!.title, needsConfirmation: false },
    ]);
  });

  it('are plain for a client that shows no annotations', async () => {
    client = await startClient();
    for (const { edit } of await quickFixes(misnumbered, 'misnumbered-section')) {
      expect(edit!.changeAnnotations).toBeUndefined();
      for (const each of editsFor(URI, edit)) expect(Object.keys(each).sort()).toEqual(['newText', 'range']);
    }
  });
});
