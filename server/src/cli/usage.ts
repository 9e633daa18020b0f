/** The command was called with words that mean nothing; the message says which and what would. */
export class UsageError extends Error {}

/** One of the values that an option takes. */
export function choice<T extends string>(option: string, values: readonly T[], given: string): T {
  if ((values as readonly string[]).includes(given)) return given as T;
  throw new UsageError(`${option} 不能是“${given}”，可用 (must be one of): ${values.join(', ')}`);
}

/** A number of things. */
export function count(option: string, given: string): number {
  if (/^\d{1,9}$/.test(given)) return Number(given);
  throw new UsageError(`${option} 要写一个不小于 0 的整数，不能是“${given}” (must be a whole number, 0 or more)`);
}
