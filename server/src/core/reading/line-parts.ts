import { fold, foldUnit, isSpace } from '../text/fold';
import type { Span } from '../text/span';
import { looksLikeValue, mayBeginValue } from '../text/value';

const BAR = 124;
const WIDE_BAR = 0xff5c;
/** What is sure to be read. */
const LONGEST_NUMBER = 9;

export const isBar = (code: number): boolean => code === BAR || code === WIDE_BAR;

/** Without the white space around it; `undefined` where there is nothing else. */
export function trimmed(text: string, from: number, to: number): Span | undefined {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return start === end ? undefined : { start, end };
}

export function hasGap(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isSpace(text.charCodeAt(i))) return true;
  return false;
}

export function isPlainNumber(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST_NUMBER) return false;
  for (let i = start; i < end; i++) if (!isDigit(text.charCodeAt(i))) return false;
  return true;
}

/** Few words begin as a value does; the others are not looked at closer. */
export const isValue = (text: string, start: number, end: number): boolean =>
  mayBeginValue(foldUnit(text.charCodeAt(start))) && looksLikeValue(fold(text.slice(start, end)));

/** Words between white space; a bracket behind a number is one word with it, gaps or not. */
export function wordsOf(text: string, start: number, end: number): (Span & { readonly value: boolean })[] {
  const words: (Span & { readonly value: boolean })[] = [];
  let from = -1;
  let depth = 0;
  for (let i = start; i <= end; i++) {
    const code = i < end ? text.charCodeAt(i) : SPACE;
    if (i === end || (isSpace(code) && depth === 0)) {
      if (from >= 0) words.push({ start: from, end: i, value: isValue(text, from, i) });
      from = -1;
      depth = 0;
      continue;
    }
    if (from < 0) from = i;
    const unit = foldUnit(code);
    if (unit === OPENING && i > from && isDigit(text.charCodeAt(from))) depth++;
    else if (unit === CLOSING && depth > 0) depth--;
  }
  return words;
}

const SPACE = 32;
const OPENING = 40;
const CLOSING = 41;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The cells between the bars of a line; the bars at its two ends open and close the row. */
export function barPieces(text: string, start: number, end: number): Span[] {
  const pieces: Span[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    if (i < end && !isBar(text.charCodeAt(i))) continue;
    pieces.push({ start: from, end: i });
    from = i + 1;
  }
  const isBlank = (piece: Span | undefined): boolean =>
    piece !== undefined && trimmed(text, piece.start, piece.end) === undefined;
  if (pieces.length > 1 && isBlank(pieces[0])) pieces.shift();
  if (pieces.length > 1 && isBlank(pieces.at(-1))) pieces.pop();
  return pieces;
}

export function endsWithBar(text: string, start: number, end: number): boolean {
  let last = end - 1;
  while (last > start && isSpace(text.charCodeAt(last))) last--;
  return isBar(text.charCodeAt(last));
}

/** `- 4 -`, `— 5 —`, 第 3 页, with or without the date of the print: what stands on top or at the foot of a page. */
export const isPageMark = (text: string, { start, end }: Span): boolean =>
  end - start <= LONGEST_PAGE_MARK && PAGE_MARK.test(fold(text.slice(start, end)));

const LONGEST_PAGE_MARK = 40;
const PAGE = String.raw`(?:-+\d{1,4}-+|第\d{1,4}页[,.]?(?:[(]?共\d{1,4}页[)]?)?)`;
const DATE = String.raw`(?:20\d\d[-/.]\d{1,2}[-/.]\d{1,2}|20\d\d年\d{1,2}月\d{1,2}日)`;
const PAGE_MARK = new RegExp(`^(?:${PAGE}|${DATE}(?:\\d{1,2}:\\d\\d(?::\\d\\d)?)?|${DATE}${PAGE}|${PAGE}${DATE})$`);

/** The line under a Markdown table's head. */
export function isRule(text: string, start: number, end: number): boolean {
  const line = text.slice(start, end);
  return line.length < 400 && /^[\s|:-]*$/.test(line) && line.includes('--');
}
