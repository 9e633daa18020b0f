import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineEndOf } from '../../server/src/core/index';
import { Lines } from '../../server/src/core/text/lines';

const texts = (text: string): readonly string[] => {
  const lines = Lines.of(text);
  return Array.from({ length: lines.count }, (_, line) => text.slice(lines.start(line), lines.end(line)));
};

describe('lines', () => {
  it.each([
    ['', ['']],
    ['a', ['a']],
    ['a\n', ['a', '']],
    ['a\r\nb', ['a', 'b']],
    ['a\rb\r\rc', ['a', 'b', '', 'c']],
    ['a\r\r\nb', ['a', '', 'b']],
    ['a\n\rb', ['a', '', 'b']],
    ['\r', ['', '']],
  ])('end at LF, CR and CRLF: %j', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('do not end at form feeds, NEL or the line separators of Unicode', () => {
    expect(texts('a\fb\vc\u0085d\u2028e\u2029f')).toHaveLength(1);
  });

  it('find the line of an offset, its end included', () => {
    const lines = Lines.of('ab\ncd\n');
    expect([0, 2, 3, 5, 6, 99].map((offset) => lines.lineAt(offset))).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('count characters in UTF-16 units', () => {
    expect(Lines.of('一\n𠅤江').position(4)).toEqual({ line: 1, character: 2 });
  });

  it('draw a position beyond its line back to the line, one beyond the text to the end', () => {
    const lines = Lines.of('ab\r\ncd');
    expect(lines.offset({ line: 0, character: 9 })).toBe(2);
    expect(lines.offset({ line: 9, character: 0 })).toBe(6);
    expect(lines.offset({ line: 0, character: -1 })).toBe(0);
  });

  it('of a part of the text are counted from where it begins', () => {
    const part = Lines.of('a\nb\ncd\ne\n').slice(2, 4);
    expect(part.count).toBe(3);
    expect([0, 2, 3, 5].map((offset) => part.position(offset))).toEqual([
      { line: 0, character: 0 },
      { line: 0, character: 2 },
      { line: 1, character: 0 },
      { line: 2, character: 0 },
    ]);
    expect(part.span(2)).toEqual({ start: 5, end: 5 });
  });
});

describe('lines after an edit', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '年', '\n', '\n', '\r'), maxLength: 700 });
  const spansOf = (lines: Lines) => Array.from({ length: lines.count }, (_, line) => lines.span(line));

  it('are those of the text as it then stands, whatever was edited', () => {
    fc.assert(
      fc.property(text, text, text, text, (head, old, now, tail) => {
        const before = head + old + tail;
        const after = head + now + tail;
        expect(spansOf(Lines.afterEdit(after, before, Lines.of(before)))).toEqual(spansOf(Lines.of(after)));
      }),
    );
  });

  it('are those of the text without carriage returns, too', () => {
    const plain = text.map((words) => words.replaceAll('\r', ''));
    fc.assert(
      fc.property(plain, plain, plain, plain, (head, old, now, tail) => {
        const before = head + old + tail;
        const after = head + now + tail;
        expect(spansOf(Lines.afterEdit(after, before, Lines.of(before)))).toEqual(spansOf(Lines.of(after)));
      }),
    );
  });
});

it.each(['\n', '\r\n', '\r'])('the line end of a text is that of its first line, wherever that ends: %j', (lineEnd) => {
  for (const length of [0, 9_999, 10_000, 50_000])
    expect(lineEndOf(`${'年'.repeat(length)}${lineEnd}报\n`)).toBe(lineEnd);
});
