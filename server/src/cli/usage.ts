/** The command was called with words that mean nothing; the message says which and what would. */
export class UsageError extends Error {}

/** One of the values that an option takes. */
export function choice<T extends string>(option: string, values: readonly T[], given: string): T {
  if ((values as readonly string[]).includes(given)) return given as T;
  throw new UsageError(`${option} 不能是“${given}”，可用 (must be one of): ${values.join(', ')}`);
}
