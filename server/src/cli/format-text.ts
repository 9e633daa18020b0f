import { displayWidth, Lines, type Locale, type Severity } from '../core/index';
import type { CheckedFinding, CheckResult, Sources } from './result';

const SEVERITIES: Readonly<Record<Severity, Readonly<Record<Locale, string>>>> = {
  error: { 'zh-CN': '错误', en: 'error' },
  warning: { 'zh-CN': '警告', en: 'warning' },
  information: { 'zh-CN': '提示', en: 'information' },
  hint: { 'zh-CN': '建议', en: 'hint' },
};

/** For people: each finding with its line, the place marked below it; then a line that sums up. */
export function text({ files, summary }: CheckResult, sources: Sources, locale: Locale): string {
  const output: string[] = [];
  for (const { path, recognised, findings } of files) {
    if (!recognised) output.push(`${path}: ${locale === 'en' ? 'no report recognised, not checked' : '未识别为年度报告，未检查'}\n`);
    const source = sources.get(path) ?? '';
    const lines = Lines.of(source);
    for (const finding of findings) output.push(describe(path, finding, locale), quote(source, lines, finding));
  }
  output.push(sumUp(summary, locale));
  return output.join('');
}

function describe(path: string, { range, severity, message, rule }: CheckedFinding, locale: Locale): string {
  return `${path}:${range.start.line + 1}:${range.start.character + 1}: ${SEVERITIES[severity][locale]}: ${message} [${rule}]\n`;
}

/** The line of a finding with marks below the place; a place of no width gets one mark. */
function quote(source: string, lines: Lines, { range }: CheckedFinding): string {
  const line = source.slice(lines.start(range.start.line), lines.end(range.start.line));
  const end = range.end.line === range.start.line ? range.end.character : line.length;
  const shown = expandTabs(line);
  if (displayWidth(shown) > WIDEST) return '';
  const before = displayWidth(expandTabs(line.slice(0, range.start.character)));
  const width = Math.max(1, displayWidth(expandTabs(line.slice(0, end))) - before);
  const number = String(range.start.line + 1).padStart(6);
  return `${number} | ${shown}\n${' '.repeat(number.length)} | ${' '.repeat(before)}${'^'.repeat(width)}\n`;
}

const WIDEST = 160;
const TAB_STOP = 4;

/** The text with tabs as the spaces that they stand for, so that marks below it stand where they should. */
function expandTabs(text: string): string {
  let shown = '';
  for (const character of text) shown += character === '\t' ? ' '.repeat(TAB_STOP - (displayWidth(shown) % TAB_STOP)) : character;
  return shown;
}

function sumUp({ files, errors, warnings, information, hints }: CheckResult['summary'], locale: Locale): string {
  return locale === 'en'
    ? `${files} files: ${errors} errors, ${warnings} warnings, ${information} information, ${hints} hints\n`
    : `共 ${files} 个文件：错误 ${errors}，警告 ${warnings}，提示 ${information}，建议 ${hints}\n`;
}
