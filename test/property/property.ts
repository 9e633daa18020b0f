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
export const holds = <T>(name: string, usual: number, property: fc.IRawProperty<T>): void =>
  attempt(name, runsOf(usual), 0, property);

/** Likewise in tests of so many examples each, where all together take longer than a test should. */
export function holdsInParts<T>(name: string, usual: number, each: number, property: fc.IRawProperty<T>): void {
  const parts = Math.ceil(runsOf(usual) / each);
  for (let part = 0; part < parts; part++) attempt(`${name}, ${part + 1} of ${parts}`, each, part, property);
}

const runsOf = (usual: number): number => (QUICK ? Math.min(usual, MOST_QUICK_RUNS) : Math.max(usual, RUNS));

function attempt<T>(name: string, numRuns: number, part: number, property: fc.IRawProperty<T>): void {
  const seeded = SEED === undefined ? {} : { seed: Number(SEED) + part };
  const parameters = { numRuns, endOnFailure: QUICK, ...seeded };
  it(name, async () => fc.assert(property, parameters), 20_000 + 500 * numRuns);
}
