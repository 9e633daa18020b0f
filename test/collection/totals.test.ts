import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  check,
  checkTotal,
  chooseParts,
  commonExplanations,
  compareReports,
  DEFAULT_SETTINGS,
  editionById,
  editionOfYear,
  EDITIONS,
  format,
  readDocument,
  TABLE_LAYOUTS,
  totalReport,
  Totals,
  valuesOf,
  type Report,
} from '../../server/src/core/index';
import { choicesOf, prints } from '../generator/arbitraries';
import { printReport } from '../generator/print-report';
import { READABLE } from '../generator/layouts/index';
import { validReport } from '../generator/valid-report';
import { holds } from '../property/property';
import { candidate, totalled } from '../support/collected';
import { buildReport, type ReportPlan } from '../support/report-builder';

const reportIn = (text: string): Report => readDocument(text).segments[0]!.report;
const row = (value: number): readonly number[] => [value, 0, 0, 0, 0, 0, value];
const written = (plan: Partial<ReportPlan> & { readonly body: string }): string =>
  buildReport({ edition: '2021', year: 2023, ...plan });
const part = (body: string, values: ReportPlan['values'] = {}, plan: Partial<ReportPlan> = {}) =>
  candidate(`${body}.txt`, written({ body, values, ...plan }));

/** Some bodies’ reports about one year, each in a layout of its own. */
const folders = fc
  .array(fc.tuple(choicesOf(300), choicesOf(200), fc.constantFrom(...READABLE)), { minLength: 1, maxLength: 4 })
  .chain((reports) =>
    fc
      .integer({ min: 2019, max: 2024 })
      .map((year) =>
        reports.map(([content, looks, layout], i) =>
          candidate(
            `${i}.txt`,
            printReport(validReport(content, { body: `青禾县第${i + 1}局`, year }), layout, [], looks),
          ),
        ),
      ),
  );

describe('a total', () => {
  holds(
    'is the sum of its parts in every cell, and its own check finds nothing',
    40,
    fc.property(folders, fc.constantFrom(...TABLE_LAYOUTS), (parts, layout) => {
      const { counted, year } = chooseParts(parts, {});
      fc.pre(counted.length === parts.length);
      const edition = editionOfYear(year!);
      const totals = totalled(edition, parts);
      for (const { key } of totals.cells()) {
        const sum = parts.reduce((all, one) => all + Math.round(10_000 * Number(one.part.values[key] ?? 0)), 0);
        expect([key, Number(format(totals.at(key)!)) * 10_000]).toEqual([key, expect.closeTo(sum, 3)]);
      }
      const summary = reportIn(totalReport(totals, { body: '青禾县人民政府', year: year! }, layout));
      expect(checkTotal(summary, { counted, leftOut: [] })).toEqual([]);
      expect(check(summary, DEFAULT_SETTINGS).filter(({ severity }) => severity === 'error')).toEqual([]);
    }),
  );

  it('adds amounts of money as decimals', () => {
    const totals = totalled(
      editionById('2021'),
      ['甲', '乙', '丙'].map((name) => part(`青禾县${name}局`, { fees: [0.1] })),
    );
    expect(format(totals.at('disclosure/fees/fee-amount')!)).toBe('0.3');
  });

  it('says that a sum has more digits than stay exact, and leaves it out', () => {
    const totals = new Totals(editionById('2021'));
    for (let i = 0; i < 10; i++)
      totals.add({ editions: {}, values: { 'disclosure/licensing/decisions': '999999999999999' }, gaps: [] });
    expect(totals.at('disclosure/licensing/decisions')).toBeUndefined();
  });

  it('takes other editions by what counts the same, and gives back what has no place', () => {
    const old = part(
      '青禾县水务局',
      {
        other: row(2),
        new: row(2),
        'results-total': row(2),
        licensing: [3, 1, 7],
        regulations: [4, 0, 0],
        procurement: [1, 2.5],
      },
      { edition: '2019', year: 2020 },
    );
    const totals = new Totals(editionById('2021'));
    const lost = totals.add(old.part).map(({ key }) => key);
    const at = (key: string) => format(totals.at(key)!);
    expect([
      at('requests/other.3/total'),
      at('disclosure/licensing/decisions'),
      at('disclosure/regulations/issued'),
    ]).toEqual(['2', '7', '4']);
    expect(lost).toEqual([
      'disclosure/licensing/items-last-year',
      'disclosure/licensing/items-change',
      'disclosure/procurement/procurement-items',
      'disclosure/procurement/procurement-amount',
    ]);
    const back = new Totals(editionById('2019'));
    back.add(part('青禾县水务局', { 'other.1': row(2), 'other.3': row(3) }).part);
    expect(format(back.at('requests/other/total')!)).toBe('5');
  });

  it('keeps its relations whichever editions its parts are on', () => {
    const old = part(
      '甲县水务局',
      { other: row(2), new: row(2), 'results-total': row(2) },
      { edition: '2019', year: 2020 },
    );
    const young = part('乙县水务局', { 'other.1': row(1), 'other.2': row(3), new: row(4), 'results-total': row(4) });
    for (const edition of EDITIONS) {
      const totals = new Totals(edition);
      for (const one of [old, young]) totals.add(one.part);
      const findings = check(reportIn(totalReport(totals, {}, 'tsv')), DEFAULT_SETTINGS);
      expect(findings.filter(({ rule }) => rule.category === 'arithmetic')).toEqual([]);
    }
  });
});

