import { csvLine, spreadsheetLine } from '../text/csv';
import type { OverviewFinding, OverviewReport, OverviewSetAside } from './overview';

const COLUMNS: readonly (keyof OverviewReport | keyof OverviewFinding | keyof OverviewSetAside)[] = [
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
  'kind',
  'reason',
  'by',
  'date',
];

/** The mark by which Excel knows UTF-8, and the names of the columns. */
export const overviewCsvHeader = `\ufeff${csvLine(COLUMNS)}`;

/** A finding a line, for spreadsheets; RFC 4180. Those that were set aside say of which kind they are. */
export const overviewCsv = (report: OverviewReport): readonly string[] =>
  [...report.findings, ...report.setAside].map((finding) => {
    const values: Readonly<Record<string, unknown>> = { ...report, ...finding };
    return spreadsheetLine(COLUMNS.map((name) => String(values[name] ?? '')));
  });
