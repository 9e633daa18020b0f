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
import { anyTexts, prints, spoiltTexts } from '../generator/arbitraries';
import { READABLE } from '../generator/layouts/index';
import { readOne } from '../support/findings';
import { holds } from './property';

/** The values that a key leads to from a place on, until it leads nowhere else. */
function walk(report: Report, from: number, move: CellMove): readonly Span[] {
  const visited: Span[] = [];
  for (let offset = from; ;) {
    const target = cellFrom(report, offset, move, '\n')!;
    expect(target.edit).toBeUndefined();
    if (target.span.start === visited.at(-1)?.start) return visited;
    visited.push(target.span);
    offset = target.span.end;
  }
}

const places = fc.tuple(fc.nat(), fc.constantFrom<CellMove>('next', 'previous', 'line'));

describe('Tab and Shift+Tab', () => {
  for (const layout of READABLE) {
    holds(
      `visit every value of a table once, there and back, in layout ${layout.id}, ${layout.name}`,
      8,
      fc.property(prints([layout]), ({ text }) => {
        const report = readOne(text);
        for (const table of report.tables) {
          const values = table.rows
            .flatMap((row) => row.cells.map((cell) => cell.span))
            .sort((a, b) => a.start - b.start);
          const [first] = values;
          expect([first, ...walk(report, first!.end, 'next')]).toEqual(values);
          const last = values.at(-1)!;
          expect([last, ...walk(report, last.end, 'previous')]).toEqual(values.toReversed());
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
