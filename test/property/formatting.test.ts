import fc from 'fast-check';
import { describe, expect } from 'vitest';
import {
  alignColumns,
  applyEdits,
  formatTables,
  readDocument,
  type Report,
  type Span,
  type TextEdit,
} from '../../server/src/core/index';
import { anyTexts, prints, spoiltTexts } from '../generator/arbitraries';
import { pick, seeded } from '../generator/choices';
import { holds } from './property';

/** Spaces of any width, and characters that look like them or like nothing and may not go. */
const AROUND = [
  '',
  '',
  ' ',
  '\u3000',
  '\u00a0',
  '\u2003',
  ' \u202f',
  '\u00ad',
  '\u200b',
  '\ufeff',
  '\u2060',
  '\f',
  '\u2028',
  '\u0085',
  '\u180e',
];
const SPACES = /^[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*$/;

/** Tables with all of these around their cells; in some, bars in full width. */
const untidyTexts = fc
  .tuple(
    fc.oneof(
      prints().map(({ text }) => text),
      spoiltTexts,
    ),
    fc.nat(),
  )
  .map(([text, seed]) => {
    const choices = seeded(seed);
    const barred = choices.below(4) === 0 ? text.replaceAll('|', '｜') : text;
    return barred.replace(/[\t|｜]/g, (mark) =>
      choices.below(3) === 0 ? pick(choices, AROUND) + mark + pick(choices, AROUND) : mark,
    );
  });
const texts = fc.oneof({ weight: 3, arbitrary: untidyTexts }, { weight: 1, arbitrary: anyTexts });

const whole = ({ text }: Report): Span => ({ start: 0, end: text.length });
const formatted = (report: Report, edits: readonly TextEdit[] = formatTables(report, whole(report))): string =>
  applyEdits(report.text, edits);
const values = ({ tables }: Report): unknown =>
  tables.map(({ id, rows }) => [id, rows.map(({ form, cells }) => [form.id, cells.map(({ value }) => value)])]);

describe('formatting', () => {
  holds(
    'takes away padding alone, in one edit a place',
    150,
    fc.property(texts, (text) => {
      for (const { report } of readDocument(text).segments) {
        const edits = formatTables(report, whole(report));
        edits.forEach(({ span, newText }, i) => {
          expect(report.text.slice(span.start, span.end)).toMatch(SPACES);
          expect(newText).toMatch(/^ ?$/);
          expect(span.start).toBeGreaterThan(edits[i - 1]?.span.end ?? -1);
        });
      }
    }),
  );

  holds(
    'leaves nothing to format, and every value as it was',
    120,
    fc.property(texts, (text) => {
      for (const { report } of readDocument(text).segments) {
        const [again, ...others] = readDocument(formatted(report)).segments;
        expect(others).toEqual([]);
        expect(values(again!.report)).toEqual(values(report));
        expect(formatTables(again!.report, whole(again!.report))).toEqual([]);
      }
    }),
  );

  holds(
    'of a part of a report does there what it does to the whole',
    60,
    fc.property(texts, fc.nat(), fc.nat(40), (text, from, count) => {
      for (const { report } of readDocument(text).segments) {
        const { lines } = report;
        const first = from % lines.count;
        const last = Math.min(lines.count - 1, first + count);
        const isThere = ({ span }: TextEdit): boolean =>
          first <= lines.lineAt(span.start) && lines.lineAt(span.start) <= last;
        const some = formatTables(report, { start: lines.start(first), end: lines.end(last) });
        expect(some).toEqual(formatTables(report, whole(report)).filter(isThere));
      }
    }),
  );
});

describe('aligning', () => {
  holds(
    'pads alone, leaves every value as it was, and is done when it is done',
    120,
    fc.property(texts, fc.constantFrom(2, 1.67, 1), (text, cjkWidth) => {
      for (const { report } of readDocument(text).segments) {
        const edits = alignColumns(report, whole(report), cjkWidth);
        for (const { span, newText } of edits)
          expect(report.text.slice(span.start, span.end) + newText).toMatch(/^[\s:-]*$/u);
        const [again] = readDocument(formatted(report, edits)).segments;
        expect(values(again!.report)).toEqual(values(report));
        expect(alignColumns(again!.report, whole(again!.report), cjkWidth)).toEqual([]);
      }
    }),
  );
});
