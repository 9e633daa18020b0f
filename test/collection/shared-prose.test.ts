import { describe, expect, it } from 'vitest';
import { nianbao, temporaryFolder } from '../support/command-line';
import { ownProse, reportWithProse } from '../support/own-prose';

describe('compare --shared', () => {
  const { write } = temporaryFolder();

  it('tells bodies that share their prose, and none of its own earlier reports', async () => {
    write('a.txt', reportWithProse('青禾县水务局', ownProse(1, 40)));
    write('b.txt', reportWithProse('青禾县司法局', ownProse(1, 40)));
    write('c.txt', reportWithProse('青禾县民政局', ownProse(2, 40)));
    write('d.txt', reportWithProse('青禾县民政局', ownProse(2, 40), 2022));
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
    const other = reportWithProse('青禾县民政局', ownProse(2, 40));
    write('a.txt', reportWithProse('青禾县水务局', ownProse(1, 40)));
    write('汇编.txt', `${other}\n${reportWithProse('青禾县司法局', ownProse(1, 40))}`);
    const { out } = await nianbao('compare', '--shared', '.');
    expect(out).toBe(`a.txt | 汇编.txt:${other.split('\n').length + 1}: 文字有 100% 相同\n`);
  });
});
