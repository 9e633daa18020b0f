import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nianbao, temporaryFolder } from '../support/command-line';
import { buildReport } from '../support/report-builder';

const { at, write } = temporaryFolder();
const text = (layout: 'tsv' | 'cells', total = 2): string =>
  buildReport({ edition: '2021', year: 2023, layout, values: { new: [1, 0, 0, 0, 0, 0, total] } }).replace(
    '五、',
    '5、',
  );

interface Checked {
  readonly files: readonly { readonly findings: readonly { readonly rule: string }[] }[];
  readonly summary: { readonly accepted: number; readonly errors: number };
}
const checked = async (...args: readonly string[]): Promise<Checked> =>
  JSON.parse((await nianbao('check', '--format', 'json', ...args)).out) as Checked;

describe('a baseline', () => {
  it('accepts what is there wherever it moves to, and tells what is new', async () => {
    const file = write('甲/a.txt', text('tsv'));
    const first = await nianbao('check', '--write-baseline', 'base.json', '.');
    expect(first.status).toBe(1);
    writeFileSync(file, text('tsv').replace('（一）主动公开\n', '本年工作平稳。\n（一）主动公开\n'));
    for (const place of ['.', '甲', '甲/a.txt']) {
      const { summary, files } = await checked('--baseline', 'base.json', place);
      expect([summary.errors, files[0]!.findings, summary.accepted > 0]).toEqual([0, [], true]);
    }
    expect((await nianbao('check', '--baseline', 'base.json', '.')).out).toMatch(/另有 \d+ 处已列入基线/);
    writeFileSync(file, text('tsv').replace('六、', '6、'));
    const { files } = await checked('--baseline', 'base.json', '.');
    expect(files[0]!.findings.map(({ rule }) => rule)).toEqual(['misnumbered-section']);
  });

  it('does not take another mistake on a line that reads the same for the one that it knows', async () => {
    const file = write(
      'a.txt',
      buildReport({
        edition: '2021',
        layout: 'cells',
        values: { granted: [1, 0, 0, 0, 0, 0, 2], new: [1, 0, 0, 0, 0, 0, 1] },
      }),
    );
    await nianbao('check', '--write-baseline', 'base.json', '.');
    writeFileSync(
      file,
      buildReport({
        edition: '2021',
        layout: 'cells',
        values: { granted: [1, 0, 0, 0, 0, 0, 1], new: [1, 0, 0, 0, 0, 0, 2] },
      }),
    );
    expect((await checked('--baseline', 'base.json', '.')).summary.errors).toBeGreaterThan(0);
  });

  it.each(['', '{}', '{"version":1,"files":[1]}', '{"version":1,"files":{"a":[1]}}'])(
    'that is none (%j) checks nothing',
    async (content) => {
      write('a.txt', text('tsv'));
      write('base.json', content);
      expect(await nianbao('check', '--baseline', 'base.json', 'a.txt')).toMatchObject({ status: 2, out: '' });
      expect((await nianbao('check', '--baseline', 'none.json', 'a.txt')).status).toBe(2);
      expect(readFileSync(at('base.json'), 'utf8')).toBe(content);
    },
  );
});
