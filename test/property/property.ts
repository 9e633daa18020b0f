import fc from 'fast-check';
import { it } from 'vitest';

/**
 * The usual run is short and tries the same examples everywhere. NIANBAO_RUNS=2000 tries every property so many times
 * on fresh examples, NIANBAO_SEED=… repeats such a run.
 */
const RUNS = Number(process.env['NIANBAO_RUNS'] ?? 0);
const SEED = process.env['NIANBAO_SEED'] ?? (RUNS > 0 ? undefined : '20210926');

/** A test that a property holds for `usual` examples, or for as many as the environment asks for. */
export const holds = <T>(name: string, usual: number, property: fc.IRawProperty<T>): void =>
  attempt(name, Math.max(usual, RUNS), 0, property);

/** Likewise in tests of so many examples each, where all together take longer than a test should. */
export function holdsInParts<T>(name: string, usual: number, each: number, property: fc.IRawProperty<T>): void {
  const parts = Math.ceil(Math.max(usual, RUNS) / each);
  for (let part = 0; part < parts; part++) attempt(`${name}, ${part + 1} of ${parts}`, each, part, property);
}

function attempt<T>(name: string, numRuns: number, part: number, property: fc.IRawProperty<T>): void {
  const parameters = SEED === undefined ? { numRuns } : { numRuns, seed: Number(SEED) + part };
  it(name, async () => fc.assert(property, parameters), 20_000 + 500 * numRuns);
}
