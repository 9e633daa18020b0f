import { afterEach, describe, expect, it } from 'vitest';
import {
  LetterRequest,
  NormalisedRequest,
  TotalRequest,
  type LetterResult,
  type NormalisedResult,
  type TotalResult,
} from '../../server/src/lsp/protocol';
import { tableOf, cellOf, rowOf } from '../../server/src/core/index';
import { buildReport } from '../support/report-builder';
import { readOne } from '../support/findings';
import { startClient, storedFiles, type Client } from '../support/lsp-harness';
import { FAULTY, SOUND } from './texts';

const FOLDER = 'file:///reports';
const of = (name: string): string => `${FOLDER}/${name}`;

let client: Client;
afterEach(() => client.stop());

async function openFolder(files: Readonly<Record<string, string>>): Promise<void> {
  const texts = new Map(Object.entries(files).map(([name, text]) => [of(name), text]));
  client = await startClient({
    folder: FOLDER,
    runtime: { files: storedFiles(texts) },
  });
}

describe('review letters', () => {
  it('say of each faulty report what is to be corrected, and count the others', async () => {
    await openFolder({ 'a.txt': FAULTY, 'b.txt': SOUND });
    const all = await client.request<LetterResult>(LetterRequest, { uris: [], hints: false });
    expect([all.letters, all.clean, all.failed]).toEqual([1, 1, []]);
    expect(all.text).toContain('青禾县水务局');
    const none = await client.request<LetterResult>(LetterRequest, { uris: [of('b.txt')], hints: false });
    expect([none.text, none.letters, none.clean]).toEqual(['', 0, 1]);
  });

  it('never pass over a file that is not there', async () => {
    await openFolder({ 'a.txt': SOUND });
    const { failed } = await client.request<LetterResult>(LetterRequest, { uris: [of('gone.txt')], hints: false });
    expect(failed).toEqual([of('gone.txt')]);
  });
});

describe('the total of the folders', () => {
  it('adds up what is without errors, and says what is left out', async () => {
    const row3 = [3, 0, 0, 0, 0, 0, 3];
    const values = { new: row3, granted: row3, 'results-total': row3 };
    const report = (body: string): string => buildReport({ edition: '2021', body, year: 2023, values });
    await openFolder({ 'a.txt': report('甲县水务局'), 'b.txt': report('甲县司法局'), 'c.txt': FAULTY });
    const { text, notes } = await client.request<TotalResult>(TotalRequest, {
      uris: [],
      body: '甲县人民政府',
      layout: 'tsv',
    });
    const read = readOne(text!);
    const row = rowOf(tableOf(read, 'requests')!, 'new')!;
    expect(cellOf(row, 'total')!.value).toMatchObject({ amount: { digits: 6 } });
    expect(read.body?.text).toBe('甲县人民政府');
    expect(notes.join('\n')).toContain('c.txt');
  });
});

describe('a report as it is compared', () => {
  it('is the same whatever layout it is written in', async () => {
    const texts = ['cells', 'tsv', 'markdown'] as const;
    await openFolder(
      Object.fromEntries(texts.map((layout) => [`${layout}.txt`, buildReport({ edition: '2021', layout })])),
    );
    const compared = await Promise.all(
      texts.map((layout) => client.request<NormalisedResult>(NormalisedRequest, { uri: of(`${layout}.txt`), line: 0 })),
    );
    expect(new Set(compared.map(({ text }) => text)).size).toBe(1);
  });
});
