import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { nianbao, temporaryFolder } from '../support/command-line';
import { buildReport } from '../support/report-builder';

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/data.md'), 'utf8');
const [view, ...queries] = [...page.matchAll(/```sql\n([^]*?)```/g)].map(([, sql]) => sql!);

/** A report as it is made up: a body of each year, with values of table three for citizens and for one organisation. */
const REPORTS = Array.from({ length: 2000 }, (_, i) => {
  const [citizens, firms] = [(i * 7) % 13, (i * 5) % 3];
  const carriedIn = i % 4 === 0 ? 1 : 0;
  const granted = Math.min(citizens, i % 5);
  return {
    body: `青禾县第${1 + Math.floor(i / 2)}水务局`,
    year: 2022 + (i % 2),
    citizens,
    firms,
    carriedIn,
    granted,
    decided: citizens,
    carriedOut: firms + carriedIn,
  };
});
type Made = (typeof REPORTS)[number];

const row = (citizens: number, firms: number) => [citizens, firms, 0, 0, 0, 0, citizens + firms];
const textOf = ({ body, year, citizens, firms, carriedIn, granted, decided, carriedOut }: Made): string =>
  buildReport({
    edition: '2021',
    body,
    year,
    values: {
      new: row(citizens, firms),
      'carried-in': row(carriedIn, 0),
      granted: row(granted, 0),
      'refused.1': row(decided - granted, 0),
      'results-total': row(decided, 0),
      'carried-out': row(carriedIn, carriedOut - carriedIn),
    },
  });

const sum = (of: readonly Made[], value: (report: Made) => number): number =>
  of.reduce((total, report) => total + value(report), 0);

const { at, write } = temporaryFolder();

/** What lasts longer than a test may. */
const PATIENCE = 120_000;

/** What the queries of the page answer for all reports; numbers that may be large are plain ones. */
async function answers(): Promise<readonly (readonly Readonly<Record<string, unknown>>[])[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const asked = (sql: string): string => sql.replace('reports.ndjson', at('reports.ndjson'));
  await connection.run(asked(view!));
  const found = [];
  for (const sql of queries) found.push((await connection.runAndReadAll(asked(sql))).getRowObjects());
  const plain = (value: unknown): unknown =>
    typeof value === 'string' || typeof value === 'boolean' ? value : Number(value);
  return found.map((rows) =>
    rows.map((one) => Object.fromEntries(Object.entries(one).map(([name, value]) => [name, plain(value)]))),
  );
}

it(
  'what two thousand reports state answers the three questions of docs/data.md',
  async () => {
    REPORTS.forEach((report, i) => write(`reports/${i}.txt`, textOf(report)));
    expect((await nianbao('read', '--format', 'ndjson', '--out', 'reports.ndjson', 'reports')).status).toBe(0);
    const [most, carried, granted] = await answers();

    const requests = REPORTS.map(({ citizens, firms }) => citizens + firms).toSorted((a, b) => b - a);
    expect(most!.map((one) => one['requests'])).toEqual(requests.slice(0, 10));
    for (const one of most!)
      expect(
        REPORTS.some(
          ({ body, year, citizens, firms }) =>
            body === one['body'] && year === one['year'] && citizens + firms === one['requests'],
        ),
      ).toBe(true);

    expect(carried).toEqual(
      [2022, 2023].map((year) => {
        const of = REPORTS.filter((report) => report.year === year);
        const out = sum(of, ({ carriedOut }) => carriedOut);
        const handled = sum(of, ({ citizens, firms, carriedIn }) => citizens + firms + carriedIn);
        return { year, carried: out, handled, percent: Math.round((1000 * out) / handled) / 10 };
      }),
    );

    expect(granted).toEqual([
      { citizens: false, granted: 0, decided: 0 },
      { citizens: true, granted: sum(REPORTS, (one) => one.granted), decided: sum(REPORTS, (one) => one.decided) },
    ]);
    expect(queries).toHaveLength(3);
  },
  PATIENCE,
);
