import { afterEach, describe, expect, it } from 'vitest';
import { buildReport } from '../support/report-builder';
import { startClient, textAt, type Client } from '../support/lsp-harness';

const FOLDER = 'file:///reports';
const LAST = `${FOLDER}/2023.txt`;
const THIS = `${FOLDER}/2024.txt`;
const lastYear = (carried: number): string =>
  buildReport({
    edition: '2021',
    year: 2023,
    values: { new: [carried, 0, 0, 0, 0, 0, carried], 'carried-out': [carried, 0, 0, 0, 0, 0, carried] },
  });
const thisYear = buildReport({ edition: '2021', year: 2024 });
const row = (value: number): readonly number[] => [value, 0, 0, 0, 0, 0, value];

let client: Client;
afterEach(() => client.stop());

/** A folder whose files are these. */
async function openFolder(files: Map<string, string>): Promise<void> {
  client = await startClient({
    folder: FOLDER,
    runtime: { files: { list: async () => [...files.keys()], read: async (uri) => files.get(uri) } },
  });
}

const rules = async (uri: string): Promise<readonly unknown[]> =>
  (await client.diagnostics(uri)).map(({ code }) => code);

describe('reports of neighbouring years', () => {
  it('are compared though only one is open, with a link to last year’s cell', async () => {
    await openFolder(new Map([[LAST, lastYear(1)]]));
    client.open(THIS, thisYear);
    await expect.poll(() => rules(THIS), { timeout: 10_000 }).toEqual(['carry-over-mismatch', 'carry-over-mismatch']);
    const [first] = await client.diagnostics(THIS);
    expect(first!.relatedInformation![0]!.location.uri).toBe(LAST);
  });

  it('show last year’s value and the change on hover', async () => {
    await openFolder(new Map([[LAST, lastYear(1)]]));
    client.open(THIS, thisYear);
    await expect.poll(() => rules(THIS), { timeout: 10_000 }).toHaveLength(2);
    const lines = thisYear.split('\n');
    const line = lines.findIndex((words) => words.includes('一、本年新收'));
    const position = { line, character: lines[line]!.lastIndexOf('0') };
    const hover = await client.request<{ contents: { value: string } }>('textDocument/hover', {
      textDocument: { uri: THIS },
      position,
    });
    expect(hover.contents.value).toContain('上年同格：1，比上年减少 1');
  });

  it('are compared anew when a file changes or is deleted', async () => {
    const files = new Map([[LAST, lastYear(1)]]);
    await openFolder(files);
    client.open(THIS, thisYear);
    await expect.poll(() => rules(THIS), { timeout: 10_000 }).toHaveLength(2);
    files.set(LAST, lastYear(0));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: LAST, type: 2 }] });
    await expect.poll(() => rules(THIS), { timeout: 10_000 }).toEqual([]);
    files.set(LAST, lastYear(2));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: LAST, type: 2 }] });
    await expect.poll(() => rules(THIS), { timeout: 10_000 }).toHaveLength(2);
    files.delete(LAST);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: LAST, type: 3 }] });
    await expect.poll(() => rules(THIS), { timeout: 10_000 }).toEqual([]);
  });

  it('are compared by what all files that claim the same year agree on, and what differs is said once', async () => {
    const rival = `${FOLDER}/%E9%80%81%E5%AE%A1%E7%A8%BF.txt`;
    await openFolder(
      new Map([
        [LAST, lastYear(1)],
        [rival, lastYear(2)],
      ]),
    );
    client.open(THIS, thisYear);
    await expect.poll(() => rules(THIS), { timeout: 10_000 }).toEqual(['differing-copies']);
    const [found] = await client.diagnostics(THIS);
    expect(textAt(thisYear, found!.range)).toBe('二、上年结转政府信息公开申请数量');
    expect(found!.message).toContain('1（2023.txt）、2（送审稿.txt）');
    expect(found!.relatedInformation!.map(({ location }) => location.uri)).toEqual([LAST, rival, LAST, rival]);
  });

  it('are no rivals of their originals where their names mark them as copies, nor where they are older versions', async () => {
    await openFolder(
      new Map([
        [LAST, lastYear(1)],
        [`${FOLDER}/2023 - 副本.txt`, lastYear(2)],
      ]),
    );
    client.open('git:/reports/2023.txt?%7B%22ref%22%3A%22HEAD%22%7D', lastYear(3));
    client.open(THIS, thisYear);
    expect(await client.diagnostics('git:/reports/2023.txt?%7B%22ref%22%3A%22HEAD%22%7D')).toEqual([]);
    await expect.poll(() => rules(THIS), { timeout: 10_000 }).toEqual(['carry-over-mismatch', 'carry-over-mismatch']);
    await client.diagnostics(THIS);
  });

  it('stay silent where the folder’s configuration says that the finding does not apply', async () => {
    const config = JSON.stringify({
      ignores: [{ rule: 'carry-over-mismatch', year: 2024, column: 'total', reason: '口径调整' }],
    });
    await openFolder(
      new Map([
        [LAST, lastYear(1)],
        [`${FOLDER}/nianbao.config.json`, config],
      ]),
    );
    client.open(THIS, thisYear);
    await expect.poll(() => rules(THIS), { timeout: 10_000 }).toEqual(['carry-over-mismatch']);
  });
});

