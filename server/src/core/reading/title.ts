import type { Title } from '../model/report';
import { fold, foldUnit, isSpace, withoutRadicals } from '../text/fold';
import { disclosure, ORDINAL, PRINTED_YEAR, REMARK, REPORT, YEAR_DIGITS } from '../text/lexicon';
import type { Lines } from '../text/lines';
import { numeralValue } from '../text/numerals';
import { span, type Span } from '../text/span';

/**
 * A folded title ends so; 政府信息公开 may be said as 信息公开 or 政务公开 by those who write it freely, and the year or a date may
 * follow in brackets. 关于报送…年度报告的报告 is the letter that goes with it.
 */
const ENDING = new RegExp(`${disclosure()}.{0,12}(?<!报告的)${REPORT}${REMARK}$`);
/** A second line that is a title of its own: it names a year, or has more than the title's words. */
const SELF_SUFFICIENT = new RegExp(`\\d{4}.*${disclosure()}|^.{3,}(?:政府)?${disclosure()}`);
const SENTENCE = /[。;!?《》:]|,/;
const YEAR = new RegExp(`${YEAR_DIGITS}年?`);
/** Below a title that has no year. */
const YEAR_ALONE = new RegExp(`^\\(?${YEAR_DIGITS}年?度?\\)?$`);
/** A body's name on a line of its own. */
const BODY =
  /(?:府|厅|局|委|委员会|办|办公室|院|部|会|所|中心|站|队|处|区|县|市|镇|乡|街道|道|管理局|司|署|行|学|校|社|团|公司|银行|园|场)$/;
const LONGEST_TITLE = 80;

export interface FoundTitle {
  readonly firstLine: number;
  readonly lastLine: number;
}

/**
 * The title above a line: the first, or the last below a list of titles; it may run over two lines and have the body's
 * name above it.
 */
export function findTitle(text: string, lines: Lines, to: number): Title | undefined {
  const found = [...titlesIn(text, lines, 0, to)];
  const title = found.length > 2 ? found.at(-1) : found[0];
  return title === undefined ? undefined : titleOf(text, lines, title.firstLine, title.lastLine);
}

/** All titles of a text in their order; only what ends like a title is looked at, so that a long text costs little. */
export function findTitles(text: string, lines: Lines): readonly FoundTitle[] {
  const found = new Map<number, FoundTitle>();
  for (const { index } of text.matchAll(TITLE_END)) {
    const line = lines.lineAt(index);
    for (const title of titlesIn(text, lines, Math.max(0, line - 3), Math.min(lines.count, line + 3)))
      if (title.lastLine >= line && !found.has(title.firstLine)) found.set(title.firstLine, title);
  }
  return [...found.values()].sort((a, b) => a.firstLine - b.firstLine);
}

/** The site's name behind a page's title. */
const SITE_BEHIND = '(?:[ \\t]*[_|｜–—-][^_|｜\\r\\n]{2,30})?';
const TITLE_END = new RegExp(
  `${REPORT}(?=${REMARK}[ \\t*|]*${SITE_BEHIND}$)(?<=公[开開][^\\r\\n]{0,14}(?:\\s{1,4}[^\\r\\n]{0,16})?..)`,
  'gm',
);

function* titlesIn(text: string, lines: Lines, from: number, to: number): Iterable<FoundTitle> {
  const printed: number[] = [];
  for (let line = from; line < to; line++) if (!isBlank(text, lines, line)) printed.push(line);
  for (let i = 0; i < printed.length; i++) {
    const first = printed[i]!;
    const next = printed[i + 1];
    if (!endsAsTitle(text, lines, first) && (next === undefined || !endsAsTitle(text, lines, next))) continue;
    const last = titleEnd(text, lines, first, next);
    if (last === undefined) continue;
    const above = printed[i - 1];
    const named =
      above !== undefined && lacksBody(folded(text, lines, first)) && isBodyName(folded(text, lines, above));
    yield { firstLine: named ? above : first, lastLine: last };
    if (last !== first) i++;
  }
}

/**
 * Whether the last sign on a line is the last of 报告, 年报 or brackets behind them: few lines have to be looked at closer.
 */
function endsAsTitle(text: string, lines: Lines, line: number): boolean {
  const { start, end } = within(text, lines.span(line));
  return end > start && LAST_SIGNS.has(foldUnit(text.charCodeAt(end - 1)));
}

const LAST_SIGNS = new Set([...'告报)'].map((sign) => sign.charCodeAt(0)));

/** The line on which a title that begins on `line` ends. */
function titleEnd(text: string, lines: Lines, line: number, next: number | undefined): number | undefined {
  const words = folded(text, lines, line);
  if (words === '' || SENTENCE.test(words) || isNumbered(words)) return undefined;
  if (ENDING.test(words))
    return next !== undefined && next <= line + 2 && !YEAR.test(words) && YEAR_ALONE.test(folded(text, lines, next))
      ? next
      : line;
  if (next === undefined || next > line + 2 || words.length < 4) return undefined;
  const joined = words + folded(text, lines, next);
  return joined.length <= LONGEST_TITLE &&
    !SENTENCE.test(joined) &&
    ENDING.test(joined) &&
    /公开|信息|\d{4}年?/.test(words) &&
    !SELF_SUFFICIENT.test(folded(text, lines, next))
    ? next
    : undefined;
}

