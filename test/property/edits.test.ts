import fc from 'fast-check';
import { describe, expect } from 'vitest';
import {
  applyEdits,
  check,
  contextOf,
  DEFAULT_SETTINGS,
  readDocument,
  recompute,
  safeEdits,
  toNumber,
  type Cell,
  type Report,
  type Span,
  type TextEdit,
} from '../../server/src/core/index';
import { spoiltTexts } from '../generator/arbitraries';
import { holds } from './property';

const cellsOf = (report: Report): readonly Cell[] =>
  report.tables.flatMap((table) => table.rows.flatMap((row) => row.cells));

/** What an edit that nobody looks at may replace: the number of a heading, or a cell. */
const editable = (report: Report): readonly Span[] => [
  ...cellsOf(report).map(({ span }) => span),
  ...report.sections.map(({ numeral, words }) => ({ start: numeral.span.start, end: words.start })),
];

const within = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

const errors = (report: Report): readonly string[] =>
  check(report, DEFAULT_SETTINGS)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule.id)
    .sort();

/** The numbers that a report states, in printed order: cells that hold a number, not those that stand for zero. */
const stated = (report: Report): readonly (number | undefined)[] =>
  cellsOf(report).map(({ value }) => (value.kind === 'number' ? toNumber(value.amount) : undefined));

const recomputed = (report: Report): readonly TextEdit[] => {
  const context = contextOf(report, DEFAULT_SETTINGS);
  return report.tables.flatMap((table) => recompute(context, table));
};

describe('recomputed totals', () => {
  holds(
    'leave nothing to recompute, and are counts',
    40,
    fc.property(spoiltTexts, (text) => {
      for (const { report } of readDocument(text).segments) {
        const edits = recomputed(report);
        for (const { newText } of edits) expect(newText).toMatch(/^\d+$/);
        for (const again of readDocument(applyEdits(report.text, edits)).segments)
          expect(recomputed(again.report)).toEqual([]);
      }
    }),
  );
});

describe('edits that are applied unseen', () => {
  holds(
    'leave nothing behind that would be edited again',
    25,
    fc.property(spoiltTexts, (text) => {
      for (const { report } of readDocument(text).segments) {
        const edited = applyEdits(report.text, safeEdits(report, check(report, DEFAULT_SETTINGS)));
        for (const again of readDocument(edited).segments)
          expect(safeEdits(again.report, check(again.report, DEFAULT_SETTINGS))).toEqual([]);
      }
    }),
  );

  holds(
    'never overlap and touch cells and heading numbers alone',
    25,
    fc.property(spoiltTexts, (text) => {
      for (const { report } of readDocument(text).segments) {
        const edits = safeEdits(report, check(report, DEFAULT_SETTINGS));
        edits.forEach(({ span }, i) => {
          if (i > 0) expect(span.start).toBeGreaterThan(edits[i - 1]!.span.end - 1);
          expect(editable(report).some((place) => within(span, place))).toBe(true);
        });
      }
    }),
  );

  holds(
    'change no number that is stated and cause no error',
    25,
    fc.property(spoiltTexts, (text) => {
      for (const { report } of readDocument(text).segments) {
        const [again] = readDocument(
          applyEdits(report.text, safeEdits(report, check(report, DEFAULT_SETTINGS))),
        ).segments;
        const before = stated(report);
        const after = stated(again!.report);
        expect(after).toHaveLength(before.length);
        before.forEach((number, i) => {
          if (number !== undefined) expect(after[i]).toBe(number);
        });
        const left = errors(again!.report);
        expect(left.filter((id, i) => left.indexOf(id) === i && !errors(report).includes(id))).toEqual([]);
        expect(left.length).toBeLessThanOrEqual(errors(report).length);
      }
    }),
  );

  holds(
    'like every repair that is offered stay within the report, do not overlap one another and change it',
    40,
    fc.property(spoiltTexts, (text) => {
      for (const { report } of readDocument(text).segments) {
        for (const finding of check(report, DEFAULT_SETTINGS)) {
          for (const { edits } of finding.repairs()) {
            expect(applyEdits(report.text, edits), finding.rule.id).not.toBe(report.text);
            const ordered = [...edits].sort((a, b) => a.span.start - b.span.start);
            ordered.forEach(({ span }, i) => {
              expect(
                span.start >= (ordered[i - 1]?.span.end ?? 0) &&
                  span.start <= span.end &&
                  span.end <= report.text.length,
              ).toBe(true);
            });
          }
        }
      }
    }),
  );
});