describe('the title of a report', () => {
  it('tells the day by which it has to be published, by the folder’s configuration where that has one', async () => {
    const config = `${FOLDER}/nianbao.config.json`;
    const files = new Map([[config, '{ "deadlines": { "body": "01-20" } }']]);
    await openFolder(files);
    client.open(THIS, thisYear);
    const hover = async (): Promise<string> =>
      JSON.stringify(
        await client.request('textDocument/hover', {
          textDocument: { uri: THIS },
          position: { line: 0, character: 3 },
        }),
      );
    expect(await hover()).toContain('应于2025年1月20日前公布');
    files.set(config, '{}');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: config, type: 2 }],
    });
    await expect.poll(hover, { timeout: 10_000 }).toContain('应于2025年1月31日前公布');
  });
});

describe('the result of a document', () => {
  const resultOf = async (uri: string): Promise<string> => (await client.pull(uri)).resultId!;

  it('holds whatever changes elsewhere, as long as its text, settings and last year’s report stay', async () => {
    const files = new Map([[LAST, lastYear(1)]]);
    await openFolder(files);
    client.open(THIS, thisYear);
    await expect.poll(() => rules(THIS), { timeout: 10_000 }).toHaveLength(2);
    const before = await resultOf(THIS);
    const other = `${FOLDER}/other.txt`;
    files.set(other, buildReport({ edition: '2021', year: 2023, body: '云溪市财政局' }));
    files.set(`${FOLDER}/nianbao.config.json`, '{}');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [other, `${FOLDER}/nianbao.config.json`].map((uri) => ({ uri, type: 1 })),
    });
    client.open(
      `${FOLDER}/third.txt`,
      buildReport({
        edition: '2021',
        year: 2024,
        body: '云溪市财政局',
        values: { 'carried-in': row(1), granted: row(1), 'results-total': row(1) },
      }),
    );
    await expect.poll(() => rules(`${FOLDER}/third.txt`), { timeout: 10_000 }).toHaveLength(2);
    expect(await client.pull(THIS, before)).toEqual({ kind: 'unchanged', resultId: before });
    files.set(`${FOLDER}/nianbao.config.json`, '{"rules":{"carry-over-mismatch":"hint"}}');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${FOLDER}/nianbao.config.json`, type: 2 }],
    });
    await expect.poll(() => resultOf(THIS), { timeout: 10_000 }).not.toBe(before);
    const configured = await resultOf(THIS);
    files.set(LAST, lastYear(2));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: LAST, type: 2 }] });
    await expect.poll(() => resultOf(THIS), { timeout: 10_000 }).not.toBe(configured);
  });
});
