import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insert, strip, type Mark } from './markers';

describe('strip', () => {
  it.each([
    ['总计⇥⟦12⟧{row-total-mismatch}', '总计\t12', [{ start: 3, end: 5, rule: 'row-total-mismatch' }]],
    ['⟦x⟧{a,b}', 'x', ['a', 'b'].map((rule) => ({ start: 0, end: 1, rule }))],
    ['a⟦⟧{missing-total}b', 'ab', [{ start: 1, end: 1, rule: 'missing-total' }]],
    [
      '⟦x⟧{a "应为 3", b}',
      'x',
      [
        { start: 0, end: 1, rule: 'a', says: '应为 3' },
        { start: 0, end: 1, rule: 'b' },
      ],
    ],
    [
      '⟦a⟦b⟧{in}c⟧{out}',
      'abc',
      [
        { start: 0, end: 3, rule: 'out' },
        { start: 1, end: 2, rule: 'in' },
      ],
    ],
    ['⍽{不是标记}', '\u00a0{不是标记}', []],
  ])('reads %s', (fixture, text, marks) => {
    expect(strip(fixture)).toEqual({ text, marks });
  });

  it.each(['⟦a', 'a⟧{x}', '⟦a⟧', '⟦a⟧{}', '⟦a⟧{x,}y⟧', '⟦a⟧{X}', '⟦a⟧{x "}'])('refuses %s', (fixture) => {
    expect(() => strip(fixture)).toThrow(/mark/i);
  });
});

describe('insert', () => {
  it('refuses a text that holds marks of its own', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('⟦', '⟧', '⇥', '⍽'), fc.string(), (before, mark, after) => {
        expect(() => insert({ text: before + mark + after, marks: [] })).toThrow('itself');
      }),
    );
  });

  it('refuses marks that cross', () => {
    const marks = [
      { start: 0, end: 2, rule: 'a' },
      { start: 1, end: 3, rule: 'b' },
    ];
    expect(() => insert({ text: 'abc', marks })).toThrow('cross');
  });

  it('is undone by strip', () => {
    fc.assert(
      fc.property(marked, (value) => {
        expect(strip(insert(value))).toEqual(value);
      }),
    );
  });
});

const unit = fc.constantFrom(...'总计12\t\n\u00a0{}"，,-|', '\u{20bb7}', '\ud842');
const rule = fc.constantFrom('row-total-mismatch', 'blank-for-zero', 'x');
const name = fc.oneof(
  rule.map((id) => ({ rule: id })),
  fc.tuple(rule, fc.constantFrom('应为 3', '', '第 1 行')).map(([id, says]) => ({ rule: id, says })),
);

/** Texts with marks that lie beside or within one another, in the order in which `strip` gives them. */
const marked = fc
  .letrec<{ piece: Piece; pieces: Piece[] }>((tie) => ({
    piece: fc.oneof(
      { depthSize: 'small' },
      fc.array(unit).map((units): Piece => units.join('')),
      fc.record({ names: fc.array(name, { minLength: 1, maxLength: 2 }), inner: tie('pieces') }),
    ),
    pieces: fc.array(tie('piece'), { maxLength: 4 }),
  }))
  .pieces.map((pieces) => {
    const marks: Mark[] = [];
    const write = (list: readonly Piece[], at: number): string =>
      list.reduce((text: string, piece) => {
        if (typeof piece === 'string') return text + piece;
        const start = at + text.length;
        const inner = write(piece.inner, start);
        marks.push(...piece.names.map((one) => ({ start, end: start + inner.length, ...one })));
        return text + inner;
      }, '');
    const text = write(pieces, 0);
    return { text, marks: marks.sort((a, b) => a.start - b.start || b.end - a.end) };
  })
  // Empty marks at one place have no order of their own.
  .filter(({ marks }) =>
    marks.every((mark, i) => i === 0 || mark.start !== mark.end || marks[i - 1]!.end !== mark.start),
  );

type Piece = string | { readonly names: readonly Omit<Mark, 'start' | 'end'>[]; readonly inner: readonly Piece[] };
