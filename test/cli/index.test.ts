import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nianbao, temporaryFolder } from '../support/command-line';
import { buildReport } from '../support/report-builder';

const { at, write } = temporaryFolder();
const row = (value: number): readonly number[] => [value, 0, 0, 0, 0, 0, value];
const report = (body: string, year: number, carried: number): string => {
  const values = { new: row(carried), 'carried-out': row(carried), licensing: [carried] };
  return buildReport({ edition: '2021', year, body, values }).replace('逐条核对发布日期。', PROSE);
};
const PROSE = Array.from({ length: 12 }, (_, i) => `第${i}类文件由经办科室起草时一并标明公开属性。`).join('');
const BODIES = ['水务局', '司法局', '民政局'].map((name) => `青禾县${name}`);

function archive(): void {
  BODIES.forEach((body, i) => {
    write(`2022/${body}.txt`, report(body, 2022, i + 30));
    write(`2023/${body}.txt`, report(body, 2023, 4));
  });
  write('2022/水务局 又一份.txt', report(BODIES[0]!, 2022, 7));
}

interface File {
  readonly path: string;
  readonly findings: readonly object[];
}
const filesOf = async (...args: readonly string[]): Promise<readonly File[]> =>
  (JSON.parse((await nianbao('check', '--format', 'json', ...args)).out) as { files: readonly File[] }).files;

describe('an index', () => {
  it('gives every part of a folder the findings of the whole', async () => {
    archive();
    const whole = (await filesOf('2022', '2023')).filter(({ path }) => path.startsWith('2023'));
    expect(JSON.stringify(whole)).toMatch(
      /carry-over-mismatch[^]*repeated-prose|repeated-prose[^]*carry-over-mismatch/,
    );
    expect(JSON.stringify(whole)).toContain('differing-copies');
    expect((await nianbao('index', '--out', 'last.ndjson', '.')).status).toBe(0);
    const parts = await Promise.all(BODIES.map((body) => filesOf('--last-year-index', 'last.ndjson', `2023/${body}*`)));
    expect(parts.flat()).toEqual(
      [...whole].sort(
        (a, b) => BODIES.findIndex((x) => a.path.includes(x)) - BODIES.findIndex((x) => b.path.includes(x)),
      ),
    );
  });

  it('moves with its folder, and gives way to the files that are there', async () => {
    archive();
    mkdirSync(at('a'));
    renameSync(at('2022'), at('a/2022'));
    await nianbao('index', '--out', 'a/last.ndjson', 'a');
    renameSync(at('a'), at('b'));
    const [file] = await filesOf('--last-year-index', 'b/last.ndjson', `2023/${BODIES[1]!}*`);
    expect(JSON.stringify(file)).toContain(`b/2022/${BODIES[1]!}.txt`);
    write(`b/2022/${BODIES[1]!}.txt`, report(BODIES[1]!, 2022, 0));
    const fresh = await filesOf('--last-year-index', 'b/last.ndjson', `2023/${BODIES[1]!}*`, `b/2022/${BODIES[1]!}*`);
    expect(JSON.stringify(fresh)).not.toContain('carry-over-mismatch');
  });

  it('that is none, or was cut off, ends the run', async () => {
    archive();
    await nianbao('index', '--out', 'last.ndjson', '2022');
    const text = readFileSync(at('last.ndjson'), 'utf8');
    for (const broken of ['', '{}\n', text.slice(0, -40), text.replace('"version":1', '"version":0')]) {
      write('broken.ndjson', broken);
      expect(await nianbao('check', '--last-year-index', 'broken.ndjson', '2023')).toMatchObject({ status: 2 });
    }
    expect((await nianbao('check', '--last-year-index', 'none.ndjson', '2023')).status).toBe(2);
  });
});
