import {
  cellOf,
  check,
  contextOf,
  DEFAULT_SETTINGS,
  readDocument,
  rowOf,
  tableOf,
  type EditionId,
  type Report,
} from '../../server/src/core/index';
import { diagnose } from '../../server/src/core/sums/diagnosis';
import { Evidence } from '../../server/src/core/sums/evidence';
import { Amounts } from '../../server/src/core/sums/amounts';
import { identitiesOf } from '../../server/src/core/sums/identities';
import { seeded, type Choices } from '../generator/choices';
import { layoutById } from '../generator/layouts/index';
import { printReport } from '../generator/print-report';
import { validReport, type ValidReport } from '../generator/valid-report';
import { seedSlip, SLIP_KINDS, withMistakes, type Mistake, type SlipKind } from './seeded-slips';

/** How the diagnosis did on seeded slips of one kind. Everything is counted in slips. */
export interface Score {
  readonly slips: number;
  /** The repair offered first, at every finding, restores the report. */
  readonly first: number;
  /** Some repair at every finding does. */
  readonly offered: number;
  /** One smallest repair is far likelier than all others: the messages name a culprit. */
  readonly clear: number;
  readonly clearFirst: number;
  /** A preferred repair is offered. */
  readonly preferred: number;
  /** A preferred repair would change a number that was right. */
  readonly harmful: number;
}

/**
 * Right reports of an edition, the same on every machine. Every other one is that of a small office, whose counts are
 * all below ten.
 */
export function* reportsOf(edition: EditionId, count: number): Iterable<ValidReport> {
  for (let seed = 1, made = 0; made < count; seed++) {
    // After the first choices only zeros: from nearly empty reports to full ones.
    const free = seeded(seed * 7919, 40 + ((seed * 37) % 460));
    const choices: Choices = seed % 2 === 0 ? free : { below: (most) => free.below(most > 1000 ? 10 : most) };
    const report = validReport(choices);
    if (report.edition !== edition) continue;
    made++;
    yield report;
  }
}

export function evaluate(kind: SlipKind, reports: Iterable<ValidReport>): Score {
  const score = { slips: 0, first: 0, offered: 0, clear: 0, clearFirst: 0, preferred: 0, harmful: 0 };
  let seed = 1;
  for (const report of reports) {
    const mistakes = seedSlip(kind, report, seeded(seed++ * 104_729));
    if (mistakes === undefined) continue;
    const outcome = judge(printed(withMistakes(report, mistakes)), mistakes);
    score.slips++;
    score.first += Number(outcome.first);
    score.offered += Number(outcome.offered);
    score.clear += Number(outcome.clear);
    score.clearFirst += Number(outcome.clear && outcome.first);
    score.preferred += Number(outcome.preferred);
    score.harmful += Number(outcome.harmful);
  }
  return score;
}

const printed = (report: ValidReport): string => printReport(report, layoutById('B'), [], seeded(1));
const read = (text: string): Report => readDocument(text).segments[0]!.report;

/** What users are offered where the mistakes were made. */
export function judge(
  text: string,
  mistakes: readonly Mistake[],
): Record<'first' | 'offered' | 'clear' | 'preferred' | 'harmful', boolean> {
  const report = read(text);
  const { sums } = contextOf(report, DEFAULT_SETTINGS);
  const wrong = mistakes.map(({ table, row, column, right }) => ({
    at: cellOf(rowOf(tableOf(report, table)!, row)!, column)!.span.start,
    right,
  }));
  const truth = keyOf(wrong.map(({ at, right }) => [at, String(right)]));
  const findings = check(report, DEFAULT_SETTINGS).filter(({ rule }) => rule.category === 'arithmetic');
  const repairs = findings.map((finding) =>
    finding.repairs().map(({ edits, preferred }) => ({
      preferred,
      edits,
      key: keyOf(edits.map(({ span, newText }) => [span.start, newText])),
    })),
  );
  const preferred = repairs.flat().filter((repair) => repair.preferred);
  const broken = sums.identities.filter((identity) => !sums.amounts.holds(identity));
  return {
    first: repairs.every(([first]) => first?.key === truth),
    offered: repairs.every((own) => own.some(({ key }) => key === truth)),
    clear: broken.every((identity) => sums.faultOf(identity)?.clear === true),
    preferred: preferred.length > 0,
    harmful: preferred.some(({ edits }) => edits.some(({ span }) => !wrong.some(({ at }) => at === span.start))),
  };
}

const keyOf = (edits: readonly (readonly [number, string])[]): string =>
  edits
    .map((edit) => edit.join('='))
    .sort()
    .join(' ');

/** How long diagnoses took, in milliseconds, and what share of the time to read the same report that is. */
export interface Timing {
  readonly reports: number;
  readonly median: number;
  readonly longest: number;
  readonly ratio: number;
  readonly longestRatio: number;
  readonly harmful: number;
}

/** Each time is the best of several: what the diagnosis takes, not what else the machine does. */
const REPEATS = 5;

/** Times the diagnosis of reports with so many independent slips, of one cell each or of any kind. */
export function time(faults: number, kinds: readonly SlipKind[], reports: Iterable<ValidReport>): Timing {
  const times: number[] = [];
  const ratios: number[] = [];
  let harmful = 0;
  let seed = 1;
  for (const report of reports) {
    const mistakes = independentSlips(faults, kinds, report, seeded(seed++ * 15_485_863));
    if (mistakes === undefined) continue;
    const text = printed(withMistakes(report, mistakes));
    const reading = fastest(() => read(text));
    const own = read(text);
    const diagnosing = fastest(() => {
      const identities = identitiesOf(own);
      diagnose(identities, new Amounts(identities), new Evidence([]));
    });
    times.push(diagnosing);
    ratios.push(diagnosing / reading);
    harmful += Number(judge(text, mistakes).harmful);
  }
  return {
    reports: times.length,
    median: median(times),
    longest: Math.max(...times),
    ratio: median(ratios),
    longestRatio: Math.max(...ratios),
    harmful,
  };
}

/** Slips that share no row, and no column where each is of one cell. */
function independentSlips(
  faults: number,
  kinds: readonly SlipKind[],
  report: ValidReport,
  choices: Choices,
): readonly Mistake[] | undefined {
  const mistakes: Mistake[] = [];
  for (let tries = 0, made = 0; tries < 60; tries++) {
    const kind = kinds[choices.below(kinds.length)]!;
    const slip = seedSlip(kind, report, choices);
    if (
      slip === undefined ||
      slip.some((one) =>
        mistakes.some(({ row, column }) => row === one.row || (kind.size === 'single' && column === one.column)),
      )
    )
      continue;
    mistakes.push(...slip);
    if (++made === faults) return mistakes;
  }
  return undefined;
}

function fastest(work: () => unknown): number {
  let best = Infinity;
  for (let i = 0; i < REPEATS; i++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** The kinds of table three, whose faults can meet. */
export const SINGLE_KINDS = SLIP_KINDS.filter(({ table, size }) => table === 'requests' && size === 'single');
export const REQUEST_KINDS = SLIP_KINDS.filter(({ table }) => table === 'requests');
