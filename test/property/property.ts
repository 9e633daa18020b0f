import fc from 'fast-check';
import { it } from 'vitest';

/**
 * The usual run is short and tries the same examples everywhere. NIANBAO_RUNS=2000 tries every property so many times
 * on fresh examples, NIANBAO_SEED=… repeats such a run. NIANBAO_QUICK=1 is for runs of many versions of the program:
 * few examples are tried, and of the first that fails no smaller one is looked for.
 */
const RUNS = Number(process.env['NIANBAO_RUNS'] ?? 0);
const SEED = process.env['NIANBAO_SEED'] ?? (RUNS > 0 ? undefined : '20210926');
const QUICK = process.env['NIANBAO_QUICK'] !== undefined;
const MOST_QUICK_RUNS = 10;

/** A test that a property holds for `usual` examples, or for as many as the environment asks for. */
export function holds<T>(name: string, usual: number, property: fc.IRawProperty<T>): void {
  const numRuns = QUICK ? Math.min(usual, MOST_QUICK_RUNS) : Math.max(usual, RUNS);
  const seeded = SEED === undefined ? {} : { seed: Number(SEED) };
  const parameters = { numRuns, endOnFailure: QUICK, ...seeded };
  it(name, async () => fc.assert(property, parameters), 20_000 + 500 * numRuns);
}