describe('what a total counts', () => {
  const [one, two] = [part('青禾县水务局'), part('青禾县司法局', { licensing: [3] })];
  const reasons = (...args: Parameters<typeof chooseParts>) =>
    chooseParts(...args).leftOut.map(({ candidate: { file }, why }) => `${file} ${why}`);

  it('is one report a body, an original before its copies, one without errors before all', () => {
    const copy = { ...two, file: '青禾县司法局 - 副本.txt' };
    const other = { ...part('青禾县司法局', { licensing: [4] }), file: '新建.txt' };
    const wrong = { ...two, file: '错.txt', errors: { count: 1, first: '', line: 1 } };
    expect(reasons([copy, one, two], {})).toEqual([`${copy.file} twice`]);
    expect(reasons([wrong, other], {})).toEqual(['错.txt twice']);
    expect(chooseParts([two, other], {}).leftOut).toMatchObject([{ why: 'twice', counted: two, differs: true }]);
    expect(chooseParts([two, copy], {}).leftOut).toMatchObject([{ differs: false }]);
  });

  it('leaves out what has errors, what cannot be read whole, and the summary’s own body', () => {
    const torn = candidate('缺.txt', written({ body: '青禾县民政局', replace: { review: '' } }));
    const wrong = { ...part('青禾县教育局'), errors: { count: 2, first: '', line: 9 } };
    expect(reasons([one, torn, wrong, part('青禾县人民政府')], { body: '云溪市青禾县人民政府' })).toEqual([
      '青禾县人民政府.txt summary',
      '缺.txt unread',
      '青禾县教育局.txt errors',
    ]);
  });

  it('is of one year: that of most reports, else the latest, or the one that is asked for', () => {
    const last = { ...part('青禾县水务局', {}, { year: 2022 }), file: '2022.txt' };
    expect(chooseParts([last, one, two], {}).year).toBe(2023);
    expect(chooseParts([last, one], {}).year).toBe(2023);
    expect(chooseParts([last, one, two], { year: 2022 }).counted).toEqual([last]);
    expect(reasons([last, one, two], {})).toEqual(['2022.txt other-year']);
  });
});

