import type { OverviewFinding, OverviewReport } from '../core/index';
import type { Format } from './format';
import { csvLine, spreadsheetLine } from './csv';

/** A report a line, to be gathered: what is written of many at once goes by these. */
export const overview: Format = {
  printsFixes: false,
  printsOverview: true,
  saysAll: true,
  separator: '',
  start: () => '',
  parts: ({ overview: reports = [] }) => reports.map((report) => JSON.stringify(report)),
  end: () => '',
};

const COLUMNS: readonly (keyof OverviewReport | keyof OverviewFinding)[] = [
  'path',
  'body',
  'year',
  'edition',
  'severity',
  'rule',
  'name',
  'line',
  'column',
  'place',
  'value',
  'expected',
  'lastYear',
  'message',
];

/** A finding a line, for spreadsheets; RFC 4180, with the mark by which Excel knows UTF-8. */
export const csv: Format = {
  printsFixes: false,
  printsOverview: true,
  saysAll: false,
  separator: '',
  start: () => `\ufeff${csvLine(COLUMNS)}`,
  parts: ({ overview: reports = [] }) =>
    reports.flatMap((report) =>
      report.findings.map((finding) => {
        const values: Readonly<Record<string, unknown>> = { ...report, ...finding };
        return spreadsheetLine(COLUMNS.map((name) => String(values[name] ?? '')));
      }),
    ),
  end: () => '',
};
