import fc from 'fast-check';
import { describe, expect } from 'vitest';
import {
  applyEdits,
  complete,
  contextOf,
  DEFAULT_SETTINGS,
  readDocument,
  type Report,
} from '../../server/src/core/index';
import { anyTexts, carelessTexts, prints } from '../generator/arbitraries';
import { rulesIn } from '../support/caret';
import { holds } from './property';

/**
 * How many sections and rows a text lacks; a section under another heading and a row of which only the label is there
 * are lacking too.
 */
const missing = (text: string): number =>
  readDocument(text).segments.reduce(
    (all, { report: { sections, tables } }) =>
      all +
      6 -
      new Set(sections.filter(({ wording }) => wording !== 'altered').map(({ number }) => number)).size +
      tables.reduce(
        (rows, table) => rows + table.missing.length + table.rows.filter(({ found }) => found === 0).length,
        0,
      ),
    0,
  );

/** Everything that is offered anywhere in a report, with where it is offered. */
function* everythingIn(report: Report) {
  const context = contextOf(report, DEFAULT_SETTINGS, { fileName: '青禾县水务局2024年报.txt' });
  for (let at = 0; at <= report.text.length; at++)
    for (const proposal of complete(context, at, () => [])) yield { at, proposal };
}

/** What says or adds something by itself: templates and labels are a beginning of something. */
const isWhole = ({ kind }: { readonly kind: string }): boolean => !['template', 'label', 'title'].includes(kind);

describe('completion', () => {
  holds(
    'replaces nothing but what stands before the caret on its line, and explains itself, in any text',
    60,
    fc.property(anyTexts, fc.array(fc.nat(), { minLength: 5, maxLength: 20 }), (text, places) => {
      for (const { report } of readDocument(text).segments) {
        const context = contextOf(report, DEFAULT_SETTINGS);
        for (const place of places) {
          const at = place % (report.text.length + 1);
          for (const { span, label, about } of complete(context, at, () => [])) {
            expect(span.end).toBe(at);
            expect(span.start).toBeGreaterThanOrEqual(report.lines.start(report.lines.lineAt(at)));
            expect(label.zh).not.toBe('');
            expect(about().length).toBeGreaterThan(0);
          }
        }
      }
    }),
  );

  holds(
    'leaves a sound report sound',
    12,
    fc.property(prints(), fc.nat(), ({ text }, chosen) => {
      const before = rulesIn(text);
      for (const { report } of readDocument(text).segments) {
        const whole = [...everythingIn(report)].filter(({ proposal }) => isWhole(proposal));
        for (let i = 0; i < Math.min(8, whole.length); i++) {
          const { proposal } = whole[(chosen + i * 7) % whole.length]!;
          const completed = applyEdits(report.text, [{ span: proposal.span, newText: proposal.text }]);
          expect(
            rulesIn(completed).filter((rule) => !before.includes(rule)),
            `${proposal.kind} ${proposal.label.zh}\n${completed}`,
          ).toEqual([]);
        }
      }
    }),
  );

  holds(
    'of what is missing makes less of it missing',
    12,
    fc.property(carelessTexts, (text) => {
      for (const { report } of readDocument(text).segments) {
        const offered = new Map(
          [...everythingIn(report)].flatMap((one) =>
            ['section', 'row'].includes(one.proposal.kind) ? [[one.proposal.label.zh, one.proposal]] : [],
          ),
        );
        for (const proposal of [...offered.values()].slice(0, 4)) {
          const completed = applyEdits(report.text, [{ span: proposal.span, newText: proposal.text }]);
          expect(missing(completed), `${proposal.label.zh}\n${completed}`).toBeLessThan(missing(report.text));
        }
      }
    }),
  );
});
