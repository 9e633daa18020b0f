import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ApplyWorkspaceEditParams } from 'vscode-languageserver';
import { FolderCheck } from '../../client/src/common/reviewing/folder-check';
import { Overview } from '../../client/src/common/reviewing/overview';
import {
  TakeBackRequest,
  type LapsedOfConfig,
  type LapsedOverview,
  type TakeBackResult,
} from '../../server/src/lsp/protocol';
import { startClient, storedFiles, withEdits, type Client } from '../support/lsp-harness';
import { buildReport } from '../support/report-builder';
import { FAULTY, SOUND } from './texts';

const FOLDER = 'file:///reports';
const CONFIG = `${FOLDER}/nianbao.config.json`;
const of = (name: string): string => `${FOLDER}/${name}`;
const BODY = '青禾县水务局';
const CONFIRMED = {
  rule: 'row-total-mismatch',
  body: BODY,
  row: 'new',
  column: 'total',
  kind: 'confirmed',
  reason: '与台账一致',
  by: '李明',
  date: '2024-01-20',
};

/** Nothing is written in it yet behind the first row. */
const FILLED_IN = buildReport({ edition: '2021', values: { new: [8, 2, 0, 0, 0, 0, 10] } })
  .split('\n')
  .map((line) => (line.includes('本年新收') ? line : line.replaceAll(/\t0(?=\t|$)/g, '\t')))
  .join('\n');

let client: Client;
let files: Map<string, string>;
/** The configuration as the editor has it. */
let config: string;
beforeEach(() => {
  files = new Map();
});
afterEach(() => client.stop());

const configure = (value: unknown): void => {
  config = typeof value === 'string' ? value : JSON.stringify(value, undefined, 2);
  files.set(CONFIG, config);
};

async function open(folder = FOLDER): Promise<void> {
  const stored = storedFiles(files);
  const list = async (): Promise<readonly string[]> =>
    [...files.keys()].filter((uri) => uri !== CONFIG && uri.startsWith(`${folder}/`));
  client = await startClient({
    folder,
    runtime: { files: { ...stored, list } },
    answers: {
      'workspace/applyEdit': ({ edit }: ApplyWorkspaceEditParams) => {
        for (const change of edit.documentChanges ?? [])
          if ('edits' in change) config = withEdits(config, change.edits as never);
        files.set(CONFIG, config);
        void client.connection.sendNotification('workspace/didChangeWatchedFiles', {
          changes: [{ uri: CONFIG, type: 2 }],
        });
        return { applied: true };
      },
    },
  });
}

/** What a check of the folder tells at its end, as the extension hears it. */
async function lapsed(): Promise<readonly LapsedOfConfig[]> {
  let told: readonly LapsedOfConfig[] = [];
  await new FolderCheck(
    new Overview(),
    (method, params) => client.request(method, params),
    (progress) => (told = progress.lapsed ?? told),
  ).update();
  return told;
}
const entries = async (): Promise<readonly LapsedOverview[]> => (await lapsed()).flatMap((one) => one.entries);
const reasons = async (): Promise<readonly string[]> =>
  (await entries()).map(({ ignore, why }) => `${ignore.rule} ${why}`);

/** What the server writes itself when the finding is confirmed now. */
async function confirmedNow(text: string): Promise<readonly string[]> {
  files.set(of('a.txt'), text);
  await open();
  client.open(of('a.txt'), text);
  const finding = (await client.diagnostics(of('a.txt'))).find(({ code }) => code === 'row-total-mismatch')!;
  const [action] = (await client.quickFixes(of('a.txt'), finding)).filter(
    ({ command }) => command?.command === 'nianbao.server.confirm',
  );
  const { written } = await client.request<{ written: { ignore: { states: readonly string[] } } }>(
    'workspace/executeCommand',
    { command: action!.command!.command, arguments: action!.command!.arguments },
  );
  await client.stop();
  return written.ignore.states;
}

