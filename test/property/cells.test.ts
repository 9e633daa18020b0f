import fc from 'fast-check';
import { describe, expect } from 'vitest';
import {
  applyEdits,
  cellFrom,
  lineStart,
  readDocument,
  type CellMove,
  type Report,
  type Span,
} from '../../server/src/core/index';
import { Reader } from '../../client/src/common/typing/key-effect';
import { anyTexts, prints, spoiltTexts } from '../generator/arbitraries';
import { READABLE } from '../generator/layouts/index';
import { readOne } from '../support/findings';
import { holds } from './property';

/** The values that a key leads to from a place on, until it leads to none. */
function walk(report: Report, from: number, move: CellMove): readonly Span[] {
  const visited: Span[] = [];
  for (let offset = from; ;) {
    const target = cellFrom(report, offset, move, '\n')!;
    expect(target.edit).toBeUndefined();
    // Behind the last one nothing is selected; the first one stays.
    if (move === 'next' ? isLast(report, offset) : isFirst(report, offset)) return visited;
    visited.push(target.span);
    offset = target.span.end;
  }
}

const valuesOf = (report: Report): readonly Span[] =>
  report.tables
    .flatMap((table) => table.rows.flatMap((row) => row.cells.map((cell) => cell.span)))
    .sort((a, b) => a.start - b.start);
const isLast = (report: Report, offset: number): boolean => valuesOf(report).at(-1)!.end <= offset;
const isFirst = (report: Report, offset: number): boolean => valuesOf(report)[0]!.end >= offset;

const carets = fc.tuple(
  fc.nat(),
  fc.oneof(fc.constant(0), fc.nat({ max: 40 })),
  fc.constantFrom<CellMove>('next', 'previous', 'line'),
);
const places = fc.tuple(fc.nat(), fc.constantFrom<CellMove>('next', 'previous', 'line'));

describe('Tab and Shift+Tab', () => {
  for (const layout of READABLE) {
    holds(
      `visit every value of a report once, there and back, in layout ${layout.id}, ${layout.name}`,
      8,
      fc.property(prints([layout]), ({ text }) => {
        const report = readOne(text);
        const values = valuesOf(report);
        if (values.length === 0) return;
        const [first] = values;
        expect([first, ...walk(report, first!.end, 'next')]).toEqual(values);
        const last = values.at(-1)!;
        expect([last, ...walk(report, last.end, 'previous')]).toEqual(values.toReversed());
      }),
    );
  }
});

/** Every row with its values as they are printed. */
const rowsIn = (report: Report): unknown =>
  report.tables.map((table) => [
    table.id,
    table.rows.map((row) => [row.form.id, row.cells.map(({ span: { start, end } }) => report.text.slice(start, end))]),
  ]);

describe('Tab, Shift+Tab and Enter in a table', () => {
  for (const layout of READABLE) {
    holds(
      `remove no value and break no row, whatever is selected, in layout ${layout.id}, ${layout.name}`,
      12,
      fc.property(prints([layout]), fc.array(carets, { minLength: 1, maxLength: 30 }), ({ text }, places) => {
        const reader = new Reader();
        const before = rowsIn(readOne(text));
        for (const [at, length, key] of places) {
          // Within the tables; the lines around them come with it.
          const tables = readOne(text).tables.map(({ span: { start, end } }) => [start, end] as const);
          const [start, end] = tables[at % tables.length]!;
          const active = start + (at % (end - start + 2));
          const state = { text, active: Math.min(active, text.length), anchor: Math.max(0, active - length) };
          if (!reader.isInTable(state)) continue;
          const after = reader.press(state, key);
          expect(rowsIn(readOne(after.text))).toEqual(before);
          expect(after.text.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
          expect(
            after.text.slice(Math.min(after.anchor, after.active), Math.max(after.anchor, after.active)),
          ).not.toMatch(/[\t|]/);
        }
      }),
    );
  }

  holds(
    'add at most one place, take nothing away and go to a value within the text, whatever the text',
    120,
    fc.property(fc.oneof(spoiltTexts, anyTexts), places, (text, [at, move]) => {
      for (const { report } of readDocument(text).segments) {
        const offset = at % (report.text.length + 2);
        lineStart(report, offset);
        const target = cellFrom(report, offset, move, '\n');
        if (target === undefined) continue;
        const after = applyEdits(report.text, target.edit === undefined ? [] : [target.edit]);
        expect(target.span.start <= target.span.end && target.span.end <= after.length).toBe(true);
        expect(after.slice(target.span.start, target.span.end)).not.toMatch(/[\t|]/);
        if (target.edit !== undefined) expect(target.edit.span.start).toBe(target.edit.span.end);
      }
    }),
  );
});
