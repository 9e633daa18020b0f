import fc from 'fast-check';
import { it } from 'vitest';

/**
 * The usual run is short and tries the same examples everywhere. NIANBAO_RUNS=2000 tries every property so many times
 * on fresh examples, NIANBAO_SEED=… repeats such a run.
 */
const RUNS = Number(process.env['NIANBAO_RUNS'] ?? 0);
const SEED = process.env['NIANBAO_SEED'] ?? (RUNS > 0 ? undefined : '20210926');

/** A test that a property holds for `usual` examples, or for as many as the environment asks for. */
export function holds<T>(name: string, usual: number, property: fc.IRawProperty<T>): void {
  const numRuns = Math.max(usual, RUNS);
  const parameters = SEED === undefined ? { numRuns } : { numRuns, seed: Number(SEED) };
  it(name, async () => fc.assert(property, parameters), 20_000 + 500 * numRuns);
}
