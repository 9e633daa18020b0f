import { describe, expect, it } from 'vitest';
import { ahead } from '../../server/src/lsp/ahead';

describe('works that are begun ahead', () => {
  it('come in the order of their items, a few of them under way at once', async () => {
    const ends = new Map<number, () => void>();
    const work = (item: number): Promise<number> => new Promise((resolve) => ends.set(item, () => resolve(10 * item)));
    const results: number[] = [];
    let most = 0;
    for await (const [item, result] of ahead([1, 2, 3, 4, 5, 6], work)) {
      most = Math.max(most, ends.size);
      for (const [begun, end] of [...ends].reverse()) {
        end();
        if (begun <= item) ends.delete(begun);
      }
      results.push(await result);
    }
    expect(results).toEqual([10, 20, 30, 40, 50, 60]);
    expect(most).toBe(4);
  });

  it('fail in their turn, and hold up none of the others', async () => {
    const results: string[] = [];
    const work = async (item: string): Promise<string> => {
      if (item === 'b') throw new Error('b');
      return item;
    };
    for await (const [, result] of ahead(['a', 'b', 'c'], work))
      results.push(await result.catch((error: Error) => `${error.message} failed`));
    expect(results).toEqual(['a', 'b failed', 'c']);
  });

  it('that were begun are ended where no further ones shall be', async () => {
    const begun: number[] = [];
    const done: number[] = [];
    const work = async (item: number): Promise<void> => void begun.push(item);
    for await (const [item] of ahead([1, 2, 3, 4, 5, 6], work, () => done.length < 1)) done.push(item);
    expect(done).toEqual(begun);
    expect(done).toEqual([1, 2, 3, 4]);
  });
});
