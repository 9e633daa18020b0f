import { overviewCsv, overviewCsvHeader } from '../core/index';
import type { Format } from './format';

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

/** A finding a line, for spreadsheets. */
export const csv: Format = {
  printsFixes: false,
  printsOverview: true,
  saysAll: false,
  separator: '',
  start: () => overviewCsvHeader,
  parts: ({ overview: reports = [] }) => reports.flatMap(overviewCsv),
  end: () => '',
};
