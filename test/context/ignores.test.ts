import { describe, expect, it } from 'vitest';
import {
  check,
  confirmationOf,
  coveredBy,
  DEFAULT_SETTINGS,
  ignoreFor,
  type Ignore,
} from '../../server/src/core/index';
import { ignoreOf, ignoresAt } from '../../server/src/core/context/ignores';
import { buildReport, type ReportPlan } from '../support/report-builder';
import { readOne } from '../support/findings';

const WRONG = { new: [5, 0, 0, 0, 0, 0, 6] };
const of = (plan: Partial<ReportPlan> = {}) => {
  const report = readOne(buildReport({ edition: '2021', year: 2023, values: WRONG, ...plan }));
  return { report, finding: check(report, DEFAULT_SETTINGS).find(({ rule }) => rule.id === 'row-total-mismatch')! };
};
const { report, finding } = of();
const nameless = of({ replace: { title: '政府信息公开工作年度报告', preamble: '本报告依法编制。\n' } });

describe('the ignore of a finding', () => {
  it('names the rule, the body, the year and the value, and nothing that is not known', () => {
    expect(ignoreFor(report, finding, { reason: '…' })).toEqual({
      rule: 'row-total-mismatch',
      body: '青禾县水务局',
      year: 2023,
      row: 'new',
      column: 'total',
      reason: '…',
    });
    expect(ignoreFor(nameless.report, nameless.finding, { reason: '…' })).toEqual({
      rule: 'row-total-mismatch',
      row: 'new',
      column: 'total',
      reason: '…',
    });
    const { label } = report.tables[1]!.rows[0]!;
    expect(ignoreFor(report, { rule: { id: 'renamed-label' }, span: label }, { reason: '…' })).toEqual({
      rule: 'renamed-label',
      body: '青禾县水务局',
      year: 2023,
      row: 'new',
      reason: '…',
    });
    expect(ignoreFor(report, { rule: { id: 'missing-title' }, span: { start: 0, end: 1 } }, { reason: '…' })).toEqual({
      rule: 'missing-title',
      body: '青禾县水务局',
      year: 2023,
      reason: '…',
    });
  });

  it('says what it covers', () => {
    const [row] = report.tables[1]!.rows;
    expect(coveredBy(report, finding)).toEqual({
      zh: `「${row!.form.name.zh}·总计」`,
      en: `“${row!.form.name.en}·total”`,
    });
    expect(coveredBy(report, { rule: finding.rule, span: row!.label }).zh).toBe(`「${row!.form.name.zh}」`);
    expect(coveredBy(report, { rule: finding.rule, span: { start: 0, end: 1 } })).toEqual({
      zh: '本报告中所有此类问题',
      en: 'all such findings of this report',
    });
  });

  it('cannot be confirmed where nobody knows whose values they are', () => {
    expect(confirmationOf(nameless.report, nameless.finding, { reason: '…' })).toBeUndefined();
  });
});

describe('an ignore', () => {
  const sound: Ignore = { rule: 'row-total-mismatch', reason: '…' };
  it.each<[boolean, Partial<Ignore>]>([
    [true, {}],
    [true, { body: '青禾县水务局', year: 2023, row: 'new', column: 'total' }],
    [true, { body: '临川市青禾县水务局（本级）' }],
    [false, { rule: 'dash-for-zero' }],
    [false, { body: '青禾县民政局' }],
    [false, { year: 2022 }],
    [false, { row: 'granted' }],
    [false, { column: 'natural-person' }],
    [false, { row: 'new', column: 'natural-person' }],
  ])('holds %s where it says %j', (holds, more) => {
    const ignore = { ...sound, ...more };
    expect(ignoresAt(report, finding, [ignore])).toEqual(holds ? [ignore] : []);
    expect(ignoreOf(report, finding, [ignore])).toBe(holds ? ignore : undefined);
  });

  it('holds for a report that names no body or year only where it names none', () => {
    expect(ignoresAt(nameless.report, nameless.finding, [sound])).toEqual([sound]);
    expect(
      ignoresAt(nameless.report, nameless.finding, [
        { ...sound, body: '青禾县水务局' },
        { ...sound, year: 2023 },
      ]),
    ).toEqual([]);
  });

  it('that states values holds as long as all of them are the same', () => {
    const { states } = confirmationOf(report, finding, { reason: '…' })!;
    const holds = (own: readonly string[]): boolean =>
      ignoreOf(report, finding, [{ ...sound, states: own }]) !== undefined;
    expect(holds(states!)).toBe(true);
    expect(holds(states!.slice(1))).toBe(false);
    expect(holds([...states!, '又一句'])).toBe(false);
    expect(holds(states!.with(-1, '另一句'))).toBe(false);
    expect(holds([])).toBe(false);
  });
});
