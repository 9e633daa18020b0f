import { readDocument, type Report } from '../../../server/src/core/index';
import type { Choices } from '../../generator/choices';
import type { Input } from '../recipe';

/**
 * Something that is true of every text. `holds` throws where it is not, and so does whatever breaks on the way. The
 * choices say at which of many places or in which of many ways it is tried.
 */
export interface Law {
  readonly id: string;
  readonly says: string;
  /**
   * `clean`: reports in which nothing went wrong. `any`: whatever became of them. `change`: the same, beside what the
   * text was before.
   */
  readonly of: 'clean' | 'any' | 'change';
  /**
   * `few`: no more than two at once. `light`: one that tears nothing apart. Where more would leave a text of which
   * nothing can be said.
   */
  readonly slips?: 'few' | 'light';
  readonly holds: (input: Input, choices: Choices) => void;
}

/** A law of each report of a text. */
export const ofReports = (law: Omit<Law, 'holds' | 'of'>, holds: (report: Report, choices: Choices) => void): Law => ({
  ...law,
  of: 'any',
  holds: ({ text }, choices) => {
    for (const { report } of readDocument(text).segments) holds(report, choices);
  },
});

/** A law that is broken: `fault` names the fault in the same words wherever it shows, `detail` what is special here. */
export class Broken extends Error {
  constructor(
    readonly fault: string,
    detail: string,
  ) {
    super(detail === '' ? fault : `${fault}: ${detail}`);
  }
}

export function must(condition: boolean, fault: string, detail: () => string = () => ''): asserts condition {
  if (!condition) throw new Broken(fault, detail());
}

/** Both lists hold the same; told where they first differ. */
export function mustEqual(found: readonly string[], wanted: readonly string[], fault: string): void {
  const at = found.findIndex((item, i) => item !== wanted[i]);
  if (at < 0 && found.length === wanted.length) return;
  const [was, is] = [wanted, found].map(
    (items) => items[at < 0 ? Math.min(found.length, wanted.length) : at] ?? 'nothing',
  );
  throw new Broken(fault, `${is!} instead of ${was!}`);
}
