import { describe, expect, it } from 'vitest';
import { StepCounter } from './steps';

const counter = await StepCounter.start();
const { PATTERNS } = await import('./patterns');
const { OPERATIONS, subjectOf } = await import('./operations');

/** In UTF-16 units, each four times the one before. */
const SIZES = [1500, 6000, 24_000];
/**
 * By which power of the text's length the steps of a function may grow: sorting and searching by halves pass, loops
 * within loops do not.
 */
const MOST = 1.4;
/** What grows by less is not what takes the time. */
const WORTH_A_LOOK = 10_000;

function everything(text: string): void {
  const subject = subjectOf(text);
  for (const run of Object.values(OPERATIONS)) run(subject);
}

describe('the steps of every function', () => {
  it.each(PATTERNS)(
    'grow no faster than the text: $name',
    async ({ text }) => {
      const counts = [];
      for (const size of SIZES) counts.push(await counter.count(() => everything(text(size))));
      const [small, middle, large] = counts as [Map<string, number>, Map<string, number>, Map<string, number>];
      const steep = [...large].flatMap(([name, most]) => {
        const [least, between] = [small.get(name) ?? 0, middle.get(name) ?? 0];
        // What a text of any length takes is in all three.
        const exponent = Math.log((most - between) / Math.max(1, between - least)) / Math.log(4);
        return most - between > WORTH_A_LOOK && exponent > MOST ? [`${name}: ${least}, ${between}, ${most}`] : [];
      });
      expect(steep).toEqual([]);
    },
    60_000,
  );
});
