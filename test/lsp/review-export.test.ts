import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { strToU8 } from 'fflate';
import { importFile, type Imported } from '../../server/src/exchange/index';
import { plainWorkbook } from '../../server/src/exchange/plain-sheet';
import {
  ArrivalsRequest,
  ExportedOverviewRequest,
  ImportFileRequest,
  OverviewChangedNotification,
  OverviewRequest,
  type ArrivalsResult,
  type ExportedOverviewResult,
  type OverviewResult,
} from '../../server/src/lsp/protocol';
import { startClient, storedFiles, type Client } from '../support/lsp-harness';
import { workbookOf } from '../support/workbook';
import { FAULTY, SOUND } from './texts';

const FOLDER = 'file:///reports';
const of = (name: string): string => `${FOLDER}/${name}`;

let client: Client;
afterEach(() => client.stop());

async function openFolder(
  files: Readonly<Record<string, string>>,
  answers: Readonly<Record<string, () => unknown>> = {},
): Promise<void> {
  const stored = storedFiles(new Map(Object.entries(files).map(([name, text]) => [of(name), text])));
  const read = async (uri: string): Promise<string | undefined> => {
    if (uri.includes('unreadable')) throw new Error('it cannot be read');
    return stored.read(uri);
  };
  client = await startClient({
    folder: FOLDER,
    answers,
    capabilities: (usual) => ({
      ...usual,
      workspace: { ...usual.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
    }),
    runtime: { files: { ...stored, read } },
  });
}

describe('what is exported of the reports of folders', () => {
  const ask = (...names: readonly string[]): Promise<ExportedOverviewResult> =>
    client.request(ExportedOverviewRequest, { uris: names.map(of) });

  it('is what the command line tells, those set aside as well', async () => {
    const ignores = [{ rule: 'row-total-mismatch', reason: '与台账一致', by: '李明', kind: 'confirmed' }];
    await openFolder({ '2023/a.txt': FAULTY, 'b.txt': SOUND, 'nianbao.config.json': JSON.stringify({ ignores }) });
    const { reports, failed } = await ask('2023/a.txt', 'b.txt');
    expect(failed).toEqual([]);
    expect(reports.map(({ path, findings }) => [path, findings.length > 0])).toEqual([
      ['2023/a.txt', true],
      ['b.txt', false],
    ]);
    expect(reports[0]!.setAside).toMatchObject([
      { rule: 'row-total-mismatch', value: '4', expected: '3', kind: 'confirmed', reason: '与台账一致', by: '李明' },
    ]);
  });

  it('says of which files it says nothing', async () => {
    await openFolder({ 'a.txt': FAULTY, 'unreadable.txt': FAULTY });
    const { reports, failed } = await ask('a.txt', 'unreadable.txt');
    expect([reports.length, failed]).toEqual([1, ['unreadable.txt']]);
  });
});

describe('the bodies that should report', () => {
  const received = [
    { uri: of('a.txt'), body: '青禾县水务局', year: 2023 },
    { uri: of('b.txt'), body: '青禾县水务局', year: 2023 },
    { uri: of('c.txt'), body: '青禾县民政局', year: 2023 },
  ];
  const ask = (): Promise<ArrivalsResult> => client.request(ArrivalsRequest, { received });

  it.each([
    ['in the configuration', { 'nianbao.config.json': JSON.stringify({ bodies: ['青禾县水务局', '青禾县司法局'] }) }],
    [
      'in a file beside it',
      {
        'nianbao.config.json': '{"bodies":"名单.csv"}',
        [encodeURIComponent('名单.csv')]: '机关名称\n青禾县水务局\n青禾县司法局\n',
      },
    ],
  ])('are told of that are missing or twice, listed %s', async (_, files) => {
    await openFolder(files);
    expect((await ask()).lists).toMatchObject([
      {
        year: 2023,
        missing: ['青禾县司法局'],
        doubled: [{ body: '青禾县水务局', files: [of('a.txt'), of('b.txt')] }],
        unexpected: [{ body: '青禾县民政局', file: of('c.txt') }],
        problem: null,
      },
    ]);
  });

  it('are told of once of which the list has one twice', async () => {
    await openFolder({
      'nianbao.config.json': JSON.stringify({ bodies: ['青禾县司法局', '青禾县司法局', '青禾县水务局'] }),
    });
    expect((await ask()).lists).toMatchObject([{ missing: ['青禾县司法局'], listedTwice: ['青禾县司法局'] }]);
  });

  it('are not taken for missing where the list cannot be read', async () => {
    await openFolder({ 'nianbao.config.json': '{"bodies":"没有.txt"}' });
    expect((await ask()).lists).toMatchObject([{ missing: [], unexpected: [], problem: '没有.txt：没有这个文件' }]);
  });

  describe('listed in a file of another program', () => {
    const CONFIG = { 'nianbao.config.json': '{"bodies":"名单.xlsx"}' };
    const openWith = async (bytes: Uint8Array, answer: () => Promise<Imported> = () => importFile(bytes)) => {
      const name = encodeURIComponent('名单.xlsx');
      await openFolder({ ...CONFIG, [name]: Buffer.from(bytes).toString('latin1') }, { [ImportFileRequest]: answer });
    };

    it('are those of the column that its header names, on whichever sheet', async () => {
      await openWith(
        plainWorkbook([
          { name: '说明', rows: [['报送范围以本表为准']], widths: [20] },
          {
            name: '名单',
            rows: [
              ['2023 年报送名单', ''],
              ['序号', '单位名称'],
              ['1', '青禾县水务局'],
              ['2', '青禾县司法局'],
            ],
            widths: [6, 20],
          },
        ]),
      );
      expect((await ask()).lists).toMatchObject([
        { missing: ['青禾县司法局'], doubled: [{ body: '青禾县水务局' }], problem: null },
      ]);
    });

    it('are asked for anew when that file changes', async () => {
      await openWith(workbookOf([['单位名称'], ['青禾县水务局']]));
      await client.request<OverviewResult>(OverviewRequest, { known: [] });
      await ask();
      const watched = (): readonly unknown[] =>
        client
          .registrations()
          .filter(({ method }) => method === 'workspace/didChangeWatchedFiles')
          .flatMap(({ registerOptions }) => (registerOptions as { watchers: unknown[] }).watchers);
      await expect.poll(watched).toContainEqual({ globPattern: '**/名单.xlsx' });
      const changed = new Promise((resolve) => client.connection.onNotification(OverviewChangedNotification, resolve));
      const changes = [{ uri: of(encodeURIComponent('名单.xlsx')), type: 2 }];
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
      await changed;
    });

    it.each([
      ['is damaged', strToU8('PK\u0003\u0004 broken'), /^名单\.xlsx：文件不完整或已损坏/],
      ['lists nothing', workbookOf([['1', '2']]), /^名单\.xlsx：没有读到机关名单/],
    ])('that %s is told of in one sentence, and nobody is missing', async (_, bytes, sentence) => {
      await openWith(bytes);
      const { lists } = await ask();
      expect(lists).toMatchObject([
        { missing: [], unexpected: [], problem: expect.stringMatching(sentence) as string },
      ]);
      expect(lists[0]!.problem).not.toContain('\n');
    });

    it('is told of where it has a password', async () => {
      await openWith(readFileSync(path.resolve(import.meta.dirname, '../exchange/fixtures/locked.xlsx')));
      expect((await ask()).lists).toMatchObject([
        { missing: [], unexpected: [], problem: expect.stringMatching(/^名单\.xlsx：文件有密码保护/) as string },
      ]);
    });

    it('is told of where the client cannot read it', async () => {
      await openWith(workbookOf([['青禾县水务局']]), () => Promise.reject(new Error('the thread ended')));
      expect((await ask()).lists).toMatchObject([{ missing: [], problem: '名单.xlsx：文件读不出，原因见日志' }]);
    });
  });
});
