import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, DEFAULT_SETTINGS, folds, readDocument, type Span } from '../../server/src/core/index';
import { anyTexts, astralTexts } from '../generator/arbitraries';
import { placesIn } from './places';
import { holds } from './property';

/** Whether an offset lies between two characters of a text, and not within a line end. */
function isBetween(text: string, at: number): boolean {
  const isPair = /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));
  return !isPair && !(text[at - 1] === '\r' && text[at] === '\n');
}

const isWhole = (text: string, { start, end }: Span): boolean =>
  start >= 0 && start <= end && end <= text.length && isBetween(text, start) && isBetween(text, end);

describe('any text at all', () => {
  holds(
    'is read and checked, and every place named lies within it, between whole characters and line ends',
    150,
    fc.property(
      fc.oneof(anyTexts, astralTexts),
      fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
      (text, anywhere) => {
        for (const { report } of readDocument(text).segments) {
          const carets = anywhere.map((at) => at % (report.text.length + 1)).filter((at) => isBetween(report.text, at));
          expect(placesIn(report, carets).filter(([, span]) => !isWhole(report.text, span))).toEqual([]);
          for (const { firstLine, lastLine } of folds(report))
            expect(firstLine < lastLine && lastLine < report.lines.count).toBe(true);
        }
      },
    ),
  );

  holds(
    'is wholly covered by its reports',
    100,
    fc.property(anyTexts, (text) => {
      expect(
        readDocument(text)
          .segments.map(({ report }) => report.text)
          .join(''),
      ).toBe(text);
    }),
  );

  holds(
    'read after a change with the former reading at hand is read as if for the first time',
    60,
    fc.property(anyTexts, anyTexts, (before, after) => {
      const again = readDocument(after, { known: [readDocument(before)] });
      const fresh = readDocument(after);
      const seen = (document: typeof fresh): unknown =>
        document.segments.map(({ start, firstLine, report }) => ({ start, firstLine, places: placesIn(report, []) }));
      expect(seen(again)).toEqual(seen(fresh));
    }),
  );
});

const findingsIn = (text: string): readonly unknown[] =>
  readDocument(text).segments.flatMap(({ report }) => check(report, DEFAULT_SETTINGS));

describe('a bad text', () => {
  it.each([
    ['an empty file', ''],
    ['a binary file', Array.from({ length: 200_000 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join('')],
    ['lone surrogates', '\ud800'.repeat(100_000) + '\udc00'.repeat(100_000)],
    ['a million tabs', '\t'.repeat(1_000_000)],
    ['a million bars', '|'.repeat(1_000_000)],
    ['a million line feeds', '\n'.repeat(1_000_000)],
    ['a million spaces', ' '.repeat(1_000_000)],
    ['a line of ten megabytes', '年'.repeat(10_000_000)],
    ['a line of a million small words', '年 1 '.repeat(250_000)],
    ['prose without tables', '这是一份普通的文件，与公开年报无关。\n'.repeat(20_000)],
    ['a million opening brackets', '（'.repeat(1_000_000)],
    ['a million digits', '1'.repeat(1_000_000)],
  ])('gives no finding: %s', (_, text) => {
    expect(findingsIn(text)).toEqual([]);
  });

  it.each([
    ['rows of a table', '一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n'],
    ['rows between bars', '| 规章 | 1 | 2 | 3 |\n'],
    ['headings', '一、总体情况\n'],
    ['titles', '青禾市水务局2023年政府信息公开工作年度报告\n'],
    ['labels', '规章\n'],
    ['numbers in prose', '收到申请12件，办结12件；'],
    ['brackets', '（（（（（（'],
  ])('is read to its end: many %s', (_, unit) => {
    // So many that the runner's patience ends where reading took the square of its length; what it does take,
    // measure:speed tells.
    const text = unit.repeat(30_000);
    const { segments } = readDocument(text);
    expect(segments.map(({ report }) => report.text).join('')).toBe(text);
    for (const { report } of segments) check(report, DEFAULT_SETTINGS);
  });
});
