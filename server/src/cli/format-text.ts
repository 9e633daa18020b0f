import { arrivalLines, displayWidth, Lines, UNJUDGED, wordsIn, type Locale, type Severity } from '../core/index';
import type { Format } from './format';
import type { CheckedFinding, Summary } from './result';
import { shown, shownLine } from './shown';
import { skippedLine } from '../files/skipped';

const SEVERITIES: Readonly<Record<Severity, Readonly<Record<Locale, string>>>> = {
  error: { 'zh-CN': '错误', en: 'error' },
  warning: { 'zh-CN': '警告', en: 'warning' },
  information: { 'zh-CN': '提示', en: 'information' },
  hint: { 'zh-CN': '建议', en: 'hint' },
};

/**
 * For people: each finding with its line, the place marked below it; then a line that sums up, and one for what was not
 * looked at.
 */
export const text: Format = {
  printsFixes: false,
  saysAll: true,
  separator: '',
  start: () => '',
  parts: ({ path, text: source, reports }, locale) => {
    const lines = Lines.of(source);
    return reports.flatMap(({ reason, findings, omitted = 0 }) => [
      ...(reason === null ? [] : [shownLine(`${path}: ${wordsIn(UNJUDGED[reason], locale)}`)]),
      ...findings.flatMap((finding) => [describe(path, finding, locale), quote(source, lines, finding)]),
      ...(omitted > 0
        ? [
            shownLine(
              `${path}: ${locale === 'en' ? `${omitted} more findings not listed` : `另有 ${omitted} 处未列出`}`,
            ),
          ]
        : []),
    ]);
  },
  end: (summary, locale) =>
    shownLine(sumUp(summary, locale)) +
    (summary.accepted > 0 ? shownLine(acceptedLine(summary.accepted, locale)) : '') +
    summary.arrivals.flatMap((one) => arrivalLines(one, locale).map(shownLine)).join('') +
    (summary.skipped.length > 0 ? shownLine(skippedLine(summary.skipped, locale)) : ''),
};

function describe(path: string, { range, severity, message, rule }: CheckedFinding, locale: Locale): string {
  return shownLine(
    `${path}:${range.start.line + 1}:${range.start.character + 1}: ${SEVERITIES[severity][locale]}: ${message} [${rule}]`,
  );
}

/** The line of a finding with marks below the place; a place of no width gets one mark. */
function quote(source: string, lines: Lines, { range }: CheckedFinding): string {
  const line = source.slice(lines.start(range.start.line), lines.end(range.start.line));
  if (line.length > LONGEST) return '';
  const end = range.end.line === range.start.line ? range.end.character : line.length;
  const printed = asPrinted(line);
  if (displayWidth(printed) > WIDEST) return '';
  const before = displayWidth(asPrinted(line.slice(0, range.start.character)));
  const width = Math.max(1, displayWidth(asPrinted(line.slice(0, end))) - before);
  const number = String(range.start.line + 1).padStart(6);
  return `${number} | ${printed}\n${' '.repeat(number.length)} | ${' '.repeat(before)}${'^'.repeat(width)}\n`;
}

/** Longer lines are not quoted. */
const WIDEST = 160;
const LONGEST = 1000;
const TAB_STOP = 4;

/**
 * The text with tabs as the spaces that they stand for, so that marks below it stand where they should, and without
 * what steers a terminal.
 */
function asPrinted(text: string): string {
  const [first = '', ...others] = text.split('\t').map(shown);
  return others.reduce(
    (printed, next) => printed + ' '.repeat(TAB_STOP - (displayWidth(printed) % TAB_STOP)) + next,
    first,
  );
}

function sumUp(
  { files, unrecognised, failures, errors, warnings, information, hints }: Summary,
  locale: Locale,
): string {
  if (locale === 'en') {
    const besides = `${unrecognised > 0 ? `, ${unrecognised} no reports` : ''}${failures > 0 ? `, ${failures} failures` : ''}`;
    return `${files} files${besides}: ${errors} errors, ${warnings} warnings, ${information} information, ${hints} hints`;
  }
  const besides = `${unrecognised > 0 ? `，${unrecognised} 份未识别为年报` : ''}${failures > 0 ? `，${failures} 处未能检查` : ''}`;
  return `共 ${files} 个文件${besides}：错误 ${errors}，警告 ${warnings}，提示 ${information}，建议 ${hints}`;
}

export const acceptedLine = (accepted: number, locale: Locale): string =>
  locale === 'en' ? `${accepted} findings are in the baseline` : `另有 ${accepted} 处已列入基线`;
