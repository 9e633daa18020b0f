import type { Format } from './format';
import { shown } from './shown';

/** A report a line, as an element of the one object that is printed or as a value of its own. */
const reportLines: Pick<Format, 'printsFixes' | 'parts'> = {
  printsFixes: true,
  parts: ({ reports }) => reports.map(jsonLine),
};

export const json: Format = {
  ...reportLines,
  saysAll: true,
  separator: ',\n',
  start: () => '{"version":1,"files":[\n',
  end: ({ arrivals, ...summary }) =>
    `\n],"missingBodies":${jsonLine(arrivals.flatMap(({ missing }) => missing))},"arrivals":${jsonLine(arrivals)},"summary":${jsonLine(summary)}}\n`,
};

export const ndjson: Format = {
  ...reportLines,
  saysAll: false,
  parts: (file, locale) => reportLines.parts(file, locale).map((line) => `${line}\n`),
  separator: '',
  start: () => '',
  end: () => '',
};

export const jsonLine = (value: unknown): string => shown(JSON.stringify(value));
