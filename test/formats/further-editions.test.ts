import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  check,
  DEFAULT_SETTINGS,
  EDITIONS,
  parseConfig,
  reportTemplate,
  say,
  snippets,
  TEMPLATE_LAYOUTS,
  type EditionId,
} from '../../server/src/core/index';
import type * as Notices from '../../server/src/core/formats/notices';
import { readSettings } from '../../server/src/lsp/settings';
import { prints } from '../generator/arbitraries';
import { misread } from '../generator/reading';
import { holds } from '../property/property';
import { readOne } from '../support/findings';
import { buildReport } from '../support/report-builder';

/**
 * Three editions that nobody published, as data alone: one of 2023 with the tables of 2021, one of 2025 with other
 * words for a row each of tables three and four, and one of 2026 in which another row has taken a row's place.
 */
vi.mock('../../server/src/core/formats/notices', async (original) => {
  const { NOTICES } = await original<typeof Notices>();
  const published = NOTICES.at(-1)!;
  type Form = (typeof published.tables)['requests'];
  type Row = Form['blocks'][number]['rows'][number];
  const withRow = (form: Form, id: string, change: (row: Row) => Partial<Row>): Form => ({
    ...form,
    blocks: form.blocks.map((block) => ({
      ...block,
      rows: block.rows.map((row) => (row.id === id ? { ...row, ...change(row) } : row)),
    })),
  });
  const edition = (year: number, tables: object) => ({
    ...published,
    id: String(year),
    firstYear: year,
    source: `国办公开办函〔${year}〕1号`,
    name: { zh: `${year} 版`, en: `${year} edition` },
    tables: { ...published.tables, ...tables },
  });
  const requests = withRow(published.tables.requests, 'refused.8', () => ({ label: '8.属于可以查询的登记资料' }));
  const review = {
    ...withRow(published.tables.review, 'litigation-after-reconsideration', () => ({ label: '经复议后起诉' })),
    header: published.tables.review.header.map((line) =>
      line.map((cell) => (cell.text === '复议后起诉' ? { ...cell, text: '经复议后起诉' } : cell)),
    ),
  };
  const replaced = withRow(requests, 'not-processed.3', () => ({
    id: 'not-processed.6',
    label: '3.申请已经公开的信息',
    accepted: [],
  }));
  const last = {
    ...replaced,
    identities: replaced.identities.map((identity) => ({
      ...identity,
      right: identity.right.map((id) => (id === 'not-processed.3' ? 'not-processed.6' : id)),
    })),
  };
  return {
    NOTICES: [
      ...NOTICES,
      edition(2023, {}),
      edition(2025, { requests, review }),
      edition(2026, { requests: last, review }),
    ],
  };
});

const reportOn = (edition: string, year: number): string => buildReport({ edition: edition as EditionId, year });
const withoutYear = (edition: string): string =>
  buildReport({
    edition: edition as EditionId,
    year: 2024,
    replace: { title: '青禾县水务局政府信息公开工作年度报告' },
  }).replace(/2024年/g, '');
const outdated = (text: string, edition: string = 'auto'): readonly string[] =>
  check(readOne(text), { ...DEFAULT_SETTINGS, edition: edition as EditionId })
    .filter(({ rule }) => rule.id === 'outdated-edition')
    .map(({ message }) => say(message, 'en'));

describe('editions added as data', () => {
  it('are there', () => {
    expect(EDITIONS.map(({ id, lastYear }) => [id, lastYear])).toEqual([
      ['2019', 2020],
      ['2021', 2022],
      ['2023', 2024],
      ['2025', 2025],
      ['2026', undefined],
    ]);
  });

  holds(
    'are read cell by cell like those that were published, without a finding',
    150,
    fc.property(prints(), ({ report, text }) => {
      const read = readOne(text);
      expect({
        misread: misread(read, report),
        found: check(read, DEFAULT_SETTINGS).map(({ rule }) => rule.id),
      }).toEqual({ misread: [], found: [] });
    }),
  );

  it('have templates in which nothing is found but what has to be filled in', () => {
    for (const edition of EDITIONS)
      for (const layout of TEMPLATE_LAYOUTS) {
        const year = edition.firstYear;
        const read = readOne(reportTemplate(edition, layout, { body: '青禾县水务局', year }));
        expect(read.edition).toBe(edition);
        const findings = check(readOne(buildReport({ edition: edition.id, layout, year })), DEFAULT_SETTINGS);
        expect(findings.map(({ rule }) => rule.id)).toEqual([]);
      }
    expect(new Set(snippets(TEMPLATE_LAYOUTS).map((snippet) => snippet.edition))).toEqual(new Set(EDITIONS));
  });

  it('tell the edition of a report without a year, the newest of those with the same tables', () => {
    const told = ['2019', '2021', '2023', '2025', '2026'].map((edition) => readOne(withoutYear(edition)).edition.id);
    expect(told).toEqual(['2019', '2023', '2023', '2025', '2026']);
  });

  it('that have the same tables are not outdated for one another', () => {
    expect(outdated(reportOn('2021', 2023))).toEqual([]);
    expect(outdated(reportOn('2023', 2022))).toEqual([]);
    expect(outdated(reportOn('2023', 2023), '2021')).toEqual([]);
    expect(outdated(reportOn('2021', 2021), '2023')).toEqual([]);
  });

  it('are outdated table by table, where a table is another one', () => {
    const named = /“(.*)” is of the (\d+) edition .* should use the (\d+) edition/;
    const told = (text: string): readonly (readonly string[])[] =>
      outdated(text).map((message) => named.exec(message)!.slice(1));
    const [disclosure, requests, review] = [
      'Information disclosed proactively',
      'Disclosure requests received and handled',
      'Reconsideration and litigation',
    ];
    expect(told(reportOn('2019', 2023))).toEqual([
      [disclosure, '2019', '2023'],
      [requests, '2019', '2023'],
    ]);
    expect(told(reportOn('2021', 2025))).toEqual([
      [requests, '2023', '2025'],
      [review, '2023', '2025'],
    ]);
    expect(told(reportOn('2025', 2026))).toEqual([[requests, '2025', '2026']]);
    expect(told(reportOn('2026', 2025))).toEqual([[requests, '2026', '2025']]);
    expect(told(reportOn('2026', 2022))).toEqual([
      [requests, '2026', '2021'],
      [review, '2025', '2021'],
    ]);
  });

  it('are told by the words that the other form does not have', () => {
    const text = reportOn('2025', 2026);
    const report = readOne(text);
    const [found] = check(report, DEFAULT_SETTINGS);
    expect(text.slice(found!.span.start, found!.span.end)).toBe('3.要求提供公开出版物');
  });

  it('can be chosen in settings and configurations', () => {
    const complaints: string[] = [];
    expect(readSettings({ edition: '2026' }, undefined, (problem) => complaints.push(problem)).edition).toBe('2026');
    expect(parseConfig('{ "edition": "2023" }')).toEqual({ config: { edition: '2023' }, problems: [] });
    expect(complaints).toEqual([]);
  });
});
