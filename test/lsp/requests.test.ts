import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import type {
  ConvertResult,
  EditResult,
  ShowingResult,
  StatusResult,
  TemplateResult,
} from '../../server/src/lsp/protocol';
import { rowOf, tableOf } from '../../server/src/core/index';
import { findingsIn, readOne } from '../support/findings';
import { startClient, withEdits, type Client } from '../support/lsp-harness';
import { buildReport } from '../support/report-builder';
import { FAULTY, SOUND } from './texts';

const URI = 'file:///report.txt';
let client: Client;
beforeEach(async () => {
  client = await startClient();
});
afterEach(() => client.stop());

const applied = (text: string, result: EditResult | null): string =>
  withEdits(text, result!.edits as readonly TextEdit[]);

describe('nianbao/status', () => {
  it('says what was understood of a document', async () => {
    client.open(URI, SOUND);
    const status: StatusResult = await client.request('nianbao/status', { uri: URI });
    expect(status).toMatchObject({
      recognised: true,
      reports: [{ body: '青禾县水务局', year: 2024, edition: '2021', layout: 'tsv' }],
    });
    expect(status.reports[0]!.rowsRead).toBe(status.reports[0]!.rowsOfForm);
  });

  it('says so where a document is no report, and nothing of one that is not open', async () => {
    client.open(URI, '会议通知\n\n请准时参加。\n');
    expect(await client.request('nianbao/status', { uri: URI })).toMatchObject({ recognised: false, reports: [] });
    expect(await client.request('nianbao/status', { uri: 'file:///other.txt' })).toBeNull();
  });
});

describe('nianbao/showing', () => {
  const showing = (line = 0): Promise<ShowingResult | null> => client.request('nianbao/showing', { uri: URI, line });

  it('gives the report on a line with what was found, its words said in the language of the findings', async () => {
    client.open(URI, `${SOUND}\n${FAULTY}`);
    const first = await showing();
    expect(first).toMatchObject({ reason: null, failed: false, showing: { body: '青禾县水务局', marks: [] } });
    const last = (await showing(SOUND.split('\n').length + 5))!.showing!;
    expect(last.marks.length).toBeGreaterThan(0);
    for (const { words, args } of [last.verdict, ...last.marks.map(({ message }) => message)])
      expect([words.zh === words.en, /\{\w+\}/.test(words.zh), args]).toEqual([true, false, {}]);
  });

  it('names all reports of a volume, so that each can be asked for', async () => {
    client.open(URI, `目录\n\n${SOUND}\n${FAULTY}`);
    const { reports, version } = (await showing())!;
    expect([version, reports.length]).toEqual([1, 2]);
    for (const { line, body, year } of reports) expect((await showing(line))!.showing).toMatchObject({ body, year });
  });

  it('says why there is none', async () => {
    client.open(URI, '会议通知\n\n请准时参加。\n');
    expect(await showing()).toMatchObject({ showing: null, reason: expect.stringContaining('未识别') as unknown });
  });
});

