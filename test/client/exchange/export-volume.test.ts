import { type TextDocument, Uri } from 'vscode';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Extension } from '../../../client/src/common/commands/command';
import { exportReport } from '../../../client/src/common/commands/export-report';
import { Exchange } from '../../../client/src/common/exchange';
import type { ShowingParams, ShowingResult } from '../../../server/src/lsp/protocol';
import { user, window } from '../../support/vscode';

/** A volume of three reports, two of them of one body and year; its server tells of them. */
const REPORTS = [
  { line: 0, body: '青禾县水务局', year: 2023 },
  { line: 10, body: '松岭县林业局', year: 2023 },
  { line: 20, body: '青禾县水务局', year: 2023 },
];
const NAMES = ['青禾县水务局2023', '松岭县林业局2023'].map((each) => `/出/${each}年政府信息公开工作年度报告`);
const [WATER, FOREST] = NAMES as [string, string];

let version = 1;
const requests: number[] = [];
/** What became of the threads that write. */
const threads: string[] = [];
const extension = {
  context: { globalState: { get: () => undefined, update: async () => undefined } },
  server: {
    async request(_: string, { line }: ShowingParams): Promise<ShowingResult> {
      requests.push(line);
      const own = REPORTS.findLast((report) => report.line <= line)!;
      const showing = { ...own, blocks: [], marks: [] } as unknown as ShowingResult['showing'];
      return { showing, reason: null, failed: false, version, reports: REPORTS };
    },
  },
  log: { warn: () => undefined, error: () => undefined },
  /** What a thread writes is told by the line of the report. */
  exchange: new Exchange(async (heard) => {
    threads.push('started');
    return {
      order: ({ args: [, showing] }) => heard({ result: Uint8Array.of((showing as { line: number }).line) }),
      end: () => void threads.push('ended'),
    };
  }),
} as unknown as Extension;

const files = (): Readonly<Record<string, number>> =>
  Object.fromEntries([...user.files].map(([name, [byte]]) => [name, byte!]));
const cancelAt = (step: string): void => {
  user.sees = (seen) => {
    if (seen.startsWith(step)) user.progress.cancel();
  };
};

beforeEach(() => {
  user.begin();
  user.folder = '/出';
  user.picks = (_, choices) => choices.at(-1);
  requests.length = 0;
  threads.length = 0;
  version = 1;
  const document = { uri: Uri.file('/汇编.txt'), isUntitled: false, languageId: 'nianbao' } as unknown as TextDocument;
  const editor = { document, selection: { active: { line: 12 } } };
  Object.assign(window, { activeTextEditor: editor, visibleTextEditors: [editor] });
});

describe('a volume', () => {
  it('is exported into a folder, a file for each report', async () => {
    await exportReport(extension);
    expect(files()).toEqual({ [`${WATER}.xlsx`]: 0, [`${FOREST}.xlsx`]: 10, [`${WATER} 2.xlsx`]: 20 });
    expect(user.told).toEqual(['Exported 3 of 3 reports.']);
    // To start one takes longer than to write a file.
    await expect.poll(() => threads).toEqual(['started', 'ended']);
  });

  it('gives the report at the caret alone where that is meant', async () => {
    user.picks = (title, choices) => choices[title === 'Export the report' && choices.length === 2 ? 0 : 1];
    await exportReport(extension);
    expect(files()).toEqual({ [`${FOREST.replace('/出', '')}.html`]: 10 });
  });

  it.each([
    ['Replace All', { [`${FOREST}.xlsx`]: 10 }],
    ['Keep Both', { [`${FOREST}.xlsx`]: 99, [`${FOREST} 2.xlsx`]: 10 }],
  ])('asks once about files that are there: %s', async (answer, expected) => {
    user.files.set(`${FOREST}.xlsx`, Uint8Array.of(99));
    user.warned = () => answer;
    await exportReport(extension);
    expect(user.told.filter((words) => words.includes('there already'))).toHaveLength(1);
    expect(files()).toEqual({ ...expected, [`${WATER}.xlsx`]: 0, [`${WATER} 2.xlsx`]: 20 });
  });

  it('is left where one cancels when asked', async () => {
    user.files.set(`${WATER}.xlsx`, Uint8Array.of(99));
    await exportReport(extension);
    expect([files(), requests.length]).toEqual([{ [`${WATER}.xlsx`]: 99 }, 1]);
  });

  it.each([
    ['between files', 'progress 2', { [`${WATER}.xlsx`]: 0 }, 1],
    ['while a file is written', 'write', {}, 0],
  ])('stops where it is cancelled %s, and leaves nothing half-written', async (_, step, expected, count) => {
    cancelAt(step);
    await exportReport(extension);
    expect([files(), user.told]).toEqual([expected, [`Exported ${count} of 3 reports.`]]);
    await expect.poll(() => threads).toEqual(['started', 'ended']);
  });

  it('stops where its text was changed, for lines mean other reports', async () => {
    user.sees = (step) => {
      if (step.startsWith('rename')) version++;
    };
    await exportReport(extension);
    expect(files()).toEqual({ [`${WATER}.xlsx`]: 0 });
    expect(user.told.join()).toContain('Exported 1 of 3 reports. The text has changed');
  });
});
