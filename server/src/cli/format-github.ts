import path from 'node:path';
import type { Severity } from '../core/index';
import type { Format } from './format';
import { shown } from './shown';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands of GitHub Actions: annotations at the lines. */
export const github: Format = {
  printsFixes: false,
  saysAll: false,
  separator: '',
  start: () => '',
  parts: ({ path: file, reports }) =>
    reports.flatMap(({ findings }) =>
      findings.map(({ rule, severity, message, range: { start, end } }) => {
        const lines = `line=${start.line + 1},endLine=${end.line + 1},col=${start.character + 1},endColumn=${end.character + 1}`;
        return `::${COMMANDS[severity]} file=${property(file.split(path.sep).join('/'))},${lines},title=${rule}::${data(message)}\n`;
      }),
    ),
  end: () => '',
};

/** Line ends are escaped first, and stay what they are for the reader. */
const data = (text: string): string =>
  shown(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
