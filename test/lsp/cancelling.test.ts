import { CancellationError, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { Command, Extension } from '../../client/src/common/commands/command';
import { exportOverview } from '../../client/src/common/commands/export-overview';
import { reviewLetter } from '../../client/src/common/commands/review-letter';
import { totalReports } from '../../client/src/common/commands/total-reports';
import { provideCompared } from '../../client/src/common/reviewing/compared';
import { type CheckProgress, FolderCheck } from '../../client/src/common/reviewing/folder-check';
import { Overview } from '../../client/src/common/reviewing/overview';
import { Server } from '../../client/src/common/server';
import { ArrivalsRequest, StatusRequest } from '../../server/src/lsp/protocol';
import { type Client, startClient } from '../support/lsp-harness';
import { realExchange } from '../support/threads';
import { provided, user } from '../support/vscode';
import { FAULTY } from './texts';

/**
 * The extension's own code and the real server, which speak to each other as they do in an editor; the window alone is
 * a stand-in.
 */
const FOLDER = 'file:///reports';
const LIST = '/reports/bodies.xlsx';
const COUNT = 20;
const REPORTS = Array.from({ length: COUNT }, (_, i) => `${FOLDER}/${i}.txt`);
const CANCELLED = LSPErrorCodes.RequestCancelled;

let client: Client;
let server: Server;
let threads: ReturnType<typeof realExchange>;
/** What the server answered requests with that it did not fulfil. */
let refused: unknown[];
/** Hears of each file that the server reads; what it gives is waited for. */
let reading: (uri: string) => Promise<void>;

beforeEach(async () => {
  user.begin();
  refused = [];
  reading = async () => undefined;
  threads = realExchange();
  // As large as a file of a folder may be, which takes seconds to read.
  user.files.set(LIST, new TextEncoder().encode(`<table>${'<tr><td>1<td>2'.repeat(250_000)}`));
  const texts = new Map(REPORTS.map((uri, i) => [uri, FAULTY.replaceAll('水务', `第${i}`)]));
  texts.set(`${FOLDER}/nianbao.config.json`, '{"bodies":"bodies.xlsx"}');
  texts.set(`file://${LIST}`, 'PK');
  client = await startClient({
    folder: FOLDER,
    runtime: {
      files: {
        list: async () => REPORTS,
        async read(uri) {
          await reading(uri);
          return texts.get(uri);
        },
      },
    },
  });
  const { connection } = client;
  const speaking = {
    sendRequest: (method: string, params: object, token: never) =>
      connection.sendRequest(method, params, token).catch((error: unknown) => {
        refused.push(error instanceof ResponseError ? error.code : error);
        throw error;
      }),
    onRequest: (method: string, answer: never) => connection.onRequest(method, answer),
    onNotification: (method: string, hears: never) => connection.onNotification(method, hears),
    start: async () => undefined,
    dispose: async () => undefined,
    isRunning: () => true,
    error: () => undefined,
  };
  const createClient = async () => speaking as unknown as BaseLanguageClient;
  server = new Server(createClient, Uri.file('/'), threads.exchange, console as never);
  await server.start();
});
afterEach(() => client.stop());

const answersOthers = async (): Promise<void> => {
  client.open(`${FOLDER}/0.txt`, FAULTY);
  expect(await client.request(StatusRequest, { uri: `${FOLDER}/0.txt` })).toMatchObject({ recognised: true });
};

describe('a list of bodies in a file that takes long', () => {
  const received = [{ uri: `${FOLDER}/0.txt`, body: '青禾县水务局', year: 2023 }];

  it('is given up with its request, the server answers others meanwhile, and the thread that reads it ends', async () => {
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(ArrivalsRequest, { received }, source.token);
    const refusal = expect(answer).rejects.toMatchObject({ code: CANCELLED });
    await expect.poll(() => threads.seen, { timeout: 10_000 }).toEqual(['importFile']);
    await answersOthers();
    source.cancel();
    await refusal;
    await expect.poll(() => threads.seen, { timeout: 10_000 }).toEqual(['importFile', 'ended']);
    await answersOthers();
    expect(client.logged).toEqual([]);
  });

  it('is given up with the check of the folder, which says that it is not known who is missing', async () => {
    const told: CheckProgress[] = [];
    const check = new FolderCheck(
      new Overview(),
      (method, params, signal) => server.request(method, params, signal),
      (progress) => told.push(progress),
    );
    const running = check.update();
    await expect.poll(() => threads.seen, { timeout: 10_000 }).toEqual(['importFile']);
    check.stop();
    await running;
    expect(told.at(-1)).toEqual({ state: 'stopped', left: 0, isNews: false, arrivals: [], lapsed: [] });
    await expect.poll(() => threads.seen, { timeout: 10_000 }).toEqual(['importFile', 'ended']);
    // It is asked for anew, though no report is judged again.
    check.resume();
    const again = check.update();
    await expect.poll(() => threads.seen, { timeout: 10_000 }).toEqual(['importFile', 'ended', 'importFile']);
    check.stop();
    await again;
    expect(refused).toEqual([CANCELLED, CANCELLED]);
  });
});

describe('a work over many files', () => {
  const review = { listedFiles: () => REPORTS, arrivals: [], lapsed: [], unchecked: 0 };
  const run = (command: Command): Promise<void> =>
    Promise.resolve(command({ server, exchange: threads.exchange, review } as unknown as Extension, undefined));

  it.each([
    ['a total', totalReports],
    ['letters', reviewLetter],
    ['an exported overview', exportOverview],
  ])('ends where it is cancelled, shows nothing and reads no further file: %s', async (_, command) => {
    let read = 0;
    let finish: () => void = () => undefined;
    await client.request(StatusRequest, { uri: FOLDER });
    await client.request('nianbao/overview', { known: [] });
    reading = async () => {
      if (++read !== 3) return;
      user.progress.cancel();
      // A disk that does not answer.
      await new Promise<void>((resolve) => (finish = resolve));
    };
    user.picks = (title, choices) => choices[title === 'Export the overview' ? 0 : 1];
    await expect(run(command)).rejects.toThrow(CancellationError);
    await expect.poll(() => refused).toEqual([CANCELLED]);
    finish();
    await answersOthers();
    expect([read, threads.seen, user.told]).toEqual([3, [], []]);
    expect([...user.files.keys()]).toEqual([LIST]);
  });
});

it('a side of a comparison that nobody looks at any more is given up, though its file does not answer', async () => {
  let finish: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    reading = (uri) => {
      if (!uri.endsWith('/1.txt')) return Promise.resolve();
      resolve();
      return new Promise((done) => (finish = done));
    };
  });
  provideCompared(server);
  const { provideTextDocumentContent } = provided.compared as {
    provideTextDocumentContent: (uri: object, token: object) => Promise<string>;
  };
  const source = new CancellationTokenSource();
  const content = provideTextDocumentContent({ query: REPORTS[1] }, source.token);
  const givenUp = expect(content).rejects.toThrow(CancellationError);
  await asked;
  source.cancel();
  await givenUp;
  await expect.poll(() => refused).toEqual([CANCELLED]);
  finish();
});
