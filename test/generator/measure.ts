import { check, DEFAULT_SETTINGS } from '../../server/src/core/index';
import { readOne } from '../support/findings';
import { seeded, some } from './choices';
import { DIALECTS, LAYOUTS } from './layouts/index';
import { fits, NOISES, type Noise } from './noise';
import { printReport } from './print-report';
import { misread } from './reading';
import type { Layout } from './style';
import { validReport } from './valid-report';

/**
 * How well generated reports in which all is right were read: what was read otherwise or found in them is the reader's
 * fault.
 */
export interface Score {
  readonly reports: number;
  readonly cells: number;
  readonly right: number;
  /** Errors and warnings, and sums called wrong among them. */
  readonly alarms: number;
  readonly sums: number;
  /** Remarks and hints. */
  readonly remarks: number;
}

export interface LayoutScores {
  readonly layout: Layout;
  /** As the layout is, and under any of the noises together. */
  readonly plain: Score;
  readonly noisy: Score;
}

export function measureLayouts(reports: number): readonly LayoutScores[] {
  return [...LAYOUTS, ...DIALECTS].map((layout) => ({
    layout,
    plain: measure(reports, [layout], () => []),
    noisy: measure(reports, [layout], (below) => some({ below }, NOISES, 3)),
  }));
}

/** Each noise alone, in all layouts that can show it and keep labels and values together. */
export function measureNoises(reports: number): readonly { readonly noise: Noise; readonly score: Score }[] {
  const readable = [...LAYOUTS, ...DIALECTS].filter(({ torn }) => !torn);
  return NOISES.map((noise) => {
    const layouts = readable.filter(({ id }) => fits(noise, id));
    return { noise, score: measure(Math.ceil(reports / layouts.length), layouts, () => [noise]) };
  });
}

function measure(
  reports: number,
  layouts: readonly Layout[],
  noisesOf: (below: (count: number) => number) => readonly Noise[],
): Score {
  const score = { reports: 0, cells: 0, right: 0, alarms: 0, sums: 0, remarks: 0 };
  for (const layout of layouts) {
    for (let seed = 1; seed <= reports; seed++) {
      const choices = seeded(seed);
      const report = validReport(choices);
      const read = readOne(
        printReport(
          report,
          layout,
          noisesOf((count) => choices.below(count)),
          choices,
        ),
      );
      const findings = check(read, DEFAULT_SETTINGS);
      const alarms = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
      score.reports++;
      score.cells += report.cells.size;
      score.right += report.cells.size - misread(read, report).filter((line) => line.includes('/')).length;
      score.alarms += alarms.length;
      score.sums += alarms.filter(({ rule }) => rule.category === 'arithmetic').length;
      score.remarks += findings.length - alarms.length;
    }
  }
  return score;
}
