import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Lines } from '../../server/src/core/index';
import { anyTexts } from '../generator/arbitraries';
import { holds } from './property';

describe('lines', () => {
  holds(
    'with what ends them give the text again',
    150,
    fc.property(anyTexts, (text) => {
      const lines = Lines.of(text);
      let rebuilt = '';
      for (let line = 0; line < lines.count; line++) {
        const next = line + 1 < lines.count ? lines.start(line + 1) : text.length;
        const ending = text.slice(lines.end(line), next);
        expect(['', '\n', '\r', '\r\n']).toContain(ending);
        expect(text.slice(lines.start(line), lines.end(line))).not.toMatch(/[\r\n]/);
        rebuilt += text.slice(lines.start(line), lines.end(line)) + ending;
      }
      expect(rebuilt).toBe(text);
    }),
  );

  holds(
    'count as editors do',
    150,
    fc.property(anyTexts, (text) => {
      const lines = Lines.of(text);
      const oracle = TextDocument.create('', '', 0, text);
      expect(lines.count).toBe(oracle.lineCount);
      for (let offset = 0; offset <= text.length; offset++) {
        // Between CR and LF the editor's own positions are drawn back to the line's end.
        if (text[offset - 1] === '\r' && text[offset] === '\n') continue;
        const position = oracle.positionAt(offset);
        expect(lines.position(offset)).toEqual(position);
        expect(lines.offset(position)).toBe(offset);
      }
    }),
  );

  holds(
    'draw positions beyond a line or the text back as editors do',
    150,
    fc.property(anyTexts, fc.nat(300), fc.nat(300), (text, line, character) => {
      expect(Lines.of(text).offset({ line, character })).toBe(TextDocument.create('', '', 0, text).offsetAt({ line, character }));
    }),
  );

  holds(
    'of a stretch of the text are those of the stretch by itself',
    100,
    fc.property(anyTexts, fc.nat(), fc.nat(), (text, one, other) => {
      const whole = Lines.of(text);
      const [first, last] = [one % whole.count, other % (whole.count + 1)].sort((a, b) => a - b) as [number, number];
      fc.pre(first < last);
      const own = text.slice(whole.start(first), last < whole.count ? whole.start(last) : text.length);
      const view = whole.slice(first, last);
      const alone = Lines.of(own);
      expect(view.count).toBe(alone.count);
      for (let line = 0; line < alone.count; line++) expect(view.span(line)).toEqual(alone.span(line));
      for (let offset = 0; offset <= own.length; offset++) expect(view.position(offset)).toEqual(alone.position(offset));
    }),
  );
});