describe('what is written of findings', () => {
  it('stands as long as they are found', async () => {
    configure({});
    const states = await confirmedNow(FAULTY);
    configure({
      ignores: [
        { ...CONFIRMED, states },
        { rule: 'dash-for-zero', reason: '惯例' },
      ],
    });
    await open();
    expect(await entries()).toEqual([]);
  });

  it('has lapsed when a value is another, and says so with who said it', async () => {
    configure({});
    const states = await confirmedNow(FAULTY);
    configure({ ignores: [{ ...CONFIRMED, states }] });
    files.set(of('a.txt'), FAULTY.replace(/(本年新收.*)\t4/, '$1\t5'));
    await open();
    const [{ config: file, entries: found }] = (await lapsed()) as [LapsedOfConfig];
    expect([file, found]).toMatchObject([CONFIG, [{ ignore: { ...CONFIRMED, states }, why: 'changed' }]]);
    const { start, end } = found[0]!.range!;
    const lines = config.split('\n').slice(start.line, end.line + 1);
    expect(JSON.parse(lines.join('\n'))).toEqual({ ...CONFIRMED, states });
    expect(found[0]!.line).toBe(
      `经核实无误，已失效：数值已变：${BODY} · 行总计不等于各列之和 · new · total（与台账一致，李明，2024-01-20）`,
    );
  });

  it('has lapsed when nothing is found there any more', async () => {
    configure({ ignores: [CONFIRMED, { rule: 'dash-for-zero', year: 2024, reason: '惯例' }] });
    files.set(of('a.txt'), SOUND);
    await open();
    expect(await reasons()).toEqual(['row-total-mismatch gone', 'dash-for-zero gone']);
  });

  it('stands where one of several years or copies bears it out', async () => {
    configure({ ignores: [CONFIRMED] });
    files.set(of('a.txt'), FAULTY);
    files.set(of('b.txt'), SOUND.replaceAll('2024', '2025'));
    await open();
    expect(await entries()).toEqual([]);
  });

  it('stands beside another entry that sets the same finding aside', async () => {
    configure({ ignores: [{ rule: 'row-total-mismatch', reason: '全县如此' }, CONFIRMED] });
    files.set(of('a.txt'), FAULTY);
    await open();
    expect(await entries()).toEqual([]);
  });

  it.each([
    ['the report is not there', { ignores: [{ ...CONFIRMED, body: '青禾县司法局' }] }, SOUND],
    ['the report of its year is not there', { ignores: [{ ...CONFIRMED, year: 2019 }] }, SOUND],
    ['the rule is off', { rules: { 'row-total-mismatch': 'off' }, ignores: [CONFIRMED] }, SOUND],
    ['the report is being filled in', { ignores: [CONFIRMED] }, FILLED_IN],
  ])('is not said to have lapsed where %s', async (_, written, text) => {
    configure(written);
    files.set(of('a.txt'), text);
    await open();
    expect(await entries()).toEqual([]);
  });

  it('above the open folder is told of only where it names a report of it', async () => {
    configure({ ignores: [CONFIRMED, { ...CONFIRMED, year: 2024 }] });
    files.set(of('2023/a.txt'), SOUND);
    await open(`${FOLDER}/2023`);
    expect((await entries()).map(({ ignore }) => ignore.year)).toEqual([2024]);
  });
});

describe('what has lapsed', () => {
  it('is taken back in one change that leaves the rest as it was', async () => {
    configure(`{
  // 全县
  "rules": { "thin-section": "off" },
  "ignores": [
    { "rule": "dash-for-zero", "reason": "惯例" }, // 各局都这样写
    { "rule": "row-total-mismatch", "body": "${BODY}", "reason": "已核对" },
    { "rule": "misnumbered-section", "reason": "样式" },
    { "rule": "balance-mismatch", "body": "${BODY}", "reason": "已核对" },
  ],
}
`);
    files.set(of('a.txt'), SOUND.replace('六、', '6、'));
    await open();
    const [{ config: file, entries: found }] = (await lapsed()) as [LapsedOfConfig];
    expect(found.map(({ ignore }) => ignore.rule)).toEqual(['dash-for-zero', 'row-total-mismatch', 'balance-mismatch']);
    const ignores = found.slice(1).map(({ ignore }) => ignore);
    const before = config;
    expect(await client.request<TakeBackResult>(TakeBackRequest, { config: file, ignores })).toEqual({ taken: true });
    expect(config).toContain('{ "rule": "dash-for-zero", "reason": "惯例" }, // 各局都这样写');
    expect(config.split('\n').slice(0, 4)).toEqual(before.split('\n').slice(0, 4));
    await expect.poll(reasons, { timeout: 10_000 }).toEqual(['dash-for-zero gone']);
  });

  it('that somebody took out meanwhile is told of, and nothing is changed', async () => {
    configure({ ignores: [{ rule: 'dash-for-zero', reason: '惯例' }] });
    files.set(of('a.txt'), SOUND);
    await open();
    const before = config;
    const params = { config: CONFIG, ignores: [CONFIRMED] };
    expect(await client.request<TakeBackResult>(TakeBackRequest, params)).toEqual({ taken: false });
    expect(config).toBe(before);
  });
});
