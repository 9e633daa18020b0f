import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FolderCheck } from '../../client/src/common/reviewing/folder-check';
import { Overview } from '../../client/src/common/reviewing/overview';
import { nodeFiles } from '../../server/src/files/node-files';
import { temporaryFolder } from '../support/command-line';
import { startClient } from '../support/lsp-harness';
import { buildReport } from '../support/report-builder';

/** What is asked of the disk, by the name of the call. */
const asked = vi.hoisted(() => new Map<string, string[]>());
vi.mock('node:fs/promises', async (original) => {
  const whole = await original<Record<string, unknown>>();
  const counted =
    (name: string) =>
    (place: unknown, ...more: readonly unknown[]) => {
      asked.set(name, [...(asked.get(name) ?? []), String(place)]);
      return (whole[name] as (...given: readonly unknown[]) => unknown)(place, ...more);
    };
  return { ...whole, readdir: counted('readdir'), stat: counted('stat'), open: counted('open') };
});
const count = (name: string): number => asked.get(name)?.length ?? 0;

const { at, write } = temporaryFolder();
const FOLDERS = 40;
const OTHERS = ['jpg', 'png', 'docx', 'ts', 'xlsx'];
const REPORTS = 3;

beforeEach(() => {
  for (let i = 0; i < FOLDERS; i++)
    for (let j = 0; j < 50; j++) write(`附件/${i}/${j}.${OTHERS[j % OTHERS.length]}`, 'x');
  for (let i = 0; i < REPORTS; i++) write(`年报/${i}.txt`, buildReport({ edition: '2021', body: `青禾县第${i}局` }));
  asked.clear();
});
afterEach(() => asked.clear());

describe('a folder with thousands of files that are no reports', () => {
  it('is listed by one look into each folder, and none at the other files', async () => {
    const found = await nodeFiles.list(pathToFileURL(at('.')).href);
    expect(found).toHaveLength(REPORTS);
    // The folder itself, the two in it and those below one of them.
    expect([count('readdir'), count('stat'), count('open')]).toEqual([FOLDERS + 3, REPORTS, 0]);
  });

  it('is checked and shown by what its reports take, whatever else it holds', async () => {
    const client = await startClient({ folder: pathToFileURL(at('.')).href, runtime: { files: nodeFiles } });
    const overview = new Overview();
    const check = new FolderCheck(
      overview,
      (method, params) => client.request(method, params),
      () => undefined,
    );
    await check.update();
    await client.stop();
    expect(overview.reports()).toHaveLength(REPORTS);
    expect(count('readdir')).toBe(FOLDERS + 3);
    const others = [...asked.values()].flat().filter((place) => OTHERS.some((ending) => place.endsWith(`.${ending}`)));
    expect(others).toEqual([]);
    // Each report is read for what it is about, and to be judged.
    expect(asked.get('open')!.filter((place) => place.endsWith('.txt'))).toHaveLength(2 * REPORTS);
  });
});
