import { seeded } from '../choices';
import { KINDS, sentenceOf } from './counting';
import { DENIAL_KINDS, DENIAL_TRAPS, denyingOf } from './denying';
import { denialsIn, factsIn } from './read';
import { TRAPS } from './traps';

/** How many sentences of a kind were read as they were meant. */
export interface ProseScore {
  readonly name: string;
  readonly sentences: number;
  readonly right: number;
  /** One that was not, and what it was read as. */
  readonly wrong: string | undefined;
}

export interface ProseScores {
  readonly counting: readonly ProseScore[];
  readonly countingTraps: readonly ProseScore[];
  readonly denying: readonly ProseScore[];
  readonly denyingTraps: readonly ProseScore[];
}

/** The same sentences at every run, so many of each kind. */
export function measureProse(sentences: number): ProseScores {
  const measure = (name: string, read: (seed: number) => readonly [string, readonly string[], readonly string[]]) => {
    let right = 0;
    let wrong: string | undefined;
    for (let seed = 1; seed <= sentences; seed++) {
      const [text, meant, found] = read(seed);
      if (meant.toSorted().join() === found.toSorted().join()) right++;
      else wrong ??= `${text} → ${found.join(' ')}`;
    }
    return { name, sentences, right, wrong };
  };
  const measureTraps = (traps: typeof TRAPS, read: (text: string) => readonly string[]) =>
    traps.map(({ name, write }) =>
      measure(name, (seed) => {
        const text = write(seeded(seed));
        return [text, [], read(text)];
      }),
    );
  return {
    counting: KINDS.map((kind) =>
      measure(kind.name, (seed) => {
        const { text, facts } = sentenceOf(kind, seeded(seed));
        return [text, facts, factsIn(text)];
      }),
    ),
    countingTraps: measureTraps(TRAPS, factsIn),
    denying: DENIAL_KINDS.map((kind) =>
      measure(kind.name, (seed) => {
        const { text, denied } = denyingOf(kind, seeded(seed));
        return [text, denied, denialsIn(text)];
      }),
    ),
    denyingTraps: measureTraps(DENIAL_TRAPS, denialsIn),
  };
}
