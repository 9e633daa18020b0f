import { fold, isSpace } from '../text/fold';
import type { Lines } from '../text/lines';
import {
  barPieces,
  endsWithBar,
  hasGap,
  isBar,
  isPageMark,
  isPlainNumber,
  isRule,
  isValue,
  trimmed,
  wordsOf,
} from './line-parts';
import { Kind, Tokens } from './tokens';

const TAB = 9;

/**
 * Cuts a text into tokens, line by line; `walls` are the lines that hold a section heading, `headers` those that stand
 * on top of a page; both in order.
 */
export function tokenize(
  text: string,
  lines: Lines,
  walls: readonly number[],
  headers: readonly number[] = [],
  tokens = new Tokens(),
): Tokens {
  tokens.begin(text);
  const tokenizer = new Tokenizer(text, tokens);
  let nextWall = 0;
  let nextHeader = 0;
  for (let line = 0; line < lines.count; line++) {
    if (headers[nextHeader] === line) nextHeader++;
    else if (walls[nextWall] === line) {
      tokenizer.wall(lines.start(line));
      nextWall++;
    } else tokenizer.line(lines.start(line), lines.end(line));
  }
  return tokens;
}

class Tokenizer {
  /**
   * What the last line that was not blank was: a lone bar closes a plain line's cell, and is an empty cell elsewhere.
   */
  private last: 'plain' | 'tab-cell' | 'other' = 'other';
  /** Cells on lines of their own that follow one another without a blank line: only then do blank lines end rows. */
  private adjacent = false;
  private blankAt = -1;
  /** The next place of each mark of a cell. */
  private nextTab = -1;
  private nextBar = -1;
  private nextWideBar = -1;

  constructor(
    private readonly text: string,
    private readonly tokens: Tokens,
  ) {}

  wall(offset: number): void {
    this.tokens.add(Kind.Wall, offset, offset, -1, false);
    this.last = 'other';
  }

  line(start: number, end: number): void {
    if (end === start) {
      this.blank(start);
      return;
    }
    const { text } = this;
    if (text.charCodeAt(start) === TAB && this.loneTabCell(start + 1, end)) return;
    this.findMarks(start);
    if (this.nextBar < end || this.nextWideBar < end) this.barLine(start, end);
    else if (this.nextTab < end) this.tabLine(start, end);
    else {
      let words = 0;
      for (let i = start; i < end && words <= LONGEST_LABEL; i++) if (!isSpace(text.charCodeAt(i))) words++;
      // A page that ends says nothing about rows.
      if (words > 0) this.plainLine(start, end, words);
      else if (!text.slice(start, end).includes('\f')) this.blank(start);
    }
  }

  /** Finds the next marks of cells. Lines come in order, so that each mark is searched once. */
  private findMarks(start: number): void {
    if (this.nextTab < start) this.nextTab = this.next('\t', start);
    if (this.nextBar < start) this.nextBar = this.next('|', start);
    if (this.nextWideBar < start) this.nextWideBar = this.next('｜', start);
  }

  private next(mark: string, from: number): number {
    const next = this.text.indexOf(mark, from);
    return next < 0 ? this.text.length : next;
  }

  /** A blank line ends a row of marked cells, unless a plain line goes on with the last cell's words behind it. */
  private blank(offset: number): void {
    if (this.blankAt < 0) this.blankAt = offset;
  }

  private endRowAtBlank(): void {
    if (this.blankAt >= 0 && this.last === 'tab-cell' && this.adjacent) this.rowEnd(this.blankAt);
  }

  /** A tab and one cell, as most lines of most reports are: read in one pass. `false` where the line holds more. */
  private loneTabCell(from: number, end: number): boolean {
    let first = -1;
    let last = from;
    for (let i = from; i < end; i++) {
      const code = this.text.charCodeAt(i);
      if (code === TAB || isBar(code)) return false;
      if (isSpace(code)) continue;
      if (first < 0) first = i;
      last = i + 1;
    }
    if (this.last === 'tab-cell' && this.blankAt < 0) this.adjacent = true;
    this.endRowAtBlank();
    if (first < 0) this.tokens.add(Kind.Empty, from, from, -1, true);
    else this.filledCell(first, last, -1);
    this.seen('tab-cell');
    return true;
  }

  private tabLine(start: number, end: number): void {
    this.endRowAtBlank();
    let column = 0;
    let from = start;
    let first = -1;
    let last = start;
    for (let i = start; i <= end; i++) {
      const code = i < end ? this.text.charCodeAt(i) : TAB;
      if (code === TAB) {
        if (first < 0) this.tokens.add(Kind.Empty, from, from, column, true);
        else this.filledCell(first, last, column);
        column++;
        from = i + 1;
        first = -1;
      } else if (!isSpace(code)) {
        if (first < 0) first = i;
        last = i + 1;
      }
    }
    this.rowEnd(end);
    this.seen('other');
  }

