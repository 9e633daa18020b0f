import type { Report } from '../model/report';
import type { Hint } from '../sums/slips';
import type { Fact } from './facts';
import { readingsOf } from './quantities';

/** What the prose says for a changed value: a number that is tied to that one cell confirms it, or confirms the value as it stands. */
export function proseHint(report: Report, facts: readonly Fact[]): Hint {
  const said = facts.flatMap(({ quantities, value }) =>
    readingsOf(report, quantities)
      .filter((cells) => cells.length === 1)
      .map(([only]) => ({ cell: only!.cell, value })),
  );
  return ({ place, from, to }) => {
    const values = said.filter(({ cell }) => cell === place.cell).map(({ value }) => value);
    return values.includes(to) ? 1 : values.includes(from) ? -1 : 0;
  };
}
