import { describe, expect, it } from 'vitest';
import {
  candidateOf,
  checkAll,
  DEFAULT_SETTINGS,
  overviewCsv,
  overviewCsvHeader,
  overviewOf,
  readDocument,
  type Ignore,
  type Locale,
} from '../../server/src/core/index';
import { summarise } from '../../server/src/core/collection/summary';
import { buildReport, type Values } from '../support/report-builder';

const build = (year: number, values: Values): string => buildReport({ edition: '2021', year, values });
const WRONG = build(2023, { reconsideration: [3, 0, 0, 0, 4], 'litigation-direct': [0, '-', 0, 0, 0] });
const WRONG_ROW = '3\t0\t0\t0\t4\t';
const LAST = readDocument(build(2022, { reconsideration: [0, 0, 0, 0, 12] })).segments[0]!;
const lastYear = { file: '2022.txt', summary: summarise(LAST)! };

function overview(
  text: string,
  {
    ignores = [] as readonly Ignore[],
    locale = 'zh-CN' as Locale,
    place = 0,
    last = undefined as typeof lastYear | undefined,
  } = {},
) {
  const segment = readDocument(text).segments[place]!;
  const { findings, setAside } = checkAll(segment.report, DEFAULT_SETTINGS, { ignores });
  return overviewOf({ path: '甲/a.txt', segment, findings, setAside, lastYear: last }, locale);
}

const lineOf = (text: string, words: string): number => text.split('\n').findIndex((line) => line.includes(words)) + 1;

describe('a report in an overview', () => {
  it('has each finding with its place, its value, what it should be and what last year’s report states there', () => {
    const { findings, ...about } = overview(WRONG, { last: lastYear });
    expect(about).toEqual({
      path: '甲/a.txt',
      body: '青禾县水务局',
      year: 2023,
      edition: '2021',
      recognised: true,
      setAside: [],
    });
    expect(findings.map(({ rule }) => rule)).toEqual(['review-total-mismatch', 'dash-for-zero']);
    expect(findings[0]).toMatchObject({
      severity: 'error',
      name: '表四总计不等于各结果之和',
      line: lineOf(WRONG, WRONG_ROW),
      column: 9,
      place: '行政复议·总计',
      value: '4',
      expected: '3',
      lastYear: '12',
    });
    expect(findings[1]).toMatchObject({
      severity: 'hint',
      place: '未经复议直接起诉·结果纠正',
      value: '-',
      expected: '0',
      lastYear: '0',
    });
  });

  it('says nothing of a year that is not known, and of places that are no cells', () => {
    const { findings } = overview(WRONG.replace('六、', '6、'));
    const [first, , heading] = findings;
    expect(first).toMatchObject({ lastYear: '' });
    expect(heading).toMatchObject({
      rule: 'misnumbered-section',
      place: '',
      lastYear: '',
      column: 1,
      expected: '六、',
    });
  });

  it('takes for a cell exactly its own place', () => {
    const segment = readDocument(WRONG).segments[0]!;
    const [finding] = checkAll(segment.report, DEFAULT_SETTINGS).findings;
    const { start, end } = finding!.span;
    const placeOf = (span: { start: number; end: number }): string =>
      overviewOf({ path: 'a', segment, findings: [{ ...finding!, span }], setAside: [], lastYear }, 'zh-CN')
        .findings[0]!.place;
    expect(placeOf({ start, end })).toBe('行政复议·总计');
    expect(placeOf({ start, end: end + 1 })).toBe('');
    expect(placeOf({ start: start - 1, end })).toBe('');
    expect(placeOf({ start: 0, end: segment.report.text.length })).toBe('');
    for (const { label, cells } of segment.report.tables[2]!.rows) {
      expect(placeOf(label)).toBe('');
      for (const { span, column } of cells) expect(placeOf(span)).toMatch(new RegExp(`·${column.name.zh}$`));
    }
  });

  it('counts lines through the file', () => {
    const volume = `${build(2022, {})}\n${WRONG}`;
    expect(overview(volume, { place: 1 }).findings[0]!.line).toBe(lineOf(volume, WRONG_ROW));
  });

  it('is English', () => {
    const [first] = overview(WRONG, { locale: 'en' }).findings;
    expect(first!.place).toMatch(/^[\x20-\x7e]+ · [\x20-\x7e]+$/);
    expect(first!.name).toMatch(/^[\x20-\x7e]+$/);
    expect(first!.message).not.toContain('应为');
  });

  it('has what was set aside with what was said of it', () => {
    const { findings, setAside } = overview(WRONG, {
      ignores: [
        { rule: 'review-total-mismatch', reason: '与台账一致', kind: 'confirmed', by: '李明', date: '2024-01-20' },
        { rule: 'dash-for-zero', reason: '本机关惯例' },
      ],
    });
    expect(findings).toEqual([]);
    expect(setAside).toMatchObject([
      {
        rule: 'review-total-mismatch',
        value: '4',
        kind: 'confirmed',
        reason: '与台账一致',
        by: '李明',
        date: '2024-01-20',
      },
      { rule: 'dash-for-zero', kind: 'not-applicable', reason: '本机关惯例', by: '', date: '' },
    ]);
  });

  it('is one line for long values, which are cut', () => {
    const long = `${'很长的一段文字，'.repeat(30)}请填写金额〔填写金额〕`;
    const values = overview(WRONG.replace('按目录公开各类文件', `${long}\n  ${long}`)).findings.map(
      ({ value }) => value,
    );
    for (const value of values) {
      expect(value.length).toBeLessThanOrEqual(201);
      expect(value).not.toMatch(/\s\s|\n/);
    }
  });

  it('is told too where it is no report of the form', () => {
    expect(overview('会议纪要\n\n今天下雨。\n')).toMatchObject({
      body: '',
      year: undefined,
      edition: '',
      recognised: false,
      findings: [],
    });
  });
});

