import { describe, expect, it } from 'vitest';
import { tokenize } from '../../server/src/core/reading/tokenize';
import { Kind } from '../../server/src/core/reading/tokens';
import { Lines } from '../../server/src/core/text/lines';

interface Token {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  readonly column: number;
  readonly place: number;
}

function listed(text: string, walls: readonly number[] = []): readonly Token[] {
  const tokens = tokenize(text, Lines.of(text), walls);
  return Array.from({ length: tokens.count }, (_, i) => ({
    kind: tokens.kind(i),
    start: tokens.start(i),
    end: tokens.end(i),
    column: tokens.column(i),
    place: tokens.place(i),
  }));
}

/** Tokens as they are printed; values in ⟨⟩, empty cells as ∅, ends of rows as ⏎, headings as ‖. */
const tokens = (text: string, walls: readonly number[] = []): string =>
  listed(text, walls)
    .map(({ kind, start, end }) => {
      if (kind === Kind.Value) return `⟨${text.slice(start, end)}⟩`;
      if (kind === Kind.Empty) return '∅';
      if (kind === Kind.RowEnd) return '⏎';
      return kind === Kind.Wall ? '‖' : text.slice(start, end);
    })
    .join(' ');

describe('tokens', () => {
  it.each([
    ['a cell a line', '\t规章\n\t 3 \n\t\n\t-\n\n\t行政许可\n', '规章 ⟨3⟩ ∅ ⟨-⟩ ⏎ 行政许可'],
    ['a wrapped cell', '\t（三）\n\n不予公开\n\t1.属于国家秘密\n\t0\n', '（三） 不予公开 1.属于国家秘密 ⟨0⟩'],
    ['tab-separated rows', '规章\t1\t\t3\n', '规章 ⟨1⟩ ∅ ⟨3⟩ ⏎'],
    ['rows between bars', '| 规章 | 1 |  | 3 |\n', '规章 ⟨1⟩ ∅ ⟨3⟩ ⏎'],
    ['rows with bars behind', '规章 | 1 | 2 | 3 |\n', '规章 ⟨1⟩ ⟨2⟩ ⟨3⟩ ⏎'],
    ['a rule under a head', '| a | b |\n|---|:-:|\n| 1 | 2 |\n', 'a b ⏎ ⟨1⟩ ⟨2⟩ ⏎'],
    ['a cell a line with a bar behind', '规章 |\n0 |\n|\n||\n', '规章 ⟨0⟩ ∅ ⏎'],
    ['a bar on a line of its own', '规章\n|\n0\n|\n|\n', '规章 ⟨0⟩ ∅'],
    ['a row a line', '行政许可 447228 1 0\n', '行政许可 ⟨447228⟩ ⟨1⟩ ⟨0⟩'],
    ['numbers before words', '0 0 0 情形，不计其他情形）\n', '⟨0⟩ ⟨0⟩ ⟨0⟩ 情形，不计其他情形）'],
    [
      'a value with a note',
      '行政规范性文件 22（其中修订 16 件） 3 55\n',
      '行政规范性文件 ⟨22（其中修订 16 件）⟩ ⟨3⟩ ⟨55⟩',
    ],
    ['columns aligned with spaces', '规章        1     2     3\n', '规章 ⟨1⟩ ⟨2⟩ ⟨3⟩'],
    ['page numbers', '规章 1\n- 4 -\n— 5 —\n第 3 页\n行政许可 2\n', '规章 ⟨1⟩ 行政许可 ⟨2⟩'],
    ['a form feed', '规章 1\n\f行政许可 2\n', '规章 ⟨1⟩ 行政许可 ⟨2⟩'],
    ['words that look like nothing', '增长点 2023年\n', '增长点 2023年'],
    ['无 alone on a line', '无\n', '无'],
  ])('are told apart in %s', (_, text, expected) => {
    expect(tokens(text)).toBe(expected);
  });

  it('hold a wall where a heading stands, whatever its words', () => {
    expect(tokens('规章 1\n三、收到 2\n行政许可 3', [1])).toBe('规章 ⟨1⟩ ‖ 行政许可 ⟨3⟩');
  });

  it('tell the column of a cell on a line of several', () => {
    expect(
      listed('\t规章\t\t1\n')
        .filter(({ kind }) => kind !== Kind.RowEnd)
        .map(({ column }) => column),
    ).toEqual([0, 1, 2, 3]);
  });

  it('place an empty cell behind its separator', () => {
    expect(
      listed('规章\t1\t\t3\n')
        .filter(({ kind }) => kind === Kind.Empty)
        .map(({ start, end }) => [start, end]),
    ).toEqual([[5, 5]]);
  });

  it('join the words of all lines into one string, each token at its place', () => {
    const text = '\t（三）\n\n不予公开\n\t0\n';
    expect(tokenize(text, Lines.of(text), []).folded).toContain('(三)不予公开');
    const places = listed(text).map(({ place }) => place);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});
