import { afterEach, describe, expect, it } from 'vitest';
import {
  OverviewChangedNotification,
  OverviewRequest,
  type FileOverview,
  type OverviewResult,
} from '../../server/src/lsp/protocol';
import { startClient, type Client } from '../support/lsp-harness';
import { FAULTY, SOUND } from './texts';

const FOLDER = 'file:///reports';
const FOUND = ['row-total-mismatch', 'dash-for-zero', 'balance-mismatch', 'misnumbered-section'];
const of = (name: string): string => `${FOLDER}/${name}`;

let client: Client;
afterEach(() => client.stop());

async function openFolder(files: Map<string, string>): Promise<void> {
  const read = async (uri: string): Promise<string | undefined> => {
    if (uri.includes('unreadable') && files.get(uri) === '') throw new Error('it cannot be read');
    return files.get(uri);
  };
  client = await startClient({ folder: FOLDER, runtime: { files: { list: async () => [...files.keys()], read } } });
}

const ask = (known: readonly FileOverview[] = []): Promise<OverviewResult> =>
  client.request<OverviewResult>(OverviewRequest, { known: known.map(({ uri, state }) => ({ uri, state })) });

const found = (files: readonly FileOverview[]): Readonly<Record<string, readonly (readonly string[])[]>> =>
  Object.fromEntries(
    files.map(({ uri, reports }) => [uri, reports.map(({ findings }) => findings.map(({ rule }) => rule))]),
  );

/** What the server says next about the overview. */
const news = (): Promise<void> =>
  new Promise((resolve) => void client.connection.onNotification(OverviewChangedNotification, () => resolve()));

describe('the overview', () => {
  it('tells of every report of the folders, open or not, whatever the settings', async () => {
    await openFolder(
      new Map([
        [of('a.txt'), FAULTY],
        [of('b.txt'), SOUND],
        [of('notice.txt'), '会议通知\n'],
      ]),
    );
    client.open(of('b.txt'), FAULTY);
    const { files, left, gone } = await ask();
    expect(found(files)).toEqual({ [of('a.txt')]: [FOUND], [of('b.txt')]: [FOUND] });
    expect([left, gone]).toEqual([0, []]);
    const [report] = files[0]!.reports;
    expect(report).toMatchObject({ body: '青禾县水务局', edition: '2021', lastYear: null });
    expect(report!.findings[0]).toMatchObject({ severity: 'error', name: expect.stringMatching(/\S/) as string });
  });

  it('says again only what changed, and what is gone', async () => {
    const files = new Map([
      [of('a.txt'), FAULTY],
      [of('b.txt'), SOUND],
    ]);
    await openFolder(files);
    const first = await ask();
    expect(await ask(first.files)).toEqual({ files: [], left: 0, gone: [] });
    files.set(of('a.txt'), SOUND);
    files.delete(of('b.txt'));
    const told = news();
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: of('a.txt'), type: 2 },
        { uri: of('b.txt'), type: 3 },
      ],
    });
    await told;
    const next = await ask(first.files);
    expect(found(next.files)).toEqual({ [of('a.txt')]: [[]] });
    expect(next.gone).toEqual([of('b.txt')]);
  });

  it('comes in pages, each file once', async () => {
    const files = new Map(Array.from({ length: 70 }, (_, i) => [of(`${i}.txt`), SOUND.replaceAll('水务', `第${i}`)]));
    await openFolder(files);
    const known: FileOverview[] = [];
    for (let left = 1; left > 0;) {
      const page = await ask(known);
      known.push(...page.files);
      left = page.left;
      expect(known.length + left).toBe(70);
    }
    expect(new Set(known.map(({ uri }) => uri))).toEqual(new Set(files.keys()));
  });

  it('never shows a file that could not be checked as one without findings', async () => {
    const files = new Map([[of('unreadable.txt'), FAULTY]]);
    await openFolder(files);
    const { files: known } = await ask();
    files.set(of('unreadable.txt'), '');
    const told = news();
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: of('unreadable.txt'), type: 2 }],
    });
    await told;
    const next = await ask(known);
    expect(next.files.map(({ failed, reports }) => [failed, reports])).toEqual([[true, []]]);
  });
});
