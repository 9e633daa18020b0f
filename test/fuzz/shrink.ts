import { seeded } from '../generator/choices';
import { Broken, type Law } from './laws/law';
import { made, plainer, type Input, type Recipe } from './recipe';

/**
 * What a law says of an input: the words of the fault, the same wherever that fault shows, or nothing where the law
 * holds.
 */
export function faultIn(
  law: Law,
  input: Input,
  seed: number,
): { readonly fault: string; readonly message: string } | undefined {
  try {
    law.holds(input, seeded(seed));
    return undefined;
  } catch (error) {
    if (error instanceof Broken) return { fault: error.fault, message: error.message };
    const { message, stack = '' } = ((error as Error).cause ?? error) as Error;
    // Code that was bundled in memory has its own text as its address.
    const trace = stack.replace(/\(?data:[^)\s]*\)?/g, '');
    const place = /\n\s+at (\S+)/.exec(trace)?.[1] ?? 'nowhere';
    return { fault: `${message.replace(/\d+/g, 'N')} in ${place}`, message: trace };
  }
}

/** A plainer recipe of an input that has the same fault. */
export function plainest(recipe: Recipe, law: Law, seed: number, fault: string): Recipe {
  for (const other of plainer(recipe)) {
    if (faultIn(law, made(other), seed)?.fault === fault) return plainest(other, law, seed, fault);
  }
  return recipe;
}

/**
 * The same fault in fewer lines, where the law looks at the text alone. Halves are left out first, single lines last.
 */
export function shortest(input: Input, law: Law, seed: number, fault: string): Input {
  if (law.of !== 'any') return input;
  const fails = (text: string): boolean => faultIn(law, { text, origin: text }, seed)?.fault === fault;
  let lines: readonly string[] = input.text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  if (!fails(lines.join(''))) return input;
  for (let size = lines.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at < lines.length;) {
      const fewer = lines.toSpliced(at, size);
      if (fails(fewer.join(''))) lines = fewer;
      else at += size;
    }
  }
  const text = lines.join('');
  return { text, origin: text };
}
