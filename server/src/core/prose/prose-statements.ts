import type { Report } from '../model/report';
import type { Statement } from '../sums/evidence';
import type { Fact } from './facts';
import { readingsOf } from './quantities';

/** What the prose states for single cells: numbers that may be read as one cell alone. */
export const proseStatements = (report: Report, facts: readonly Fact[]): readonly Statement[] =>
  facts.flatMap(({ quantities, value }) =>
    readingsOf(report, quantities)
      .filter((cells) => cells.length === 1)
      .map(([only]): Statement => ({ cell: only!.cell, value, source: 'prose' })),
  );
