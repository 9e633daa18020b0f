import { afterEach, describe, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import type {
  Preview,
  PreviewCell,
  PreviewParams,
  PreviewResult,
  PreviewTable,
  SetCellsParams,
  SetCellsResult,
} from '../../server/src/lsp/protocol';
import { startClient, storedFiles, withEdits, type Client, type ClientOptions } from '../support/lsp-harness';
import { buildReport } from '../support/report-builder';
import { FAULTY, SOUND } from './texts';

const URI = 'file:///report.txt';

let client: Client;
afterEach(() => client.stop());

async function opened(text: string, options?: ClientOptions): Promise<void> {
  client = await startClient(options);
  client.open(URI, text);
}

const ask = (params: Partial<PreviewParams> = {}): Promise<PreviewResult | null> =>
  client.request('nianbao/preview', { uri: URI, line: 0, lastYear: false, ...params });

const shown = async (params: Partial<PreviewParams> = {}): Promise<Preview> => (await ask(params)) as Preview;

const tablesIn = ({ blocks }: Preview): readonly PreviewTable[] =>
  blocks.filter((block): block is PreviewTable => block.kind === 'table');

function cellIn(preview: Preview, row: string, column: string): PreviewCell {
  const cells = tablesIn(preview).flatMap(({ lines }) => lines.flat());
  return cells.find(({ place }) => place?.row === row && place.column === column)!;
}

describe('nianbao/preview', () => {
  it('shows the report as the form prints it, each part with its place in the text', async () => {
    await opened(SOUND);
    const preview = await shown();
    expect(preview).toMatchObject({ version: 1, report: 0, outcome: 'clean', findings: [], lastYear: null });
    expect(preview.blocks[0]).toMatchObject({ kind: 'title', text: preview.title });
    expect(preview.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(6);
    expect(tablesIn(preview).map(({ id }) => id)).toEqual(['disclosure', 'requests', 'review']);
    const cell = cellIn(preview, 'new', 'natural-person');
    expect(cell).toMatchObject({ kind: 'value', text: '3', name: '一、本年新收 · 自然人', findings: [] });
    expect(SOUND.slice(...cell.at!)).toBe('3');
  });

  it('marks what is wrong and says what it should be', async () => {
    await opened(FAULTY);
    const preview = await shown();
    expect(preview).toMatchObject({ outcome: 'found', verdict: '2 处错误，2 处提醒' });
    const cell = cellIn(preview, 'new', 'total');
    expect(cell.remark).toBe('应为 3');
    expect(cell.findings.map((i) => preview.findings[i]!.rule)).toEqual(['row-total-mismatch']);
    const [finding] = cell.findings.map((i) => preview.findings[i]!);
    expect(FAULTY.slice(...finding!.at)).toBe('4');
    expect(FAULTY.split('\n')[finding!.line]).toContain('\t4');
    const heading = preview.blocks.find((block) => block.kind === 'heading' && block.section === 6);
    expect(heading).toMatchObject({ text: '6、其他需要报告的事项' });
  });

  it('says the same in English', async () => {
    await opened(FAULTY, { settings: { locale: 'en' } });
    const preview = await shown();
    expect(preview.verdict).toBe('errors: 2, other remarks: 2');
    expect(cellIn(preview, 'new', 'total').remark).toBe('should be 3');
  });

  it('draws of a volume the report on the line alone', async () => {
    const second = buildReport({ edition: '2021', body: '松岭县林业局', values: { new: [1, 0, 0, 0, 0, 0, 2] } });
    const volume = `${SOUND}\n${second}`;
    await opened(volume);
    const first = await shown();
    const other = await shown({ line: first.lines[1] });
    expect([first.report, other.report]).toEqual([0, 1]);
    expect(other.title).toContain('松岭县林业局');
    expect(other.lines[0]).toBe(first.lines[1]);
    expect([first.outcome, other.outcome]).toEqual(['clean', 'found']);
    expect(volume.slice(...cellIn(other, 'new', 'total').at!)).toBe('2');
  });

  it('answers shortly where nothing has changed, and anew where something has', async () => {
    await opened(SOUND);
    const { state } = await shown();
    expect(await ask({ known: state })).toEqual({ state, unchanged: true });
    client.change(URI, 2, [{ text: FAULTY }]);
    expect(await ask({ known: state })).toMatchObject({ version: 2, outcome: 'found' });
    expect(await ask({ known: state, lastYear: true })).not.toHaveProperty('unchanged');
  });

  it('shows nothing of a text that is no report, and says why', async () => {
    await opened('会议通知\n\n请准时参加。\n');
    const preview = await shown();
    expect(preview).toMatchObject({ outcome: 'unknown', blocks: [], findings: [] });
    expect(preview.verdict).not.toBe('');
    expect(await ask({ uri: 'file:///other.txt' })).toBeNull();
    expect(await ask({ line: 99 })).toBeNull();
  });

  it('shows a table that cannot be read whole as it is written', async () => {
    const torn = SOUND.replace(/(二、上年结转政府信息公开申请数量\t+0)/, '$1\t7');
    await opened(torn);
    const preview = await shown();
    expect(tablesIn(preview).map(({ id }) => id)).toEqual(['disclosure', 'review']);
    const lines = preview.blocks.filter(({ kind }) => kind === 'verbatim');
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.some((block) => 'findings' in block && block.findings.length > 0)).toBe(true);
  });

  it('has last year’s values beside this year’s where they are wanted, and says which are far off', async () => {
    const last = buildReport({ edition: '2021', year: 2023, values: { new: [40, 2, 0, 0, 0, 0, 42] } });
    const texts = new Map([['file:///2023.txt', last]]);
    await opened(SOUND, {
      folder: 'file:///',
      runtime: { files: storedFiles(texts) },
    });
    await expect.poll(async () => (await shown()).lastYear, { timeout: 10_000 }).toBe('2023.txt');
    expect(cellIn(await shown(), 'new', 'natural-person')).not.toHaveProperty('lastYear');
    const preview = await shown({ lastYear: true });
    expect(cellIn(preview, 'new', 'natural-person').lastYear).toEqual({ amount: '40', isFar: true });
    expect(cellIn(preview, 'new', 'enterprise').lastYear).toEqual({ amount: '2', isFar: false });
  });
});

describe('nianbao/setCells', () => {
  const set = (params: Partial<SetCellsParams>): Promise<SetCellsResult | null> =>
    client.request('nianbao/setCells', {
      uri: URI,
      report: 0,
      table: 'requests',
      row: 'new',
      column: 'natural-person',
      text: '5',
      totals: false,
      ...params,
    });
  const applied = (text: string, result: SetCellsResult | null): string =>
    withEdits(text, result!.edits as readonly TextEdit[]);
  const withNew = (...values: readonly (string | number)[]): string =>
    buildReport({
      edition: '2021',
      values: {
        new: values,
        granted: [3, 0, 0, 0, 0, 0, 3],
        'results-total': [3, 0, 0, 0, 0, 0, 3],
      },
    });

  it('changes the cell and nothing else', async () => {
    await opened(SOUND);
    const result = await set({});
    expect(result).toMatchObject({ version: 1, refusal: null });
    expect(result!.edits).toHaveLength(1);
    expect(applied(SOUND, result)).toBe(withNew(5, 0, 0, 0, 0, 0, 3));
  });

  it('does so in every layout', async () => {
    await opened(SOUND);
    for (const layout of ['cells', 'tsv', 'markdown'] as const) {
      const plan = { edition: '2021', layout } as const;
      const text = buildReport(plan);
      client.close(URI);
      client.open(URI, text);
      expect(applied(text, await set({})), layout).toBe(
        buildReport({ ...plan, values: { new: [5, 0, 0, 0, 0, 0, 0] } }),
      );
    }
  });

  it('sets totals that held, in the same step, where they are to follow', async () => {
    await opened(SOUND);
    expect(applied(SOUND, await set({ totals: true }))).toBe(withNew(5, 0, 0, 0, 0, 0, 5));
    // One that was wrong is what the text states.
    client.change(URI, 2, [{ text: FAULTY }]);
    expect((await set({ totals: true }))!.edits).toHaveLength(1);
    // One that is typed is meant as it is.
    client.change(URI, 3, [{ text: SOUND }]);
    expect((await set({ column: 'total', totals: true }))!.edits).toHaveLength(1);
  });

  it('fills cells from there on with a block from a spreadsheet', async () => {
    await opened(SOUND);
    expect(applied(SOUND, await set({ text: '1\t2\t3\t4\t5\t6\t21\n' }))).toBe(withNew(1, 2, 3, 4, 5, 6, 21));
  });

  it('refuses, and says so, what has no room or would be read otherwise', async () => {
    await opened(SOUND);
    const wide = await set({ column: 'total', text: '1\t2' });
    expect(wide).toMatchObject({ edits: [], refusal: expect.stringContaining('没有这么多格') });
    expect(await set({ row: 'nothing' })).toMatchObject({ edits: [], refusal: expect.any(String) });
    const bars = buildReport({ edition: '2021', layout: 'markdown' });
    client.change(URI, 2, [{ text: bars }]);
    expect(await set({ text: '1|2' })).toMatchObject({ edits: [], refusal: expect.stringContaining('读成别的内容') });
  });

  it('makes one line of what is typed', async () => {
    await opened(SOUND);
    const result = await set({ text: ' 5\u0000\u2028 ' });
    expect(applied(SOUND, result)).toBe(withNew(5, 0, 0, 0, 0, 0, 3));
  });

  it('knows nothing of a document that is not open, and of no further report', async () => {
    await opened(SOUND);
    expect(await set({ uri: 'file:///other.txt' })).toBeNull();
    expect(await set({ report: 1 })).toBeNull();
    await expect(set({ table: 'other' as never })).rejects.toThrow();
  });
});
