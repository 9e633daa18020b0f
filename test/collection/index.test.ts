import { describe, expect, it } from 'vitest';
import { chooseParts, type Candidate } from '../../server/src/core/collection/choose-parts';
import { ReportIndex } from '../../server/src/core/collection/report-index';
import { summarise, type ReportSummary } from '../../server/src/core/collection/summary';
import { checkTotal } from '../../server/src/core/collection/total-check';
import { totalPartOf } from '../../server/src/core/collection/total-part';
import { readDocument } from '../../server/src/core/index';
import { buildReport, type Values } from '../support/report-builder';
import { readOne } from '../support/findings';

const summary = (year: number, values: Values = {}, body = '青禾县水务局'): ReportSummary =>
  summarise(readDocument(buildReport({ edition: '2021', year, body, values })).segments[0]!)!;
const report = (values: Values = {}) => readOne(buildReport({ edition: '2021', year: 2023, values }));
const candidate = (file: string, body: string, more: Partial<Candidate> = {}, values: Values = {}): Candidate => ({
  file,
  recognised: true,
  body,
  year: 2023,
  part: totalPartOf(report(values)),
  errors: undefined,
  ...more,
});

describe('the index of reports', () => {
  it('says when a value, a body or a year changed, and when a file was read anew', () => {
    const index = new ReportIndex();
    const states: (readonly [number, number])[] = [];
    const set = (file: string, ...summaries: readonly ReportSummary[]): void => {
      index.set(file, summaries);
      states.push([index.generation, index.changes]);
    };
    set('a', summary(2022));
    set('a', summary(2022));
    set('a', summary(2022, { licensing: [1] }));
    set('a', summary(2021, { licensing: [1] }));
    set('a', summary(2021, { licensing: [1] }, '青禾县民政局'));
    set('b');
    expect(states).toEqual([
      [1, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
      [4, 5],
    ]);
    index.delete('b');
    expect(index.generation).toBe(4);
    index.delete('a');
    expect([index.generation, index.has('a')]).toEqual([5, false]);
  });

  it('knows no file in which there is no report', () => {
    const index = new ReportIndex();
    index.set('a', [summary(2022)]);
    expect([index.has('a'), index.reportsIn('a').length]).toEqual([true, 1]);
    index.set('a', []);
    expect([index.has('a'), index.reportsIn('a').length]).toEqual([false, 0]);
    expect(index.find('青禾县水务局', 2022)).toEqual([]);
  });

  it('finds last year’s report in other files', () => {
    const index = new ReportIndex();
    const last = summary(2022);
    index.set('a', [last]);
    const name = { body: '青禾县水务局', year: 2023 };
    expect(index.lastYearOf(name)?.summary).toBe(last);
    expect(index.lastYearOf(name, 'b')?.summary).toBe(last);
    expect(index.lastYearOf(name, 'a')).toBeUndefined();
    expect(index.lastYearOf({ ...name, year: 2024 })).toBeUndefined();
    expect(index.reports((file) => file === 'a')).toEqual([last]);
    expect(index.reports((file) => file === 'b')).toEqual([]);
  });
});

describe('the reports that a total counts', () => {
  it('are one a body, in the order in which they came; the others are told', () => {
    const [copy, one, two] = [candidate('a 副本.txt', '甲局'), candidate('a.txt', '甲局'), candidate('b.txt', '乙局')];
    const wrong = candidate('c.txt', '丙局', { errors: { count: 1, first: '', line: 1 } });
    const { counted, leftOut, year } = chooseParts([copy, one, wrong, two], {});
    expect([counted.map(({ file }) => file), year]).toEqual([['a.txt', 'b.txt'], 2023]);
    expect(leftOut.map(({ candidate: { file }, why }) => `${file} ${why}`)).toEqual([
      'a 副本.txt twice',
      'c.txt errors',
    ]);
  });

  it('are each counted where nobody knows whose they are', () => {
    const nameless = [candidate('a.txt', '', { body: undefined }), candidate('b.txt', '', { body: undefined })];
    expect(chooseParts(nameless, { body: '青禾县人民政府' }).counted).toEqual(nameless);
  });
});

describe('a cell in which a summary differs', () => {
  const parts = [candidate('a.txt', '甲局', {}, { licensing: [3] })];

  it('is named with the place where it is printed', () => {
    const summed = report({ licensing: [5] });
    const [difference, ...others] = checkTotal(summed, { counted: parts, leftOut: [] });
    expect(others).toEqual([]);
    const { start, end } = difference!.printed!.span;
    expect(summed.text.slice(start, end)).toBe('5');
    expect(difference!.explained).toEqual([]);
  });

  it('has no place where its table is not printed, and nobody explains it', () => {
    const bare = { ...report(), tables: [] };
    const [difference] = checkTotal(bare, { counted: parts, leftOut: [candidate('b.txt', '乙局')] });
    expect(difference).toMatchObject({ printed: undefined, stated: undefined, explained: [] });
  });
});
