import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alikeAtEnd, alikeFrom } from '../../server/src/core/text/alike';
import {
  applyEdits,
  asOne,
  coverAll,
  inOrder,
  lastUpTo,
  shiftedBy,
  span,
  type TextEdit,
} from '../../server/src/core/text/span';
import { holds } from '../property/property';

/** A text with edits that do not overlap, in any order. */
const edited = fc
  .tuple(
    fc.string({ minLength: 1, maxLength: 30 }),
    fc.array(fc.tuple(fc.nat(30), fc.nat(3), fc.string({ maxLength: 3 })), { maxLength: 5 }),
    fc.boolean(),
  )
  .map(([text, given, isTurned]) => {
    const edits: TextEdit[] = [];
    let at = 0;
    for (const [place, length, newText] of given.toSorted(([a], [b]) => a - b)) {
      const start = Math.min(text.length, Math.max(place, at));
      const end = Math.min(text.length, start + length);
      edits.push({ span: span(start, end), newText });
      at = end + 1;
      if (at > text.length) break;
    }
    return { text, edits: isTurned ? edits.toReversed() : edits };
  });

describe('edits', () => {
  it('replace what stands under them, in any order', () => {
    const edits = [
      { span: span(4, 5), newText: 'E' },
      { span: span(0, 2), newText: '' },
      { span: span(3, 3), newText: '-' },
    ];
    expect(applyEdits('abcdef', edits)).toBe('c-dEf');
    expect(applyEdits('abc', [])).toBe('abc');
  });

  it('at one place keep their order', () => {
    const put = (newText: string): TextEdit => ({ span: span(1, 1), newText });
    expect(applyEdits('ab', [put('1'), put('2'), put('3')])).toBe('a123b');
  });

  holds(
    'come to the same as one, which covers no more than they do',
    200,
    fc.property(edited, ({ text, edits }) => {
      const one = asOne(text, edits);
      expect(applyEdits(text, one)).toBe(applyEdits(text, edits));
      expect(one).toHaveLength(Math.min(1, edits.length));
      if (edits.length > 0) {
        expect(one[0]!.span.start).toBe(Math.min(...edits.map((edit) => edit.span.start)));
        expect(one[0]!.span.end).toBe(Math.max(...edits.map((edit) => edit.span.end)));
      }
    }),
  );

  it('are moved behind what stands in front', () => {
    expect(shiftedBy(3, { span: span(1, 2), newText: 'x' })).toEqual({ span: { start: 4, end: 5 }, newText: 'x' });
  });
});

describe('spans', () => {
  it('cover each other', () => {
    expect(coverAll(span(3, 5), [])).toEqual(span(3, 5));
    expect(coverAll(span(3, 5), [span(1, 2), span(4, 9)])).toEqual(span(1, 9));
  });

  it('are put in order by where they begin', () => {
    const of = (...starts: readonly number[]): readonly number[] => inOrder(starts, (start) => start);
    const sorted = [1, 2, 2, 7];
    expect(inOrder(sorted, (start) => start)).toBe(sorted);
    expect(of(7, 1, 2)).toEqual([1, 2, 7]);
    expect(of(1, 7, 2)).toEqual([1, 2, 7]);
    expect(of()).toEqual([]);
  });

  it('are found by the last that begins at or before a place', () => {
    const starts = [2, 5, 5, 9];
    const last = (place: number) =>
      lastUpTo(
        starts.map((start, i) => ({ start, i })),
        place,
        ({ start }) => start,
      )?.i;
    expect([0, 1, 2, 4, 5, 8, 9, 100].map(last)).toEqual([undefined, undefined, 0, 0, 2, 2, 3, 3]);
    expect(lastUpTo([], 3, () => 0)).toBeUndefined();
  });
});

describe('what two texts have in common', () => {
  const long = (length: number): string =>
    Array.from({ length }, (_, i) => String.fromCharCode(0x4e00 + (i % 977))).join('');

  it.each([0, 1, 5, 1023, 1024, 1025, 2048, 3000])('from two places on is counted exactly: %i units', (same) => {
    const shared = long(same);
    expect(alikeFrom(`x${shared}a`, 1, `yy${shared}b`, 2)).toBe(same);
    expect(alikeFrom(`x${shared}`, 1, `yy${shared}b`, 2)).toBe(same);
    expect(alikeFrom(`${shared}`, 0, `${shared}`, 0)).toBe(same);
  });

  it.each([0, 1, 5, 1023, 1024, 1025, 2048, 3000])('at their ends is counted exactly: %i units', (same) => {
    const shared = long(same);
    expect(alikeAtEnd(`xa${shared}`, `b${shared}`, same + 1)).toBe(same);
    expect(alikeAtEnd(shared, shared, same)).toBe(same);
    expect(alikeAtEnd(`a${shared}`, `a${shared}`, Math.max(0, same - 1))).toBe(Math.max(0, same - 1));
  });
});