describe('a summary that differs from its parts', () => {
  const parts = [3, 5, 8].map((decisions, i) =>
    part(`青禾县第${i + 1}局`, { licensing: [decisions], penalties: [decisions] }),
  );
  const summaryWith = (licensing: number, penalties: number): Report =>
    reportIn(written({ body: '青禾县人民政府', values: { licensing: [licensing], penalties: [penalties] } }));
  const found = (summary: Report, leftOut: typeof parts = []) =>
    checkTotal(summary, { counted: parts, leftOut }).map(({ cell, explained }) => [
      cell.row.id,
      ...explained.map(({ candidate: { body }, how }) => `${body} ${how}`),
    ]);

  it('is explained by the body whose value it is short of, has twice, or has besides', () => {
    expect(found(summaryWith(11, 16))).toEqual([['licensing', '青禾县第2局 omitted']]);
    expect(found(summaryWith(24, 16))).toEqual([['licensing', '青禾县第3局 doubled']]);
    expect(found(summaryWith(17, 16), [part('青禾县民政局', { licensing: [1] })])).toEqual([
      ['licensing', '青禾县民政局 added'],
    ]);
    expect(found(summaryWith(99, 16))).toEqual([['licensing']]);
  });

  it('names the one body behind all differences', () => {
    const differences = checkTotal(summaryWith(13, 13), { counted: parts, leftOut: [] });
    expect(commonExplanations(differences).map(({ candidate: { body } }) => body)).toEqual(['青禾县第1局']);
  });

  it('says of a cell that cannot be read that it was not checked', () => {
    const summary = reportIn(written({ body: '青禾县人民政府', values: { licensing: ['3O'], penalties: [16] } }));
    expect(checkTotal(summary, { counted: parts, leftOut: [] })).toMatchObject([
      { cell: { row: { id: 'licensing' } }, stated: undefined },
    ]);
  });
});

describe('a comparison', () => {
  holds(
    'of a report with itself is empty',
    60,
    fc.property(prints(), ({ text }) => {
      const report = reportIn(text);
      const { cells, sentences } = compareReports(report, report);
      expect({ cells, sentences }).toEqual({ cells: [], sentences: [] });
    }),
  );

  holds(
    'names the cells whose values differ, and no others',
    40,
    fc.property(prints(), prints(), (a, b) => {
      const [before, after] = [reportIn(a.text), reportIn(b.text)];
      fc.pre(before.tables.every(({ form }, i) => form === after.tables[i]?.form));
      const [old, young] = [valuesOf(before), valuesOf(after)];
      const differing = [...young.keys()].filter(
        (key) => old.has(key) && format(old.get(key)!) !== format(young.get(key)!),
      );
      expect(
        compareReports(before, after)
          .cells.map(({ cell: { key } }) => key)
          .sort(),
      ).toEqual(differing.sort());
    }),
  );

  const last = reportIn(written({ body: '青禾县水务局', year: 2022, values: { licensing: [5], penalties: [30] } }));

  it('tells cells, jumps, and sentences that were changed, taken away or put in', () => {
    const now = reportIn(
      written({ body: '青禾县水务局', values: { licensing: [7], penalties: [150] } })
        .replace('专人登记来件，答复前由法制人员审核。', '专人登记来件，答复前由法制人员逐件审核。另设咨询窗口。')
        .replace('手机端同步可查。', '手机端可查。'),
    );
    const { cells, sentences, repeatedProse } = compareReports(last, now);
    expect(cells.map(({ cell, before, after, jump }) => [cell.row.id, format(before!), format(after!), jump])).toEqual([
      ['licensing', '5', '7', false],
      ['penalties', '30', '150', true],
    ]);
    expect(compareReports(last, now, { factor: 6 }).cells.some(({ jump }) => jump)).toBe(false);
    expect(sentences).toEqual([
      { section: 1, before: expect.stringMatching(/法制人员审核$/), after: expect.stringMatching(/逐件审核$/) },
      { section: 1, before: undefined, after: '另设咨询窗口' },
      { section: 1, before: expect.stringMatching(/手机端同步可查$/), after: expect.stringMatching(/手机端可查$/) },
    ]);
    expect(repeatedProse).toBeGreaterThan(0.3);
  });

  it('of another edition goes by what counts the same', () => {
    const old = reportIn(
      written({
        body: '青禾县水务局',
        edition: '2019',
        year: 2020,
        values: { other: row(2), 'results-total': row(2), new: row(2) },
      }),
    );
    const now = reportIn(
      written({ body: '青禾县水务局', values: { 'other.3': row(2), 'results-total': row(2), new: row(2) } }),
    );
    expect(compareReports(old, now).cells).toEqual([]);
  });
});
