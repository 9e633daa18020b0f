import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonLine } from '../../server/src/cli/format-json';
import { shown, shownLine, shownText } from '../../server/src/cli/shown';
import { holds } from '../property/property';

/** Anything, with much of what must not reach a terminal. */
const texts = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\u001b',
      '\u0007',
      '\n',
      '\r',
      '\t',
      '\u009b',
      '\u202e',
      '\u2066',
      '\u2028',
      '\u007f',
      '#',
      '##[',
      '##vso[',
      ':',
      '::error::x',
      ' ',
      '年',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});
const STEERING = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|##(?:vso)?\[/u;

describe('what others wrote', () => {
  holds(
    'has nothing that steers a terminal or a build server when it is shown, and one line stays one line',
    500,
    fc.property(texts, (text) => {
      expect(shown(text)).not.toMatch(STEERING);
      const line = shownLine(text);
      expect(line.slice(0, -1)).not.toMatch(STEERING);
      expect(line.endsWith('\n')).toBe(true);
      expect(line).not.toMatch(/^\s*::/);
      expect(shownText(text).replace(/\r?\n|\t/g, '')).not.toMatch(STEERING);
    }),
  );

  holds(
    'is the same value in JSON',
    500,
    fc.property(fc.record({ a: texts, b: fc.dictionary(texts, texts) }), (value) => {
      const printed = jsonLine(value);
      expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify(value)));
      for (const line of printed.split('\n')) {
        expect(line).not.toMatch(STEERING);
        expect(line).not.toMatch(/^\s*::/);
      }
    }),
  );

  it('is shown as it is where it is harmless', () => {
    const harmless = '一、总体情况：“年报”　１２ a:b #1 ## x';
    expect([shown(harmless), shownLine(harmless), shownText(`${harmless}\r\n\t1\n`)]).toEqual([
      harmless,
      `${harmless}\n`,
      `${harmless}\r\n\t1\n`,
    ]);
    expect(shown('\u001b[31m')).toBe('\\u001b[31m');
  });
});
