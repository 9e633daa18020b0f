import type { Severity } from '../core/index';
import type { CheckResult } from './result';
import { shown } from './shown';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** Workflow commands of GitHub Actions: annotations at the lines. */
export function github({ files }: CheckResult): string {
  return files
    .flatMap(({ path, findings }) =>
      findings.map(({ rule, severity, message, range: { start, end } }) => {
        const place = `file=${property(path)},line=${start.line + 1},endLine=${end.line + 1},col=${start.character + 1},endColumn=${end.character + 1},title=${rule}`;
        return `::${COMMANDS[severity]} ${place}::${data(message)}\n`;
      }),
    )
    .join('');
}

/** Line ends are escaped first, and stay what they are for the reader. */
const data = (text: string): string => shown(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
