import { describe, expect, it } from 'vitest';
import { checkAll, DEFAULT_SETTINGS, type Ignore, type Settings } from '../../server/src/core/index';
import { buildReport } from '../support/report-builder';
import { readOne } from '../support/findings';

const WRONG = [5, 0, 0, 0, 0, 0, 6];
const wrong = readOne(
  buildReport({ edition: '2021', year: 2023, values: { new: WRONG, granted: WRONG, 'results-total': WRONG } }),
);
const of = (rule: string, more: Partial<Ignore> = {}): Ignore => ({ rule, reason: '已核实', ...more });
const entriesOf = (ignores: readonly Ignore[], rules: Settings['rules'] = {}, report = wrong) =>
  checkAll(report, { ...DEFAULT_SETTINGS, rules }, { ignores }).entries;

describe('entries of a configuration', () => {
  const met = of('row-total-mismatch');
  const other = of('row-total-mismatch', { row: 'granted', column: 'total', states: ['应为 7'] });
  const idle = of('dash-for-zero');

  it('stand where they hold for a finding, and are changed where it states something else', () => {
    expect(entriesOf([met, other, idle])).toEqual({ standing: [met], changed: [other] });
  });

  it('stand where their rule is off, since nobody knows what it would find', () => {
    expect(entriesOf([met, idle], { 'dash-for-zero': 'off' })).toEqual({ standing: [met, idle], changed: [] });
    expect(entriesOf([met], { 'row-total-mismatch': 'off' })).toEqual({ standing: [met], changed: [] });
    expect(entriesOf([idle], { 'row-total-mismatch': 'off' })).toEqual({ standing: [], changed: [] });
  });

  it('all stand as long as a table is still being filled in', () => {
    const begun = buildReport({ edition: '2021', year: 2023, values: { new: WRONG } })
      .split('\n')
      .map((line) => (line.includes('本年新收') ? line : line.replaceAll(/\t0(?=\t|$)/g, '\t')))
      .join('\n');
    const report = readOne(begun);
    const { findings, setAside, entries } = checkAll(report, DEFAULT_SETTINGS, { ignores: [met, other, idle] });
    expect(entries).toEqual({ standing: [met, other, idle], changed: [] });
    expect(setAside.map(({ ignore }) => ignore)).toEqual([met]);
    expect(findings.map(({ rule }) => rule.id)).toContain('being-filled-in');
  });

  it('say nothing where there are none', () => {
    expect(entriesOf([])).toEqual({ standing: [], changed: [] });
  });
});

describe('findings', () => {
  it('come in the order of the text', () => {
    const { findings } = checkAll(wrong, DEFAULT_SETTINGS);
    const places = findings.map(({ span }) => span.start);
    expect(places.length).toBeGreaterThan(2);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});