  private barLine(start: number, end: number): void {
    this.endRowAtBlank();
    let bars = 0;
    let words = 0;
    for (let i = start; i < end; i++) {
      const code = this.text.charCodeAt(i);
      if (isBar(code)) bars++;
      else if (!isSpace(code)) words++;
    }
    if (words === 0) {
      if (bars > 1) this.blankRow(start, end);
      else if (this.last !== 'plain') this.tokens.add(Kind.Empty, end, end, -1, true);
      this.seen('other');
      return;
    }
    if (isRule(this.text, start, end)) return;
    const pieces = barPieces(this.text, start, end);
    const several = pieces.length > 1;
    pieces.forEach((piece, column) => this.cell(piece.start, piece.end, several ? column : -1));
    // A cell that no bar closes goes on in the next line, unless a value ends the row.
    if (several && (endsWithBar(this.text, start, end) || this.tokens.kind(this.tokens.count - 1) === Kind.Value))
      this.rowEnd(end);
    this.seen('other');
  }

  /** Bars with space between them hold empty cells; bars alone only end the row above. */
  private blankRow(start: number, end: number): void {
    const pieces = barPieces(this.text, start, end);
    if (pieces.some((piece) => piece.end > piece.start))
      pieces.forEach((piece, column) => this.tokens.add(Kind.Empty, piece.start, piece.start, column, true));
    this.rowEnd(end);
  }

  /** A marked cell: one value, words or nothing. */
  private cell(from: number, to: number, column: number): void {
    const inner = trimmed(this.text, from, to);
    if (inner === undefined) {
      this.tokens.add(Kind.Empty, from, from, column, true);
      return;
    }
    this.filledCell(inner.start, inner.end, column);
  }

  private filledCell(start: number, end: number, column: number): void {
    if (isPlainNumber(this.text, start, end)) {
      this.tokens.add(Kind.Value, start, end, column, true);
      return;
    }
    if (column === -1 && hasGap(this.text, start, end) && this.plainWords(start, end, true)) return;
    if (isValue(this.text, start, end)) this.tokens.add(Kind.Value, start, end, column, true);
    else this.tokens.addWords(start, end, column, true);
  }

  private plainLine(start: number, end: number, words: number): void {
    const inner = trimmed(this.text, start, end);
    if (inner === undefined || isPageMark(this.text, inner)) return;
    if (!this.plainWords(inner.start, inner.end, false)) {
      if (words > LONGEST_LABEL) {
        this.tokens.add(Kind.Words, inner.start, inner.end, -1, false);
        this.seen('plain');
        return;
      }
      const { start: from, end: to } = inner;
      if (isValue(this.text, from, to) && fold(this.text.slice(from, to)) !== '无')
        this.tokens.add(Kind.Value, from, to, -1, false);
      else this.tokens.addWords(from, to, -1, false);
    }
    this.seen('plain');
  }

  /** Cuts words and the run of values before or behind them apart; `false` where a line holds no such run. */
  private plainWords(start: number, end: number, marked: boolean): boolean {
    if (end - start > LONGEST_ROW || !hasGap(this.text, start, end)) return false;
    const words = wordsOf(this.text, start, end);
    let first = words.length;
    while (first > 0 && words[first - 1]!.value) first--;
    if (first === words.length) {
      let leading = 0;
      while (words[leading]?.value) leading++;
      if (leading < 2) return false;
      for (const { start: from, end: to } of words.slice(0, leading)) this.tokens.add(Kind.Value, from, to, -1, marked);
      this.tokens.addWords(words[leading]!.start, end, -1, marked);
      return true;
    }
    if (first > 0) this.tokens.addWords(start, words[first - 1]!.end, -1, marked);
    for (const { start: from, end: to } of words.slice(first)) this.tokens.add(Kind.Value, from, to, -1, marked);
    return true;
  }

  private rowEnd(offset: number): void {
    this.tokens.add(Kind.RowEnd, offset, offset, -1, false);
  }

  private seen(line: 'plain' | 'tab-cell' | 'other'): void {
    this.last = line;
    this.blankAt = -1;
  }
}

/** Lines of more words than the longest header and without values are paragraphs. */
const LONGEST_LABEL = 80;

/** Longer lines are prose whatever stands at their ends. */
const LONGEST_ROW = 400;
