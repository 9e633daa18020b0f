import { describe, expect, it } from 'vitest';
import { readDocument, type Document, type Table } from '../../server/src/core/index';
import { printReport } from '../generator/print-report';
import { seeded } from '../generator/choices';
import { READABLE } from '../generator/layouts/index';
import { validReport } from '../generator/valid-report';

const PARAGRAPH = `${'本机关依法主动公开政府信息，积极回应社会关切，'.repeat(6)}群众满意。`;
const plain = seeded(1, 0);
const text = printReport(validReport(plain), READABLE[0]!, [], plain).replace(/(总体情况\s*\n)/, `$1${PARAGRAPH}\n`);

/** The tables before and after an edit, and whether they were read anew. */
function after(pattern: RegExp, words: string): { readonly tables: readonly Table[]; readonly kept: boolean } {
  const before = readDocument(text);
  const edited = text.replace(pattern, words);
  expect(edited).not.toBe(text);
  const reading = readDocument(edited, { known: [before] });
  const { tables } = reading.segments[0]!.report;
  const old = before.segments[0]!.report.tables;
  return { tables, kept: tables.every(({ shape }, i) => shape === old[i]!.shape) };
}

describe('tables after an edit', () => {
  it('are kept where a paragraph says something else', () => {
    expect(after(/回应社会/, '回应全社会').kept).toBe(true);
  });

  it('are kept where a number is another, which is read', () => {
    const { tables, kept } = after(/\t0(?=\s)/, '\t173');
    expect(kept).toBe(true);
    const values = tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ value }) => value)));
    expect(values.some((value) => value.kind === 'number' && value.amount.digits === 173)).toBe(true);
  });

  it('are kept where two numbers are others, and a paragraph says something else', () => {
    expect(after(/(回应)(社会[^]*?\t)0(\s[^]*\t)0(?=\s)/, '$1全$211$312').kept).toBe(true);
  });

  it.each([
    ['a number becomes words', /\t0(?=\s)/, '\t无'],
    ['a number goes', /\t0(?=\s)/, '\t'],
    ['a label changes', /行政许可/, '行政许'],
    ['a paragraph becomes a short line', PARAGRAPH, '本机关。'],
    ['a line breaks', /回应社会/, '回应\n社会'],
    ['the year changes', /20\d\d/, '2022'],
  ])('are read anew where %s', (_, pattern, words) => {
    expect(after(new RegExp(pattern), words).kept).toBe(false);
  });
});

describe('a table of which a label stands far below its cells', () => {
  it('is moved whole', () => {
    const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
    const row = (cells: readonly unknown[]): string => `| ${cells.join(' | ')} |`;
    const split = [
      '某局2022年政府信息公开工作年度报告',
      '一、总体情况',
      row([...results, ...results, ...results]),
      row(Array<number>(15).fill(0)),
      PARAGRAPH,
      '四、政府信息公开行政复议、行政诉讼情况',
      row(['行政复议', '行政诉讼']),
    ].join('\n');
    const edited = split.replace('回应社会', '回应全社会');
    const tables = (known: readonly Document[]): readonly Table[] =>
      readDocument(edited, { known }).segments[0]!.report.tables;
    const labels = tables([]).flatMap(({ rows }) => rows.map(({ label }) => label.start));
    expect(Math.max(...labels)).toBeGreaterThan(edited.indexOf(PARAGRAPH.slice(-5)));
    expect(tables([readDocument(split)])).toEqual(tables([]));
  });
});