describe('nianbao/template', () => {
  it('gives a report of the year’s edition in the layout asked for', async () => {
    const { text }: TemplateResult = await client.request('nianbao/template', {
      body: '临溪县司法局',
      year: 2020,
      layout: 'markdown',
      snippet: false,
    });
    expect(readOne(text)).toMatchObject({
      edition: { id: '2019' },
      layout: 'markdown',
      title: { body: { text: '临溪县司法局' }, year: { value: 2020 } },
    });
    expect(text).not.toContain('$');
  });

  it('gives tab stops for what is left to fill in', async () => {
    const { text }: TemplateResult = await client.request('nianbao/template', { snippet: true });
    expect(text).toMatch(/^\$\{1:/);
    expect(text.endsWith('$0')).toBe(true);
  });
});

describe('nianbao/template beside last year’s report', () => {
  it('hands on what was carried over and the body’s own preamble', async () => {
    await client.stop();
    const last = buildReport({
      edition: '2021',
      year: 2023,
      body: '临溪县司法局',
      values: { 'carried-out': [2, 1, 0, 0, 0, 0, 3] },
      replace: {
        preamble:
          '现将本局2023年政府信息公开工作情况报告如下。《条例》（2019年修订）第五十条的内容齐备，期限为2023年1月1日至12月31日。\n',
      },
    });
    const folder = 'file:///reports';
    const file = `${folder}/a.txt`;
    client = await startClient({
      folder,
      runtime: { files: { list: async () => [file], read: async (uri) => (uri === file ? last : undefined) } },
    });
    const given = { body: '临溪县司法局', year: 2024, snippet: false };
    const { text, lastYear }: TemplateResult = await client.request('nianbao/template', given);
    expect(lastYear).toBe(file);
    const requests = tableOf(readOne(text), 'requests')!;
    const carried = rowOf(requests, 'carried-in')!.cells.map(({ span }) => text.slice(span.start, span.end));
    expect(carried).toEqual(['2', '1', '0', '0', '0', '0', '3']);
    expect(text).toContain(
      '现将本局2024年政府信息公开工作情况报告如下。《条例》（2019年修订）第五十条的内容齐备，期限为2024年1月1日',
    );
    expect(text).not.toContain('2023');
    const other: TemplateResult = await client.request('nianbao/template', { ...given, year: 2023 });
    expect(other.lastYear).toBeNull();
  });
});

describe('nianbao/missingSections', () => {
  it('gives edits that make the report whole', async () => {
    const text = SOUND.slice(0, SOUND.indexOf('四、政府信息公开'));
    client.open(URI, text);
    const whole = applied(text, await client.request('nianbao/missingSections', { uri: URI }));
    expect(readOne(whole).sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(findingsIn(whole).map(({ rule }) => rule)).not.toContain('missing-section');
    expect(whole.startsWith(text.trimEnd())).toBe(true);
  });

  it('gives none where nothing is missing', async () => {
    client.open(URI, SOUND);
    expect(await client.request('nianbao/missingSections', { uri: URI })).toEqual({ version: 1, edits: [] });
  });
});

describe('nianbao/fixAll', () => {
  it('gives the edits of the source action, for the version of the document', async () => {
    client.open(URI, SOUND);
    client.change(URI, 2, [{ text: FAULTY }]);
    const result: EditResult = await client.request('nianbao/fixAll', { uri: URI });
    expect(result.version).toBe(2);
    expect(applied(FAULTY, result)).toBe(FAULTY.replace('6、其他', '六、其他').replace('\t-\t', '\t0\t'));
  });
});

describe('nianbao/convert', () => {
  it.each(['cells', 'markdown', 'tsv'] as const)('gives the same report with its tables as %s', async (layout) => {
    client.open(URI, FAULTY);
    const result: ConvertResult = await client.request('nianbao/convert', { uri: URI, layout });
    const converted = applied(FAULTY, result);
    expect(result.refused).toEqual([]);
    expect(readOne(converted).layout).toBe(layout);
    expect(findingsIn(converted).map(({ rule }) => rule)).toEqual(findingsIn(FAULTY).map(({ rule }) => rule));
  });
});

describe('a request about nothing', () => {
  const requests: readonly (readonly [string, object, unknown])[] = [
    ['textDocument/diagnostic', {}, { kind: 'full', items: [] }],
    [
      'textDocument/codeAction',
      { range: { start: { line: 9, character: 9 }, end: { line: 99, character: 9 } }, context: { diagnostics: [] } },
      [],
    ],
    ['textDocument/completion', { position: { line: 9, character: 9 } }, []],
    ['textDocument/documentSymbol', {}, []],
    ['textDocument/foldingRange', {}, []],
  ];
  const ask = (method: string, params: object): Promise<unknown> =>
    client.request(method, { textDocument: { uri: URI }, ...params });

  it.each(requests)('that was never opened is answered with nothing: %s', async (method, params, nothing) => {
    expect(await ask(method, params)).toEqual(nothing);
  });

  it.each(requests)('that was closed is answered with nothing: %s', async (method, params, nothing) => {
    client.open(URI, FAULTY);
    await client.diagnostics(URI);
    client.close(URI);
    expect(await ask(method, params)).toEqual(nothing);
  });

  it.each(requests.slice(1, 3))(
    'that lies beyond the document’s end is answered with nothing: %s',
    async (method, params, nothing) => {
      client.open(URI, '一\n');
      expect(await ask(method, params)).toEqual(nothing);
    },
  );

  it.each(['nianbao/fixAll', 'nianbao/missingSections', 'nianbao/convert', 'nianbao/status'])(
    'that is not open has no answer: %s',
    async (method) => {
      expect(await client.request(method, { uri: URI, layout: 'tsv' })).toBeNull();
    },
  );
});
