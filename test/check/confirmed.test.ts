import { describe, expect, it } from 'vitest';
import { isSilenced } from '../../server/src/core/check/silenced';
import {
  checkAll,
  confirmationOf,
  contextOf,
  DEFAULT_SETTINGS,
  readDocument,
  type Ignore,
  type Settings,
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

  it('leave totals alone as long as their own values hold, whatever else is found', () => {
    const values = { new: [4, 1, 0, 0, 0, 0, 6], granted: WRONG, 'results-total': WRONG };
    const subject = readDocument(buildReport({ edition: '2021', year: 2023, body: '青禾县水务局', values }))
      .segments[0]!.report;
    const anywhere = CONFIRMED.map((entry): Ignore => ({
      rule: entry.rule,
      reason: entry.reason,
      states: entry.states!,
    }));
    const silenced = (row: string, ignores = anywhere): boolean => {
      const cell = subject.tables[1]!.rows.find(({ form }) => form.id === row)!.cells.at(-1)!;
      return isSilenced(contextOf(subject, DEFAULT_SETTINGS, { ignores }), 'row-total-mismatch', cell.span);
    };
    expect(silenced('granted')).toBe(true);
    expect(silenced('new')).toBe(false);
    expect(silenced('new', CONFIRMED)).toBe(false);
    expect(silenced('carried-in')).toBe(false);
  });
});

describe('what is changed without being chosen', () => {
  const [cell] = first.tables[1]!.rows[0]!.cells.slice(-1);
  const silenced = (ignores: readonly Ignore[], rules: Settings['rules'] = {}): boolean =>
    isSilenced(contextOf(first, { ...DEFAULT_SETTINGS, rules }, { ignores }), 'row-total-mismatch', cell!.span);

  it('leaves alone what is off or ignored, by rule and by place', () => {
    const one: Ignore = { rule: 'row-total-mismatch', row: 'new', column: 'total', reason: '…' };
    expect(silenced([])).toBe(false);
    expect(silenced([], { 'row-total-mismatch': 'off' })).toBe(true);
    expect(silenced([], { 'row-total-mismatch': 'hint', 'dash-for-zero': 'off' })).toBe(false);
    expect(silenced([one])).toBe(true);
    expect(silenced([{ ...one, rule: 'dash-for-zero' }])).toBe(false);
    expect(silenced([{ ...one, row: 'granted' }])).toBe(false);
    expect(silenced([{ ...one, states: ['应为 7'] }])).toBe(false);
    expect(silenced([{ ...one, states: ['应为 7'] }, one])).toBe(true);
  });
});

describe('a place that is silenced', () => {
  const cell = first.tables[1]!.rows.find(({ form }) => form.id === 'carried-in')!.cells.at(-1)!;
  const silenced = (ignores: readonly Ignore[], span = cell.span, id = 'row-total-mismatch'): boolean =>
    isSilenced(contextOf(first, DEFAULT_SETTINGS, { ignores }), id, span);
  const plain: Ignore = { rule: 'row-total-mismatch', row: 'carried-in', reason: '…' };

  it('is one that is ignored whatever is found there, also where nothing is', () => {
    expect(silenced([plain])).toBe(true);
    expect(silenced([{ ...plain, states: ['应为 7'] }])).toBe(false);
    expect(silenced([{ ...plain, states: ['应为 7'] }, plain])).toBe(true);
  });

  it('is exactly the place that was confirmed', () => {
    const anywhere = CONFIRMED.map((entry): Ignore => ({ rule: entry.rule, reason: '…', states: entry.states! }));
    const { start, end } = first.tables[1]!.rows[0]!.cells.at(-1)!.span;
    expect(silenced(anywhere, { start, end })).toBe(true);
    expect(silenced(anywhere, { start, end: end + 1 })).toBe(false);
    expect(silenced(anywhere, { start: start - 1, end })).toBe(false);
  });

  it('is none of a rule that is not there', () => {
    expect(silenced([{ rule: 'no-such-rule', reason: '…', states: ['…'] }], cell.span, 'no-such-rule')).toBe(false);
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
