import type { ReportStatus, StatusResult } from '../../../../server/src/lsp/protocol';
import type { Translate } from '../translate';

/** The findings of a document by severity. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
}

/** What the status bar and the language status say. */
export interface StatusText {
  readonly text: string;
  readonly tooltip: string;
  /**
   * For the language status, which has room for few words: verdict and edition, then layout and how much of the form
   * was read.
   */
  readonly summary: string;
  readonly detail: string;
  /** For screen readers: the same in words alone. */
  readonly spoken: string;
}

/** How many reports of a volume the tooltip lists. */
const LISTED = 8;

export function checkingText(t: Translate): StatusText {
  const tooltip = t('The report is being checked');
  return unknown('年报 …', tooltip, tooltip);
}

export function unavailableText(t: Translate): StatusText {
  const tooltip = t('The language server is not running: reports are not checked. Click to restart it.');
  return unknown(t('年报 not checked'), tooltip, tooltip);
}

export function failedText(t: Translate): StatusText {
  const tooltip = t(
    'The check could not be completed: there may be more problems than those shown. The log tells why.',
  );
  return unknown(t('年报 check failed'), tooltip, `${tooltip}\n${t('Click to see what can be done')}`);
}

export function statusText(
  { recognised, reason, garbled, failed, reports }: StatusResult,
  counts: Counts,
  t: Translate,
): StatusText {
  if (garbled) {
    const tooltip = t('The file was opened in a wrong encoding. Nothing in it was checked.');
    return unknown(t('年报 garbled'), tooltip, `${tooltip}\n${t('Click to see what can be done')}`);
  }
  if (failed) return failedText(t);
  const [first] = reports;
  if (!recognised || first === undefined) {
    const tooltip = reason ?? t('No annual report was recognised in this file.');
    return unknown(t('年报 not recognised'), tooltip, `${tooltip}\n${t('Click to see what can be done')}`);
  }
  const about = reports.length === 1 ? formOf(first, t) : t('{0} reports', reports.length);
  const found = countsOf(counts, t);
  const lines =
    reports.length === 1
      ? [first.body ?? t('Body not recognised'), about, ...evidenceOf(first, t), layoutOf(first, t), rowsOf(first, t)]
      : [
          about,
          ...reports.slice(0, LISTED).map((report) => lineOf(report, t)),
          ...(reports.length > LISTED ? ['…'] : []),
        ];
  return {
    text: `年报 ${verdictOf(counts)} · ${about}`,
    tooltip: [...lines, found, t('Click to see what can be done')].join('\n'),
    summary: `${verdictOf(counts)} · ${about}`,
    detail: reports.length === 1 ? `${layoutOf(first, t)} · ${rowsOf(first, t)}` : found,
    spoken: `年报, ${found}, ${about}`,
  };
}

/** Where there is nothing to tell but why. */
const unknown = (text: string, reason: string, tooltip: string): StatusText => ({
  text,
  tooltip,
  summary: text,
  detail: reason,
  spoken: `年报, ${reason}`,
});

/** Crosses, exclamation marks, or a tick; mere hints do not spoil it. */
export function verdictOf({ errors, warnings }: Counts): string {
  const marks = [...(errors > 0 ? [`✗${errors}`] : []), ...(warnings > 0 ? [`⚠${warnings}`] : [])];
  return marks.length > 0 ? marks.join(' ') : '✓';
}

export function countsOf({ errors, warnings, others }: Counts, t: Translate): string {
  return errors + warnings + others === 0
    ? t('No problems found')
    : t('Errors: {0}, warnings: {1}, hints: {2}', errors, warnings, others);
}

function formOf({ year, edition }: ReportStatus, t: Translate): string {
  return year === null ? t('{0} edition', edition) : t('{0} ({1} edition)', year, edition);
}

function lineOf(report: ReportStatus, t: Translate): string {
  return `${report.body ?? t('Body not recognised')} · ${formOf(report, t)} · ${rowsOf(report, t)}`;
}

function layoutOf({ layout }: ReportStatus, t: Translate): string {
  const names: Readonly<Record<string, string>> = {
    cells: t('one cell a line'),
    tsv: t('one row a line, separated by tabs'),
    markdown: t('Markdown tables'),
    bars: t('one cell a line, with bars'),
    lines: t('one cell a line, without tabs'),
    aligned: t('one row a line, separated by spaces'),
    none: t('no table found'),
  };
  return t('Layout: {0}', names[layout] ?? layout);
}

function evidenceOf({ evidence }: ReportStatus, t: Translate): string[] {
  return evidence.length === 0
    ? []
    : [t('Edition told by: {0}', evidence.map((words) => `“${words.replace(/\s+/g, '')}”`).join(' '))];
}

function rowsOf({ rowsRead, rowsOfForm }: ReportStatus, t: Translate): string {
  return t('{0} of {1} rows read', rowsRead, rowsOfForm);
}
