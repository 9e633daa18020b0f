import {
  applyEdits,
  complete,
  contextOf,
  DEFAULT_SETTINGS,
  readDocument,
  TEMPLATE_LAYOUTS,
} from '../../server/src/core/index';
import type { Neighbour, Proposal } from '../../server/src/core/index';
import { findingsIn } from './findings';
import { buildReport, type ReportPlan } from './report-builder';

export const LAYOUTS = TEMPLATE_LAYOUTS;

/** Stands in a fixture where somebody writes. */
const CARET = '‸';

/** What is offered at the caret of a fixture, and the text with a proposal taken. */
export interface Offer {
  readonly text: string;
  readonly proposals: readonly Proposal[];
  readonly labels: readonly string[];
  take(label: string): string;
}

export interface Beside {
  readonly fileName?: string;
  readonly neighbours?: readonly Neighbour[];
}

/** Asks for completion at the one caret of a fixture. */
export function offerAt(fixture: string, { fileName, neighbours = [] }: Beside = {}): Offer {
  const at = fixture.indexOf(CARET);
  if (at < 0 || fixture.includes(CARET, at + 1)) throw new Error('A fixture has one caret');
  const text = fixture.replace(CARET, '');
  const segment = readDocument(text).segments.findLast(({ start }) => start <= at)!;
  const proposals = complete(
    contextOf(segment.report, DEFAULT_SETTINGS, { fileName }),
    at - segment.start,
    () => neighbours,
  );
  const labels = proposals.map(({ label }) => label.zh);
  return {
    text,
    proposals,
    labels,
    take(label) {
      const proposal = proposals.find((one) => one.label.zh === label);
      if (proposal === undefined) throw new Error(`Not offered: ${label}, but ${labels.join(' | ')}`);
      const { start, end } = proposal.span;
      if (end !== at - segment.start) throw new Error(`${label} replaces text behind the caret`);
      return applyEdits(text, [
        { span: { start: start + segment.start, end: end + segment.start }, newText: proposal.text },
      ]);
    },
  };
}

/** A report with a sentence, in which the caret may be, in section one. */
export const withSentence = (sentence: string, plan: Partial<ReportPlan> = {}): string =>
  buildReport({ edition: '2021', ...plan, replace: { 'section-1': `一、总体情况\n\n${sentence}` } });

/** The rules with findings; what a template leaves to the writer is no mistake of it. */
export const rulesIn = (text: string): readonly string[] =>
  findingsIn(text).flatMap(({ rule }) => (rule === 'leftover-placeholder' ? [] : [rule]));
