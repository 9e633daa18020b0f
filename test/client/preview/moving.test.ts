import { describe, expect, it } from 'vitest';
import { moved, valuesOf } from '../../../client/src/preview/grid';
import { interpolated, rising, swapped } from '../../../client/src/preview/interpolate';
import { newNonce, pageOf } from '../../../client/src/common/preview/page';

const values = [['a1', 'a2', 'a3'], ['b1', 'b2', 'b3'], ['c1']];

describe('moving among cells', () => {
  it.each([
    ['a1', 'right', 'a2'],
    ['a1', 'left', undefined],
    ['a1', 'up', undefined],
    ['a2', 'down', 'b2'],
    ['b3', 'down', 'c1'],
    ['c1', 'down', undefined],
    ['a3', 'next', 'b1'],
    ['b1', 'previous', 'a3'],
    ['c1', 'next', undefined],
    ['a1', 'previous', undefined],
    ['b2', 'first', 'b1'],
    ['b2', 'last', 'b3'],
    ['x', 'next', undefined],
  ] as const)('%s %s leads to %s', (from, move, to) => expect(moved(values, from, move)).toBe(to));

  it('knows values alone', () => {
    const label = { kind: 'label', text: '规章', columns: 1, lines: 1, findings: [] } as const;
    const value = { ...label, kind: 'value', name: '规章 · 数', place: { row: 'r', column: 'c' } } as const;
    const lines = [[label], [label, value]];
    expect(valuesOf({ kind: 'table', id: 'review', caption: '', at: [0, 9], headerLines: 1, lines })).toEqual([
      ['review r c'],
    ]);
  });
});

describe('scrolling', () => {
  it('goes by the parts that are above each other in text and page alike', () => {
    // Two cells of a line, and a merged one that stands further up than its place in the text.
    expect(
      rising([
        [0, 0],
        [10, 100],
        [12, 100],
        [20, 50],
        [30, 300],
      ]),
    ).toEqual([
      [0, 0],
      [10, 100],
      [30, 300],
    ]);
  });

  it('lies between two parts as far as in the text, and comes back to where it was', () => {
    const points = [
      [0, 0],
      [10, 100],
      [30, 300],
    ] as const;
    expect([-5, 0, 5, 20, 30, 99].map((x) => interpolated(points, x))).toEqual([0, 0, 50, 200, 300, 300]);
    for (const x of [0, 3, 17, 29]) expect(interpolated(swapped(points), interpolated(points, x)!)).toBe(x);
    expect(interpolated([], 5)).toBeUndefined();
  });
});

describe('the frame of the page', () => {
  const parts = {
    language: 'zh-CN',
    title: '<b>预览</b>',
    script: "const ends = '</script><!--<script>';",
    style: 'p { content: "</style><b>" }',
    nonce: newNonce(),
    words: { findings: '"><script>' } as never,
  };

  it('runs its own script alone and loads nothing else', () => {
    const page = pageOf(parts);
    const [, policy] = /Content-Security-Policy" content="([^"]+)"/.exec(page)!;
    expect(policy!.split('; ')).toEqual([
      "default-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      `style-src 'nonce-${parts.nonce}'`,
      `script-src 'nonce-${parts.nonce}'`,
    ]);
    expect(policy).not.toMatch(/unsafe|\*|https:;/);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page.match(/<\/script|<\/style|<!--/g)).toEqual(['</style', '</script']);
    expect(page).not.toMatch(/<b>预览|\s(?:src|href)=/);
  });

  it('has another nonce each time', () => {
    expect(newNonce()).toMatch(/^[0-9a-f]{32}$/);
    expect(newNonce()).not.toBe(newNonce());
  });
});
