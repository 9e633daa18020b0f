import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  cellOf,
  editionOfYear,
  nextYearsReport,
  PROSE_CHOICES,
  readDocument,
  rowOf,
  summarise,
  tableOf,
  type ProseChoice,
  type Report,
} from '../../server/src/core/index';
import { prints } from '../generator/arbitraries';
import { LAYOUTS } from '../generator/layouts/index';
import { holds } from '../property/property';
import { findingsIn } from '../support/findings';
import { buildReport, type ReportPlan } from '../support/report-builder';

const NONE = { layout: undefined, usual: 'cells' } as const;

function next(plan: ReportPlan, prose: ProseChoice = 'empty') {
  const [segment] = readDocument(buildReport(plan)).segments;
  const made = nextYearsReport(segment!, { ...NONE, prose });
  if (made === undefined) throw new Error('no report');
  return { ...made, report: readDocument(made.text).segments[0]!.report };
}

const textsIn = (report: Report, row: string, table: 'requests' | 'disclosure' = 'requests') =>
  rowOf(tableOf(report, table)!, row)!.cells.map(({ span }) => report.text.slice(span.start, span.end));

describe('a report that goes on from last year’s', () => {
  const plan: ReportPlan = {
    edition: '2021',
    year: 2023,
    layout: 'markdown',
    values: {
      'carried-out': [2, 0, 0, 0, 0, 1, 3],
      'normative-documents': { issued: 2, repealed: 1, 'in-force': 9 },
      licensing: { decisions: 40 },
    },
    replace: {
      'section-5':
        '五、存在的主要问题和改进情况\n\n（一）存在的问题\n解读材料发布较慢。\n（二）改进的办法\n同步起草、同步发布。\n',
    },
  };

  it('has the body, the next year, the layout and the wording of the headings', () => {
    const { report } = next(plan);
    expect([report.body?.text, report.year?.value, report.layout]).toEqual(['青禾县水务局', 2024, 'markdown']);
    expect(report.text).toContain('五、存在的主要问题和改进情况');
  });

  it('carries in what was carried out, and what is in force, and nothing else', () => {
    const { report } = next(plan);
    expect(textsIn(report, 'carried-in')).toEqual(['2', '0', '0', '0', '0', '1', '3']);
    expect(textsIn(report, 'normative-documents', 'disclosure')).toEqual(['0', '0', '9']);
    expect(textsIn(report, 'licensing', 'disclosure')).toEqual(['0']);
  });

  it('has last year’s headings with places to be filled in, or its words under a mark that is found', () => {
    expect(next(plan).text).toContain('（一）存在的问题\n〔填写存在的问题〕\n（二）改进的办法\n〔填写改进的办法〕');
    const { text } = next(plan, 'marked');
    expect(text).toMatch(/〔填写[^〕]*2023年[^〕]*〕\n（一）存在的问题\n解读材料发布较慢。/);
    expect(findingsIn(text).map(({ rule }) => rule)).toContain('leftover-placeholder');
  });

  it('lists what the form of its year has no place for', () => {
    const { report, left } = next({ edition: '2019', year: 2020, values: { 'carried-out': [1, 0, 0, 0, 0, 0, 1] } });
    expect([report.edition.id, textsIn(report, 'carried-in')[0]]).toEqual(['2021', '1']);
    const said = left.map(({ zh }) => zh).join();
    expect(said).toMatch(/采购/);
    expect(said).toMatch(/其他对外管理服务/);
    expect(next(plan).left).toEqual([]);
  });

  it('says what stands beside tables and is left out', () => {
    const { left } = next({
      ...plan,
      replace: { 'section-4': `四、政府信息公开行政复议、行政诉讼情况\n\n本年另有一件调解结案。\n\n${tableOfFour()}` },
    });
    expect(left.map(({ zh }) => zh)).toEqual([expect.stringContaining('表格以外的文字未带入')]);
  });

  for (const prose of PROSE_CHOICES)
    holds(
      `reads as a report of the next year, in any layout (${prose})`,
      30,
      fc.property(prints(LAYOUTS, []), ({ text }) => {
        const [segment] = readDocument(text).segments;
        const summary = summarise(segment!);
        fc.pre(summary !== undefined);
        const { report } = readDocument(nextYearsReport(segment!, { ...NONE, prose })!.text).segments[0]!;
        const edition = editionOfYear(summary!.year + 1);
        expect([report.year?.value, report.edition.id, report.sections.length, report.tables.length]).toEqual([
          summary!.year + 1,
          edition.id,
          6,
          3,
        ]);
        const row = rowOf(tableOf(report, 'requests')!, 'carried-in')!;
        const last = rowOf(tableOf(segment!.report, 'requests')!, 'carried-out');
        for (const { column, value } of last?.cells ?? [])
          if (value.kind === 'number') expect(cellOf(row, column.id)!.value).toMatchObject({ amount: value.amount });
      }),
    );
});

const tableOfFour = (): string => {
  const whole = buildReport({ edition: '2021', layout: 'markdown' });
  return whole.slice(whole.indexOf('|', whole.indexOf('四、政府')), whole.indexOf('五、'));
};
