import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, DEFAULT_SETTINGS, folds, outline, readDocument, type OutlineNode, type Report, type Span } from '../../server/src/core/index';
import { anyTexts } from '../generator/arbitraries';
import { holds } from './property';

/** Every place that a reading names. */
function spansOf(report: Report): readonly Span[] {
  const spans: Span[] = [];
  if (report.title !== undefined) spans.push(report.title.span);
  for (const section of report.sections)
    spans.push(section.heading, section.span, section.words, section.numeral.span, ...section.subheadings.map(({ span }) => span));
  for (const table of report.tables) {
    spans.push(table.span, ...table.added, ...table.altered.map(({ span }) => span));
    for (const row of table.rows) spans.push(row.label, row.span, ...row.cells.map(({ span }) => span));
  }
  const visit = (node: OutlineNode): void => {
    spans.push(node.span, node.selection);
    node.children.forEach(visit);
  };
  outline(report).forEach(visit);
  for (const { span, related } of check(report, DEFAULT_SETTINGS, { onRuleFailure: fail })) spans.push(span, ...related.map((other) => other.span));
  return spans;
}

const fail = (rule: { readonly id: string }, error: unknown): never => {
  throw new Error(`${rule.id} broke`, { cause: error });
};

describe('any text at all', () => {
  holds(
    'is read and checked, and every place named lies within it, between whole characters and line ends',
    150,
    fc.property(anyTexts, (text) => {
      for (const { report } of readDocument(text).segments) {
        for (const { start, end } of spansOf(report)) {
          expect(start >= 0 && start <= end && end <= report.text.length).toBe(true);
          for (const at of [start, end]) {
            expect(/[\ud800-\udbff]$/.test(report.text.slice(0, at)) && /^[\udc00-\udfff]/.test(report.text.slice(at))).toBe(false);
            expect(report.text[at - 1] === '\r' && report.text[at] === '\n').toBe(false);
          }
        }
        for (const { firstLine, lastLine } of folds(report)) expect(firstLine < lastLine && lastLine < report.lines.count).toBe(true);
      }
    }),
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
      const seen = (document: typeof fresh): unknown => document.segments.map(({ start, firstLine, report }) => ({ start, firstLine, spans: spansOf(report) }));
      expect(seen(again)).toEqual(seen(fresh));
    }),
  );
});

const findingsIn = (text: string): readonly unknown[] => readDocument(text).segments.flatMap(({ report }) => check(report, DEFAULT_SETTINGS));

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
    // So many that the runner's patience ends where reading took the square of its length; what it does take, measure:speed tells.
    const text = unit.repeat(30_000);
    const { segments } = readDocument(text);
    expect(segments.map(({ report }) => report.text).join('')).toBe(text);
    for (const { report } of segments) check(report, DEFAULT_SETTINGS);
  });
});
