import { describe, expect, it } from 'vitest';
import { sharedProse, shinglesOf } from '../../server/src/core/index';
import { readOne } from '../support/findings';
import { ownProse, reportWithProse } from '../support/own-prose';

const shingles = (text: string): Uint32Array => shinglesOf(readOne(reportWithProse('青禾县水务局', text)));

describe('prose that reports share', () => {
  it('is counted pair by pair, the most alike first', () => {
    const [a, b, c] = [ownProse(1, 40), ownProse(2, 40), ownProse(3, 40)];
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

  const counting = (from: number, count: number): Uint32Array =>
    Uint32Array.from({ length: count }, (_, i) => from + i);
  const pairs = (texts: readonly Uint32Array[], least = 0.5) =>
    sharedProse(texts, least).map(({ one, other, share }) => [one, other, share]);

  it('is told from the least share on, measured by the shorter text', () => {
    expect(pairs([counting(0, 10), counting(5, 20)])).toEqual([[0, 1, 0.5]]);
    expect(pairs([counting(0, 20), counting(15, 10)])).toEqual([[0, 1, 0.5]]);
    expect(pairs([counting(0, 10), counting(6, 20)])).toEqual([]);
    expect(pairs([counting(0, 10), counting(6, 20)], 0.4)).toEqual([[0, 1, 0.4]]);
    expect(pairs([counting(0, 10), counting(100, 10)], 0.1)).toEqual([]);
  });

  it('comes with the most alike first, else in the order of the texts', () => {
    const [a, b] = [counting(0, 10), counting(0, 10)];
    expect(pairs([a, counting(4, 10), b, counting(0, 10)])).toEqual([
      [0, 2, 1],
      [0, 3, 1],
      [2, 3, 1],
      [0, 1, 0.6],
      [1, 2, 0.6],
      [1, 3, 0.6],
    ]);
  });

  it('is not told of texts that have few stretches', () => {
    expect(pairs([counting(0, 7), counting(0, 20)])).toEqual([]);
    expect(pairs([counting(0, 8), counting(0, 20)])).toEqual([[0, 1, 1]]);
  });

  it('is not looked for where there is little prose', () => {
    expect(shingles('逐条核对。')).toHaveLength(0);
  });
});
