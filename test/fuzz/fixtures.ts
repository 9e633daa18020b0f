import type { Failure } from './fuzzer';
import { faultIn } from './shrink';
import { LAWS } from './laws/index';

/** A failure as a file keeps it: every character as it is, a line of the text on a line of its own. */
interface Fixture {
  readonly law: string;
  readonly seed: number;
  readonly fault: string;
  readonly text: readonly string[];
  /** What the text was before the slips, where the law looks at both. */
  readonly origin?: readonly string[];
}

const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

export function asFixture({ law, seed, fault, text, origin }: Failure): string {
  const fixture: Fixture = {
    law,
    seed,
    fault,
    text: linesOf(text),
    ...(origin === text ? {} : { origin: linesOf(origin) }),
  };
  return `${JSON.stringify(fixture, null, 2)}\n`;
}

/** What is wrong with a kept failure today; nothing once it is mended. */
export function replay(file: string): string | undefined {
  const { law: id, seed, text: lines, origin } = JSON.parse(file) as Fixture;
  const law = LAWS.find((one) => one.id === id);
  if (law === undefined) return `There is no law ${id}`;
  const text = lines.join('');
  return faultIn(law, { text, origin: origin?.join('') ?? text }, seed)?.message;
}
