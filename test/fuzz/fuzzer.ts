import { seeded, type Choices } from '../generator/choices';
import type { Law } from './laws/law';
import { made, printed, printsFrom, randomSeed, slipped, slipsFrom, told, type Input, type Recipe } from './recipe';
import { faultIn, plainest, shortest } from './shrink';

/** A fault with the smallest input that was found to have it. */
export interface Failure extends Input {
  readonly law: string;
  readonly seed: number;
  readonly fault: string;
  readonly message: string;
  /** Layout, noises and slips of which the input was made. */
  readonly madeOf: string;
}

/** Inputs that are made of the same printed reports: printing takes as long as reading. */
const INPUTS_A_PRINT = 4;

/**
 * Holds laws against made-up reports, one law an input in turn. The same seed gives the same inputs in the same order.
 */
export class Fuzzer {
  private readonly choices: Choices;
  private prints: Recipe['prints'] = [];
  private origin = '';
  /** Inputs by law. */
  readonly tried = new Map<string, number>();
  /** Failing inputs by the fault that they have. */
  readonly faults = new Map<string, number>();
  count = 0;
  failed = 0;

  constructor(
    seed: number,
    private readonly laws: readonly Law[],
  ) {
    this.choices = seeded(seed);
  }

  /** Tries one input. A fault is told once, with a small input; after that it is only counted. */
  next(): Failure | undefined {
    const law = this.laws[this.count % this.laws.length]!;
    if (this.count % INPUTS_A_PRINT === 0 || law.of === 'clean') {
      this.prints = printsFrom(this.choices);
      this.origin = printed(this.prints);
    }
    const slips = law.of === 'clean' ? [] : slipsFrom(this.choices, law.slips);
    const seed = randomSeed(this.choices);
    this.count++;
    this.tried.set(law.id, (this.tried.get(law.id) ?? 0) + 1);
    const found = faultIn(law, { text: slipped(this.origin, slips), origin: this.origin }, seed);
    if (found === undefined) return undefined;
    this.failed++;
    const name = `${law.id}: ${found.fault}`;
    const times = (this.faults.get(name) ?? 0) + 1;
    this.faults.set(name, times);
    return times > 1 ? undefined : smallest({ prints: this.prints, slips }, law, seed, found.fault);
  }
}

function smallest(recipe: Recipe, law: Law, seed: number, fault: string): Failure {
  const plain = plainest(recipe, law, seed, fault);
  const input = shortest(made(plain), law, seed, fault);
  const message = faultIn(law, input, seed)?.message ?? fault;
  return { law: law.id, seed, fault, message, madeOf: told(plain), ...input };
}
