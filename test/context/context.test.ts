import { describe, expect, it } from 'vitest';
import { contextOf, DEFAULT_SETTINGS, type Settings } from '../../server/src/core/index';
import { buildReport, type ReportPlan } from '../support/report-builder';
import { readOne } from '../support/findings';

const of = (plan: Partial<ReportPlan> = {}, settings: Partial<Settings> = {}, fileName?: string) =>
  contextOf(readOne(buildReport({ edition: '2021', ...plan })), { ...DEFAULT_SETTINGS, ...settings }, { fileName });
const YEARLESS = { replace: { title: '青禾县水务局政府信息公开工作年度报告', preamble: '本报告依法编制。\n' } };

describe('the edition that a report should be written on', () => {
  it('is the one of its year, whatever form its tables have', () => {
    expect(of({ year: 2023 }).expected?.id).toBe('2021');
    expect(of({ year: 2020 }).expected?.id).toBe('2019');
  });

  it('is the one that is set, whatever its year is', () => {
    expect(of({ year: 2023 }, { edition: '2019' }).expected?.id).toBe('2019');
    expect(of(YEARLESS, { edition: '2019' }).expected?.id).toBe('2019');
  });

  it('is told by the name of the file where the text does not tell the year', () => {
    expect(of(YEARLESS).expected).toBeUndefined();
    expect(of(YEARLESS, {}, '水务局2020年.txt').expected?.id).toBe('2019');
    expect(of(YEARLESS, {}, '水务局2023年.txt').expected?.id).toBe('2021');
    expect(of({ year: 2020 }, {}, '水务局2023年.txt').expected?.id).toBe('2019');
  });
});

describe('what a repair writes', () => {
  it('is in the layout of the report', () => {
    expect(of({ layout: 'markdown' }, { layout: 'tsv' }).layout).toBe('markdown');
    expect(of({ layout: 'tsv' }, { layout: 'markdown' }).layout).toBe('tsv');
  });

  it('is in the layout that is set where the report has none of those that are written', () => {
    const { report } = of({ replace: { sections: '一、总体情况\n' } });
    expect(contextOf(report, { ...DEFAULT_SETTINGS, layout: 'markdown' }).layout).toBe('markdown');
  });

  it('ends lines as the report does', () => {
    expect(of().lineEnd).toBe('\n');
    const text = buildReport({ edition: '2021' }).replaceAll('\n', '\r\n');
    expect(contextOf(readOne(text), DEFAULT_SETTINGS).lineEnd).toBe('\r\n');
  });
});

describe('a context of which nothing more is known', () => {
  it('has no ignores, no last year and no file', () => {
    const { ignores, lastYear, fileName } = contextOf(readOne(buildReport({ edition: '2021' })), DEFAULT_SETTINGS);
    expect({ ignores, lastYear, fileName }).toEqual({ ignores: [], lastYear: undefined, fileName: undefined });
  });

  it('works out each thing once', () => {
    const context = of();
    expect(context.sums).toBe(context.sums);
    expect(context.facts).toBe(context.facts);
    expect(context.filling).toBe(context.filling);
    expect(context.prose).toBe(context.prose);
  });
});
