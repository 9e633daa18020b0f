import { describe, expect, it } from 'vitest';
import { legible } from '../../server/src/core/text/legible';
import { buildReport } from '../support/report-builder';

const lines = (...all: readonly string[]): string => all.join('\n');

describe('a text made legible', () => {
  it.each([
    ['quoted lines', '> 规章\n>\t3\n> > 一、总体情况', '  规章\n\t 3\n    一、总体情况'],
    [
      'a web page',
      '<tr><td>规章</td><td>3&nbsp;</td></tr>\n<p>5<6</p>',
      `    \t   规章     \t   3${' '.repeat(16)}\n   5<6    `,
    ],
    ['a frame', '│ 规章 │ 3 │\n├──────┼───┤', `| 规章 | 3 |\n${' '.repeat(12)}`],
    ['bells', '规章\n\u0007\n\u00073\n\u0007\n\u0007行政许可', '规章\n\t\n\t3\n \n\t行政许可'],
    [
      'numbered lines',
      lines('1  规章', '2 \t3', '3', '4  a', '5  b', '6  7'),
      lines('   规章', '\t  3', ' ', '   a', '   b', '   7'),
    ],
    [
      'lines that end with a tab',
      lines('规章\t', '3\t', '\t', '0\t', 'a\t', 'b\t', 'c\t'),
      lines('规章 ', '3 ', ' ', '0 ', 'a ', 'b ', 'c '),
    ],
    [
      'commas',
      `${'规章,"1,234",0,0,0,0,0,0\n'.repeat(6)}全年受理3件,均已办结。\n`,
      `${'规章\t 1,234 \t0\t0\t0\t0\t0\t0\n'.repeat(6)}全年受理3件,均已办结。\n`,
    ],
  ])('has the plain marks for %s, and its length', (_, text, expected) => {
    expect(legible(text)).toBe(expected);
    expect(expected).toHaveLength(text.length);
  });

  it('takes each kind of mark away once', () => {
    const text = lines(...Array.from({ length: 6 }, (_, i) => `> ${i + 1} ${i + 1} ${'1 '.repeat(1000)}`));
    expect(legible(text).slice(0, 8)).toBe('    1 1 ');
  });

  it.each(['cells', 'tsv', 'markdown'] as const)('is the same text where it was, in the layout %s', (layout) => {
    const text = buildReport({ edition: '2021', layout });
    expect(legible(text)).toBe(text);
  });

  it.each([
    lines('1  规章', '2  3', 'a', '3  a', '4  b', '5  6', '6  c'),
    lines('1\t规章', '1\t3', '2\ta', '3\tb', '4\tc', '5\td'),
  ])('keeps numbers that do not count the lines', (text) => expect(legible(text)).toBe(text));
});