describe('an overview for spreadsheets', () => {
  it('has a finding a line, those set aside behind them', () => {
    const lines = overviewCsv(
      overview(WRONG, { last: lastYear, ignores: [{ rule: 'dash-for-zero', reason: '=1+1', by: '李明' }] }),
    );
    expect(overviewCsvHeader).toBe(
      '\ufeffpath,body,year,edition,severity,rule,name,line,column,place,value,expected,lastYear,message,kind,reason,by,date\r\n',
    );
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      /^甲\/a\.txt,青禾县水务局,2023,2021,error,review-total-mismatch,.*,行政复议·总计,4,3,12,.*,,,,\r\n$/,
    );
    expect(lines[1]).toMatch(/,hint,dash-for-zero,.*,-,0,0,.*,not-applicable,'=1\+1,李明,\r\n$/);
  });

  it('leaves a year that is not known blank', () => {
    const text = buildReport({
      edition: '2021',
      values: { new: [3, 0, 0, 0, 0, 0, 4] },
      replace: { title: '青禾县水务局政府信息公开工作年度报告', preamble: '本报告依法编制。\n' },
    });
    for (const line of overviewCsv(overview(text))) expect(line).toMatch(/^甲\/a\.txt,青禾县水务局,,/);
  });
});

describe('a report that may be added up', () => {
  const candidate = (text: string, uri: string, place = 0) => {
    const segment = readDocument(text).segments[place]!;
    return candidateOf({ file: 'a.txt', uri }, segment, () => checkAll(segment.report, DEFAULT_SETTINGS).findings, {
      locale: 'zh-CN',
    });
  };

  it('tells its errors, with the line of the first in the file, and no lesser findings', () => {
    const { errors, ...about } = candidate(WRONG, 'file:///a.txt');
    expect(about).toMatchObject({ file: 'a.txt', recognised: true, body: '青禾县水务局', year: 2023 });
    expect(errors).toMatchObject({ count: 1, line: lineOf(WRONG, WRONG_ROW) });
    expect(errors!.first).toContain('应为 3');
    expect(candidate(build(2023, { licensing: ['-'] }), 'file:///a.txt').errors).toBeUndefined();
  });

  it('has the year of its title, else of its file’s name', () => {
    const yearless = WRONG.replaceAll('2023年', '').replaceAll('2023', '');
    expect(candidate(yearless, 'file:///2020/%E6%B0%B4%E5%8A%A1%E5%B1%802021%E5%B9%B4.txt').year).toBe(2021);
    expect(candidate(yearless, 'file:///2020/a.txt').year).toBeUndefined();
    expect(candidate(WRONG, 'file:///2021.txt').year).toBe(2023);
  });
});
