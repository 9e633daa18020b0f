import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FORMAT_NAMES } from '../../server/src/cli/format';
import { nianbao, started, temporaryFolder } from '../support/command-line';
import { buildReport } from '../support/report-builder';

const { at, write } = temporaryFolder();
const clean = buildReport({ edition: '2021' });
const wrong = buildReport({ edition: '2021', values: { new: { 'natural-person': 3, total: 4 } } }).replace(
  '五、',
  '5、',
);

interface Checked {
  readonly path: string;
  readonly recognised: boolean;
  readonly reason: string | null;
  readonly findings: readonly object[];
  readonly omitted?: number;
}
const filesOf = (out: string) =>
  JSON.parse(out) as {
    missingBodies: [];
    files: Checked[];
    summary: { errors: number; warnings: number; omitted: number };
  };

describe('check', () => {
  it('tells of every file whether it is a report and, where not, why', async () => {
    write('a.txt', clean);
    write('通知.txt', '请各科室于周五前报送材料。\n');
    const { missingBodies, files } = filesOf((await nianbao('check', '--format', 'json', '.')).out);
    expect(missingBodies).toEqual([]);
    expect(files.map(({ recognised, reason }) => [recognised, reason])).toEqual([
      [true, null],
      [false, 'nothing'],
    ]);
  });

  it('prints a report a line as ndjson, each as JSON has it', async () => {
    write('a.txt', wrong);
    write('b.txt', `${clean}\n${clean.replaceAll('2024', '2025')}`);
    const { files } = filesOf((await nianbao('check', '--format', 'json', '.')).out);
    const lines = (await nianbao('check', '--format', 'ndjson', '.')).out.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as Checked)).toEqual(files);
    expect(files).toHaveLength(3);
  });

  it('lists only so many findings of a file, and counts them all', async () => {
    write('a.txt', wrong);
    const all = filesOf((await nianbao('check', '--format', 'json', 'a.txt')).out);
    const total = all.files[0]!.findings.length;
    const few = await nianbao('check', '--format', 'json', '--max-findings', '1', 'a.txt');
    const { files, summary } = filesOf(few.out);
    expect(few.status).toBe(1);
    expect([files[0]!.findings.length, files[0]!.omitted, summary.omitted]).toEqual([1, total - 1, total - 1]);
    expect(summary).toMatchObject({ errors: all.summary.errors, warnings: all.summary.warnings });
    expect((await nianbao('check', '--max-findings', '1', 'a.txt')).out).toContain(`a.txt: 另有 ${total - 1} 处未列出`);
    expect((await nianbao('check', '--max-findings', 'x', 'a.txt')).status).toBe(2);
  });

  it('writes into a file what it would print, and leaves nothing beside it', async () => {
    write('in/a.txt', wrong);
    write('out/r.json', 'old');
    const { out } = await nianbao('check', '--format', 'json', 'in');
    expect((await nianbao('check', '--format', 'json', '--out', 'out/r.json', 'in')).out).toBe('');
    expect(readFileSync(at('out/r.json'), 'utf8')).toBe(out);
    expect(readdirSync(at('out'))).toEqual(['r.json']);
    expect(await nianbao('check', '--out', 'nowhere/r.json', 'in')).toMatchObject({ status: 2, out: '' });
    expect(await nianbao('check', '--out', 'out', 'in')).toMatchObject({ status: 2, out: '' });
  });

  it('prints the same bytes whatever the number of threads, in every format', { timeout: 120_000 }, async () => {
    for (let i = 0; i < 210; i++)
      write(
        `${i % 7}/${i}.txt`,
        i % 3 === 0 ? wrong.replaceAll('青禾县', `青禾${i}县`) : clean.replaceAll('2024', String(2019 + (i % 6))),
      );
    write('0/坏.txt', new Uint8Array([0]));
    for (const format of FORMAT_NAMES) {
      const checked = async (jobs: string) => {
        const { status, err } = await started(['check', '--jobs', jobs, '--format', format, '--out', at('out.tmp')]);
        return { status, err, written: readFileSync(at('out.tmp'), 'latin1') };
      };
      const [one, two] = [await checked('1'), await checked('2')];
      expect(two).toEqual(one);
      expect(one.status).toBe(2);
      expect(one.written.length).toBeGreaterThan(1000);
    }
  });
});

describe('read', () => {
  it('prints a report a line as ndjson', async () => {
    write('a.txt', wrong);
    write('b.txt', clean);
    const { files } = JSON.parse((await nianbao('read', '.')).out) as { files: object[] };
    const lines = (await nianbao('read', '--format', 'ndjson', '.')).out.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual(files);
  });

  it('has a byte order mark for Excel where it is asked for, and names besides ids', async () => {
    write('a.txt', wrong);
    const [plain, marked] = [
      await nianbao('read', '--format', 'csv', 'a.txt'),
      await nianbao('read', '--format', 'csv', '--bom', 'a.txt'),
    ];
    expect(marked.out).toBe(`\ufeff${plain.out}`);
    const names = plain.out
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(',').slice(-3));
    expect(names[0]).toEqual(['table-name', 'row-name', 'column-name']);
    expect(names.slice(1).filter((each) => each.includes(''))).toEqual([]);
  });

  it('for Excel no field is a formula, and a number keeps its sign', async () => {
    write('a.txt', buildReport({ edition: '2021', year: 2023, values: { licensing: ['=1+1'], penalties: ['-5'] } }));
    const lines = async (...more: readonly string[]) =>
      (await nianbao('read', '--format', 'csv', ...more, 'a.txt')).out.split('\r\n');
    expect((await lines()).join()).toContain(',=1+1,');
    const marked = (await lines('--bom')).join();
    expect(marked).toContain(",'=1+1,");
    expect(marked).not.toMatch(/,=|'-5/);
  });
});
