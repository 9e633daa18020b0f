import type { Checked, Judged } from '../check/check';
import { cellKey } from '../collection/summary';
import type { LastYear } from '../collection/last-year';
import type { IgnoreKind } from '../context/ignores';
import { say, wordsIn, type Locale } from '../messages';
import type { Report } from '../model/report';
import { rangeOf, type Segment } from '../reading/document';
import type { Severity } from '../settings';
import { format } from '../text/decimal';

/** A report in an overview of many, in one language; plain data. */
export interface OverviewReport {
  readonly path: string;
  readonly body: string;
  readonly year: number | undefined;
  readonly edition: string;
  readonly recognised: boolean;
  readonly findings: readonly OverviewFinding[];
  /** What was found and is not shown, with what was said of it. */
  readonly setAside: readonly OverviewSetAside[];
}

export interface OverviewFinding {
  readonly rule: string;
  readonly name: string;
  readonly severity: Severity;
  /** Counted from 1, as people do. */
  readonly line: number;
  readonly column: number;
  /** The row and column of a value; empty elsewhere. */
  readonly place: string;
  readonly value: string;
  /** What should stand there, where that is known. */
  readonly expected: string;
  /** What last year's report states in the same cell. */
  readonly lastYear: string;
  readonly message: string;
}

export interface OverviewSetAside extends OverviewFinding {
  readonly kind: IgnoreKind;
  readonly reason: string;
  readonly by: string;
  readonly date: string;
}

export interface OverviewOf extends Omit<Checked, 'entries'> {
  readonly path: string;
  readonly segment: Segment;
  readonly lastYear: LastYear | undefined;
}

export function overviewOf(
  { path, segment, findings, setAside, lastYear }: OverviewOf,
  locale: Locale,
): OverviewReport {
  const { report } = segment;
  const told = (finding: Judged): OverviewFinding => {
    const { start } = rangeOf(segment, finding.span);
    const cell = cellAt(report, finding);
    const last = cell && lastYear?.summary.cells.get(cell.key);
    return {
      rule: finding.rule.id,
      name: wordsIn(finding.rule.name, locale),
      severity: finding.severity,
      line: start.line + 1,
      column: start.character + 1,
      place: cell === undefined ? '' : wordsIn(cell.name, locale),
      value: shortened(report.text.slice(finding.span.start, finding.span.end)),
      expected: expectedBy(finding, locale),
      lastYear: last === undefined ? '' : format(last.amount),
      message: say(finding.message, locale),
    };
  };
  return {
    path,
    body: report.body?.text ?? '',
    year: report.year?.value,
    edition: report.recognised ? report.edition.id : '',
    recognised: report.recognised,
    findings: findings.map(told),
    setAside: setAside.map(({ finding, ignore: { kind = 'not-applicable', reason, by = '', date = '' } }) => ({
      ...told(finding),
      kind,
      reason,
      by,
      date,
    })),
  };
}

function cellAt({ tables }: Report, { span }: Judged) {
  for (const table of tables) {
    for (const row of table.rows) {
      if (span.start < row.span.start || span.end > row.span.end) continue;
      for (const { column, span: own } of row.cells) {
        if (own.start === span.start && own.end === span.end)
          return {
            key: cellKey(table.id, row.form.id, column.id),
            name: { zh: `${row.form.name.zh}·${column.name.zh}`, en: `${row.form.name.en} · ${column.name.en}` },
          };
      }
    }
  }
  return undefined;
}

/** What its words say, else what its first repair writes in its place. */
function expectedBy({ message, span, repairs }: Judged, locale: Locale): string {
  const { expected } = message.args;
  if (expected !== undefined) return typeof expected === 'object' ? wordsIn(expected, locale) : String(expected);
  const [first] = repairs();
  const [edit, ...others] = first?.edits ?? [];
  const isThere =
    edit !== undefined && others.length === 0 && edit.span.start === span.start && edit.span.end <= span.end;
  return isThere ? shortened(edit.newText) : '';
}

const LONGEST = 200;

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
};
