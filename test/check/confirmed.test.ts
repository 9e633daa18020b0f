import { describe, expect, it } from 'vitest';
import { isSilenced } from '../../server/src/core/check/silenced';
import {
  checkAll,
  confirmationOf,
  contextOf,
  DEFAULT_SETTINGS,
  readDocument,
  type Ignore,
} from '../../server/src/core/index';
import { buildReport } from '../support/report-builder';

const WRONG = [5, 0, 0, 0, 0, 0, 6];
const report = (year: number, values: readonly number[] = WRONG, body = '青禾县水务局') =>
  readDocument(
    buildReport({ edition: '2021', year, body, values: { new: values, granted: values, 'results-total': values } }),
  ).segments[0]!.report;

const first = report(2023);
const CONFIRMED = checkAll(first, DEFAULT_SETTINGS).findings.map((finding): Ignore =>
  confirmationOf(first, finding, { reason: '与台账一致', by: '李明', date: '2024-01-20' })!,
);
const left = (subject: typeof first): readonly string[] =>
  checkAll(subject, DEFAULT_SETTINGS, { ignores: CONFIRMED }).findings.map(({ rule }) => rule.id);

describe('findings that were confirmed', () => {
  it('say what they state, by whom and since when, and no year', () => {
    expect(CONFIRMED[0]).toMatchObject({
      rule: 'row-total-mismatch',
      body: '青禾县水务局',
      row: 'new',
      column: 'total',
      kind: 'confirmed',
      reason: '与台账一致',
      by: '李明',
      date: '2024-01-20',
    });
    expect(CONFIRMED[0]).not.toHaveProperty('year');
    expect(CONFIRMED[0]!.states!.join('\n')).toMatch(/应为 5[^]*自然人：5/);
  });

  it('are set aside with what was said of them', () => {
    const { findings, setAside } = checkAll(first, DEFAULT_SETTINGS, { ignores: CONFIRMED });
    expect(findings).toEqual([]);
    expect(setAside.map(({ ignore }) => ignore)).toEqual(CONFIRMED);
  });

  it('hold in a further year where the values are the same', () => {
    expect(left(report(2024))).toEqual([]);
  });

  it('are back in a further year where they are not, even where the sum is', () => {
    expect(left(report(2024, [4, 1, 0, 0, 0, 0, 6]))).toContain('row-total-mismatch');
  });

  it('say nothing of another body', () => {
    expect(left(report(2023, WRONG, '青禾县民政局'))).toContain('row-total-mismatch');
  });

  it('leave totals alone as long as they hold', () => {
    const silenced = (subject: typeof first): boolean => {
      const context = contextOf(subject, DEFAULT_SETTINGS, { ignores: CONFIRMED });
      const [cell] = subject.tables[1]!.rows[0]!.cells.slice(-1);
      return isSilenced(context, 'row-total-mismatch', cell!.span);
    };
    expect(silenced(first)).toBe(true);
    expect(silenced(report(2023, [4, 1, 0, 0, 0, 0, 6]))).toBe(false);
  });
});

describe('a report whose title names no body', () => {
  it('is told from others by the body that its preamble names', () => {
    const text = buildReport({
      edition: '2021',
      year: 2023,
      values: { new: WRONG },
      replace: { title: '政府信息公开工作年度报告', preamble: '现公布青禾县水务局2023年政府信息公开工作年度报告。\n' },
    });
    const { report: subject } = readDocument(text).segments[0]!;
    const [finding] = checkAll(subject, DEFAULT_SETTINGS).findings;
    expect(confirmationOf(subject, finding!, { reason: '…' })?.body).toBe('青禾县水务局');
  });
});
