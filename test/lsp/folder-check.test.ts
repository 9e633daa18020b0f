import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { type Ask, type CheckProgress, FolderCheck } from '../../client/src/common/reviewing/folder-check';
import { Overview } from '../../client/src/common/reviewing/overview';
import { startClient, type Client } from '../support/lsp-harness';
import { FAULTY } from './texts';

const FOLDER = 'file:///reports';
const COUNT = 70;
const files = new Map(
  Array.from({ length: COUNT }, (_, i) => [`${FOLDER}/${i}.txt`, FAULTY.replaceAll('水务', `第${i}`)]),
);

let client: Client;
let overview: Overview;
let told: CheckProgress[];
let check: FolderCheck;
/** Called with the number of files that were judged by then, before each. */
let beforeJudging: (judged: number) => void;

/** As the extension asks: a signal becomes a cancellation of the protocol. */
const ask: Ask = async (method, params, signal) => {
  const cancellation = new CancellationTokenSource();
  signal.addEventListener('abort', () => cancellation.cancel());
  return client.connection.sendRequest(method, params, cancellation.token);
};

async function openFolder(list: () => Promise<readonly string[]> = async () => [...files.keys()]): Promise<void> {
  const read = new Set<string>();
  let judged = 0;
  client = await startClient({
    folder: FOLDER,
    runtime: {
      files: {
        list,
        read: async (uri) => {
          // The first time a report is read for what it is about, the second time to be judged.
          if (files.has(uri) && read.has(uri)) beforeJudging(judged++);
          read.add(uri);
          return files.get(uri);
        },
      },
    },
  });
}

beforeEach(() => {
  overview = new Overview();
  told = [];
  beforeJudging = () => undefined;
  check = new FolderCheck(overview, ask, (progress) => told.push(progress));
});
afterEach(() => client.stop());

const last = (): CheckProgress => told.at(-1)!;
const listed = (): Set<string> => new Set(overview.reports().map(({ uri }) => uri));

describe('a check of a folder', () => {
  it('tells how many files are left until all are checked', async () => {
    await openFolder();
    await check.update();
    expect(told.map(({ state, left }) => [state, left])).toEqual([
      ['checking', 38],
      ['checking', 6],
      ['checking', 0],
      ['done', 0],
    ]);
    expect(listed().size).toBe(COUNT);
    expect(check.isWanted).toBe(false);
  });

  it('that is stopped says so, with what is left, and keeps what it found', async () => {
    await openFolder();
    beforeJudging = (judged) => {
      if (judged === 40) check.stop();
    };
    await check.update();
    const { size } = listed();
    expect(size).toBeGreaterThan(32);
    expect(size).toBeLessThan(64);
    expect(last()).toMatchObject({ state: 'stopped', left: COUNT - size, arrivals: [] });
    expect(overview.reports().every(({ report }) => report!.findings.length > 0)).toBe(true);
  });

  it('that was stopped goes on only when it is asked for, and judges no file twice', async () => {
    await openFolder();
    let judgings = 0;
    beforeJudging = (judged) => {
      judgings = judged + 1;
      if (judged === 40) check.stop();
    };
    await check.update();
    check.changed();
    expect(check.isWanted).toBe(false);
    check.resume();
    expect(check.isWanted).toBe(true);
    await check.update();
    expect(listed()).toEqual(new Set(files.keys()));
    expect([last(), check.left, judgings]).toMatchObject([{ state: 'done', left: 0 }, 0, COUNT]);
  });

  it('that is asked for while it is being stopped goes on', async () => {
    await openFolder();
    beforeJudging = (judged) => {
      if (judged !== 40) return;
      check.stop();
      check.resume();
    };
    await check.update();
    expect(listed().size).toBe(COUNT);
    expect(told.map(({ state }) => state)).not.toContain('stopped');
    expect(last()).toMatchObject({ state: 'done', left: 0 });
  });

  it('ends at once when it is stopped while the folder is still being listed, and never says that all is known', async () => {
    let finish: (uris: readonly string[]) => void = () => undefined;
    const listing = new Promise<readonly string[]>((resolve) => (finish = resolve));
    await openFolder(() => listing);
    const running = check.update();
    check.stop();
    await running;
    expect(told).toEqual([{ state: 'stopped', left: undefined, isNews: false, arrivals: [], lapsed: [] }]);
    expect(check.left).toBeUndefined();
    finish([...files.keys()]);
    check.resume();
    await check.update();
    expect([listed().size, last().state]).toEqual([COUNT, 'done']);
  });

  it('that has checked all is not stopped any more: it follows further changes', async () => {
    await openFolder();
    beforeJudging = (judged) => {
      if (judged === COUNT - 1) check.stop();
    };
    await check.update();
    expect(last()).toMatchObject({ state: 'done', left: 0 });
    check.stop();
    check.changed();
    expect(check.isWanted).toBe(true);
  });

  it('that fails says so to whoever asked, and is wanted again', async () => {
    await openFolder();
    const failing = new FolderCheck(
      overview,
      () => Promise.reject(new Error('no answer')),
      () => undefined,
    );
    await expect(failing.update()).rejects.toThrow('no answer');
    expect([failing.isWanted, failing.left]).toEqual([true, undefined]);
  });
});
