import { describe, expect, it } from 'vitest';
import { readDocument, sharedProse, shinglesOf } from '../../server/src/core/index';
import { nianbao, temporaryFolder } from '../support/command-line';
import { buildReport } from '../support/report-builder';

const prose = (seed: number, count: number): string =>
  Array.from(
    { length: count },
    (_, i) =>
      `${String.fromCharCode(0x4e00 + seed * 97 + i * 13)}类事项${(seed + 3) * (i + 7)}项由${String.fromCharCode(0x5000 + seed * 31 + i * 7)}科核对后公布。`,
  ).join('');
const report = (body: string, text: string, year = 2023): string =>
  buildReport({ edition: '2021', year, body }).replace('逐条核对发布日期。', text);
const shingles = (text: string): Uint32Array =>
  shinglesOf(readDocument(report('青禾县水务局', text)).segments[0]!.report);

describe('prose that reports share', () => {
  it('is counted pair by pair, the most alike first', () => {
    const [a, b, c] = [prose(1, 40), prose(2, 40), prose(3, 40)];
    const texts = [a, b, a, `${a}${b}`, c].map(shingles);
    const pairs = sharedProse(texts, 0.5)
      .map(({ one, other, share }) => [one, other, share > 0.9])
      .sort();
    expect(pairs).toEqual([
      [0, 2, true],
      [0, 3, true],
      [1, 3, true],
      [2, 3, true],
    ]);
    expect(sharedProse([texts[0]!, texts[0]!], 0.5)[0]!.share).toBe(1);
  });

  it('is not looked for where there is little prose', () => {
    expect(shingles('逐条核对。')).toHaveLength(0);
  });
});

describe('compare --shared', () => {
  const { write } = temporaryFolder();

  it('tells bodies that share their prose, and none of its own earlier reports', async () => {
    write('a.txt', report('青禾县水务局', prose(1, 40)));
    write('b.txt', report('青禾县司法局', prose(1, 40)));
    write('c.txt', report('青禾县民政局', prose(2, 40)));
    write('d.txt', report('青禾县民政局', prose(2, 40), 2022));
    const { out, err, status } = await nianbao('compare', '--shared', '.');
    expect([status, out, err]).toEqual([
      0,
      'a.txt | b.txt: 文字有 100% 相同\n',
      'nianbao: 共 4 份，1 对文字雷同过半\n',
    ]);
    const { pairs } = JSON.parse((await nianbao('compare', '--shared', '--format', 'json', '.')).out) as {
      pairs: object[];
    };
    expect(pairs).toMatchObject([{ one: { body: '青禾县水务局' }, other: { body: '青禾县司法局' }, share: 1 }]);
  });

  it('says which report of a volume it is', async () => {
    const other = report('青禾县民政局', prose(2, 40));
    write('a.txt', report('青禾县水务局', prose(1, 40)));
    write('汇编.txt', `${other}\n${report('青禾县司法局', prose(1, 40))}`);
    const { out } = await nianbao('compare', '--shared', '.');
    expect(out).toBe(`a.txt | 汇编.txt:${other.split('\n').length + 1}: 文字有 100% 相同\n`);
  });
});