function titleOf(text: string, lines: Lines, first: number, last: number): Title {
  const whole = span(within(text, lines.span(first)).start, within(text, lines.span(last)).end);
  const year = findYear(text, whole);
  return { span: whole, text: joinLines(text, lines, first, last), year, body: findBody(text, whole, year?.span) };
}

function findYear(text: string, within: Span): Title['year'] {
  const printed = text.slice(within.start, within.end);
  const years = [...printed.matchAll(YEAR_IN_PRINT)].flatMap(({ index, 1: digits = '' }) => {
    const value = numeralValue(fold(digits));
    const start = within.start + index;
    return value === undefined || value < 1990 || value > 2100
      ? []
      : [{ value, span: span(start, start + digits.length) }];
  });
  // 第2003中学2022年: a body may have a number in its name.
  return years.find((year) => /^\s*年/.test(text.slice(year.span.end, within.end))) ?? years[0];
}

/** Of a date that follows the title it is no year. */
const YEAR_IN_PRINT = new RegExp(
  `(${PRINTED_YEAR})(?!\\s*年?\\s*(?:[0-9０-９]|${ORDINAL}){1,2}\\s*月|[-./][0-9])`,
  'g',
);

/** The body's name is what stands before the year, else before the title's own words. */
function findBody(text: string, within: Span, year: Span | undefined): Title['body'] {
  const printed = text.slice(within.start, within.end);
  // In 某县人民政府信息公开工作… the word 政府 belongs to the body.
  const words = OWN_WORDS.exec(printed);
  const subject = words === null ? within.end : within.start + words.index;
  const candidates =
    year === undefined
      ? [span(within.start, subject)]
      : [span(within.start, Math.min(year.start, subject)), span(Math.min(subject, year.end), subject)];
  for (const candidate of candidates) {
    const name = text
      .slice(candidate.start, candidate.end)
      .replace(/^\s*(?:年度?|的)|关于(?:印发|发布|公布|报送)?$/g, (other) => ' '.repeat(other.length));
    const start = candidate.start + name.length - name.trimStart().length;
    const end = candidate.start + name.trimEnd().length;
    if (end > start)
      return { text: withoutRadicals(text.slice(start, end).replace(/\s+/g, '')), span: span(start, end) };
  }
  return undefined;
}

const OWN_WORDS = new RegExp(`(?<!人民)(?:政府)?${disclosure('\\s*')}`);

const folded = (text: string, lines: Lines, line: number): string => {
  const { start, end } = within(text, lines.span(line));
  return end - start > 2 * LONGEST_TITLE ? '' : fold(text.slice(start, end));
};

/** A title that begins with the year or with its own words has its body's name above it. */
const lacksBody = (folded: string): boolean => YEAR.exec(folded)?.index === 0 || /^政?府?信息公开/.test(folded);
const isNumbered = (folded: string): boolean => NUMBERED.test(folded);
const NUMBERED = new RegExp(`^(?:${ORDINAL}{1,3}[.]|\\d{1,2}[.]|\\((?:${ORDINAL}|\\d){1,3}\\))`);
/** Whether folded words are a body's name. */
export const isBodyName = (folded: string): boolean =>
  folded.length >= 3 && folded.length <= 30 && BODY.test(folded) && !SENTENCE.test(folded) && !ENDING.test(folded);

function isBlank(text: string, lines: Lines, line: number): boolean {
  for (let i = lines.start(line); i < lines.end(line); i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
}

/**
 * What a line says without what pages put around a title: Markdown's marks, the bars of a cell, 标题: before it, the
 * site's name behind _, | or -.
 */
function within(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && (isSpace(text.charCodeAt(from)) || LEADS.has(text[from]!))) from++;
  while (to > from && isTail(text.charCodeAt(to - 1))) to--;
  if (text[from] === '标' || text[from] === '題' || text[from] === '题')
    from += /^(?:标\s*)?题\s*(?:名称?)?\s*[:：]\s*/.exec(text.slice(from, to))?.[0].length ?? 0;
  if (to - from <= 2 * LONGEST_TITLE) {
    const site = SITE.exec(text.slice(from, to));
    if (site !== null) to = from + site.index;
  }
  return span(from, to);
}

const LEADS = new Set('#*>|｜');
/** What folding drops at the end of a line, and the marks that close a cell. */
const isTail = (code: number): boolean => foldUnit(code) === 0 || code === 42 || code === 124;
const SITE = /(?<=[告报報）)])\s*(?:[_|｜]|\s[-–—])[^_|｜。，；]{2,30}$/;

function joinLines(text: string, lines: Lines, first: number, last: number): string {
  let joined = '';
  for (let line = first; line <= last; line++) {
    const { start, end } = within(text, lines.span(line));
    joined += text.slice(start, end);
  }
  return joined;
}
