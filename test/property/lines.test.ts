import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Lines } from '../../server/src/core/index';
import { anyTexts } from '../generator/arbitraries';
import { holds } from './property';

describe('lines', () => {
  holds(
    'with what ends them give the text again',
    100,
    fc.property(anyTexts, (text) => {
      const lines = Lines.of(text);
      const all = Array.from({ length: lines.count }, (_, line) => {
        const next = line + 1 < lines.count ? lines.start(line + 1) : text.length;
        return { content: text.slice(lines.start(line), lines.end(line)), ending: text.slice(lines.end(line), next) };
      });
      expect(all.map(({ content, ending }) => content + ending).join('')).toBe(text);
      expect(all.filter(({ content }) => /[\r\n]/.test(content))).toEqual([]);
      expect(
        all.filter(({ ending }, i) => !(i < all.length - 1 ? ['\n', '\r', '\r\n'] : ['']).includes(ending)),
      ).toEqual([]);
    }),
  );

  holds(
    'count as editors do',
    60,
    fc.property(anyTexts, (text) => {
      const lines = Lines.of(text);
      const oracle = TextDocument.create('', '', 0, text);
      // Between CR and LF the editor's own positions are drawn back to the line's end.
      const offsets = Array.from({ length: text.length + 1 }, (_, offset) => offset).filter(
        (offset) => text[offset - 1] !== '\r' || text[offset] !== '\n',
      );
      const positions = offsets.map((offset) => oracle.positionAt(offset));
      expect(lines.count).toBe(oracle.lineCount);
      expect(offsets.map((offset) => lines.position(offset))).toEqual(positions);
      expect(positions.map((position) => lines.offset(position))).toEqual(offsets);
    }),
  );

  holds(
    'draw positions beyond a line or the text back as editors do',
    100,
    fc.property(anyTexts, fc.nat(300), fc.nat(300), (text, line, character) => {
      expect(Lines.of(text).offset({ line, character })).toBe(
        TextDocument.create('', '', 0, text).offsetAt({ line, character }),
      );
    }),
  );

  holds(
    'of a stretch of the text are those of the stretch by itself',
    60,
    fc.property(anyTexts, fc.nat(), fc.nat(), (text, one, other) => {
      const whole = Lines.of(text);
      const [first, last] = [one % whole.count, other % (whole.count + 1)].sort((a, b) => a - b) as [number, number];
      fc.pre(first < last);
      const own = text.slice(whole.start(first), last < whole.count ? whole.start(last) : text.length);
      const seen = (lines: Lines): unknown => ({
        spans: Array.from({ length: lines.count }, (_, line) => lines.span(line)),
        positions: Array.from({ length: own.length + 1 }, (_, offset) => lines.position(offset)),
      });
      expect(seen(whole.slice(first, last))).toEqual(seen(Lines.of(own)));
    }),
  );
});
