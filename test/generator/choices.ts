/** A source of choices. 0 is always the plainest choice. */
export interface Choices {
  /** A whole number from 0 up to, but not including, `count`. */
  below(count: number): number;
}

/**
 * Choices from a seed, the same on every machine; after the first `most` of them only plain ones, so that a smaller
 * `most` makes a plainer report.
 */
export function seeded(seed: number, most = Infinity): Choices {
  let state = seed >>> 0;
  let made = 0;
  return {
    below(count) {
      if (made++ >= most) return 0;
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
    },
  };
}

export const pick = <T>(choices: Choices, items: readonly T[]): T => items[choices.below(items.length)]!;

/** True once in `times`. */
export const once = (choices: Choices, times: number): boolean => choices.below(times) === times - 1;

/** Some of the items, each once in `times`. */
export const some = <T>(choices: Choices, items: readonly T[], times = 2): readonly T[] =>
  items.filter(() => once(choices, times));
