import { describe, expect, it } from 'vitest';
import {
  check,
  contextOf,
  DEFAULT_SETTINGS,
  hover,
  lenses,
  readDocument,
  say,
  summarise,
  type Judged,
} from '../../server/src/core/index';
import { findingsIn, readOne, safelyRepaired } from '../support/findings';
import { buildReport, type Values } from '../support/report-builder';

const THREE = { 'natural-person': 3, total: 3 };
const written = (values: Values, prose = ''): string =>
  buildReport({ edition: '2021', values, replace: prose === '' ? {} : { 'section-1': `一、总体情况\n\n${prose}` } });
const findings = (text: string): readonly Judged[] => check(readOne(text), DEFAULT_SETTINGS);
const rules = (text: string): readonly string[] => findings(text).map(({ rule }) => rule.id);

describe('a blank total', () => {
  const unclear = { new: THREE, granted: { 'natural-person': 5, total: '' }, 'results-total': THREE };

  it('whose relations tell different values is told with all of them, each a choice and none filled in unseen', () => {
    const [blank] = findings(written(unclear));
    expect(say(blank!.message, 'zh-CN')).toBe(
      '「（一）予以公开」总计空白：按各列之和为 5，按「总计」列的（七）总计倒推为 3，互不一致，请核对后填写',
    );
    expect(blank!.repairs().map(({ title, safe, preferred }) => [say(title, 'zh-CN'), safe, preferred])).toEqual([
      ['填入总计 5（各列之和）', false, false],
      ['填入总计 3（「总计」列的（七）总计倒推）', false, false],
    ]);
    expect(safelyRepaired(written(unclear))).toBe(written(unclear));
  });

  it('that could only be right below zero is not filled in', () => {
    const text = written({ new: { 'natural-person': -2, total: '' } });
    expect(findings(text).flatMap((finding) => finding.repairs().filter(({ safe }) => safe))).toEqual([]);
    expect(safelyRepaired(text)).toBe(text);
  });

  it('in doubt is compared with no prose', () => {
    expect(
      rules(
        written(
          { ...unclear, new: { 'natural-person': 5, total: '' }, granted: THREE },
          '全年共收到政府信息公开申请3件。',
        ),
      ),
    ).not.toContain('prose-mismatch');
    expect(
      rules(written({ ...unclear, new: { ...THREE, total: '' }, granted: THREE }, '全年共收到政府信息公开申请4件。')),
    ).toContain('prose-mismatch');
  });

  it('beside a value that cannot be read is neither told nor filled in', () => {
    const text = written({ reconsideration: [1, '2O', 0, 0, ''] });
    expect(rules(text)).toEqual(['unreadable-value']);
    expect(safelyRepaired(text)).toBe(text);
    const report = readOne(text);
    const cell = report.tables.at(-1)!.rows[0]!.cells.at(-1)!;
    expect(hover(contextOf(report, DEFAULT_SETTINGS), cell.span.end)!.paragraphs[1]!.zh).toBe(
      '空白，应为多少无从得知。',
    );
  });

  it('is not filled in with what another blank may account for', () => {
    const unread = { 'refused.1': ['3O', 0, 0, 0, 0, 0, '3O'] };
    const blank = { new: THREE, 'results-total': ['', 0, 0, 0, 0, 0, ''], 'carried-out': ['', 0, 0, 0, 0, 0, ''] };
    const text = written({ ...unread, ...blank });
    expect(safelyRepaired(text)).toBe(text);
    expect(safelyRepaired(written({ ...unread, ...blank, 'carried-out': [0, 0, 0, 0, 0, 0, 0] }))).not.toBe(text);
  });

  it('is one thing wrong with its table', () => {
    const titles = (values: Values): readonly string[] =>
      lenses(contextOf(readOne(written(values)), DEFAULT_SETTINGS)).map(({ title }) => title.zh);
    expect(titles({ new: THREE, granted: THREE, 'results-total': { ...THREE, total: '' } })[1]).toBe('✗ 1 处不符');
  });
});

describe('a blank total of a neighbouring year', () => {
  const year = (of: number, values: Values): string => buildReport({ edition: '2021', year: of, values });
  const carried = (last: Values, now: Values): number =>
    findingsIn(`${year(2023, last)}${year(2024, now)}`).filter(({ rule }) => rule === 'carry-over-mismatch').length;
  const last: Values = { new: THREE, 'carried-out': THREE };
  const now: Values = { 'carried-in': THREE, granted: THREE, 'results-total': THREE };

  it('counts for what its parts add up to', () => {
    expect(carried(last, { ...now, 'carried-in': { ...THREE, total: '' } })).toBe(0);
    expect(carried(last, { ...now, 'carried-in': { 'natural-person': 4, total: '' } })).toBe(1);
  });

  it('says nothing of what was carried over', () => {
    expect(carried({ ...last, 'carried-out': { ...THREE, total: '' } }, now)).toBe(0);
    const { segments } = readDocument(year(2023, { ...last, 'carried-out': { ...THREE, total: '' } }));
    expect(
      [...summarise(segments[0]!)!.cells.keys()].filter((key) => key.startsWith('requests/carried-out/')),
    ).toHaveLength(6);
  });
});
