import { foldUnit, fromUnits } from '../text/fold';

export const enum Kind {
  /** Words: a label, a heading, prose. */
  Words,
  /** Something that stands for a value. */
  Value,
  /** A marked cell without content. */
  Empty,
  /** The end of a printed row, in layouts that mark it. */
  RowEnd,
  /** A section heading: no row goes on behind it. */
  Wall,
}

/** In the folded words every token that is no words is one mark, which no label contains. */
export const VALUE_MARK = '\u0001';
export const EMPTY_MARK = '\u0002';
export const WALL_MARK = '\u0004';
/** Stands for a paragraph, in which no label is looked up. */
export const PARAGRAPH_MARK = '\u0005';
/** By kind; that of words is a paragraph's. */
const MARKS = [5, 1, 2, 3, 4];

/** Four numbers a token: start, end, place, and kind, mark and column together. */
const STRIDE = 4;
const KIND_BITS = 7;
const MARKED = 8;
const COLUMN_SHIFT = 4;
const NOWHERE = { from: 0, to: 0 };
/** Enough for most reports. */
const FIRST_SIZE = 1024;

/**
 * A report's text as cells in reading order; a token is its index. Thousands of them are made for each reading, hence
 * one array of numbers instead of objects.
 */
export class Tokens {
  count = 0;
  private text = '';
  private data = new Int32Array(FIRST_SIZE * STRIDE);
  /** The folded words so far. */
  private units = new Uint16Array(FIRST_SIZE);
  private length = 0;
  private joined: string | undefined;
  private ahead = NOWHERE;

  /**
   * Empties it for another text; the room is kept, since reading many reports one after the other would else ask for
   * much.
   */
  begin(text: string): void {
    this.text = text;
    this.count = 0;
    this.length = 0;
    this.joined = undefined;
    this.ahead = NOWHERE;
  }

  /**
   * Adds a token that holds no words to look up. `column` counts the cells of a line of several from 0 and is -1 on a
   * line of one.
   */
  add(kind: Kind, start: number, end: number, column: number, marked: boolean): void {
    this.put(kind, start, end, column, marked);
    if (this.length === this.units.length) this.units = doubled(this.units, new Uint16Array(2 * this.length + 1));
    this.units[this.length++] = MARKS[kind]!;
  }

  addWords(start: number, end: number, column: number, marked: boolean): void {
    this.put(Kind.Words, start, end, column, marked);
    if (this.length + end - start > this.units.length)
      this.units = doubled(this.units, new Uint16Array(2 * this.units.length + end - start));
    for (let i = start; i < end; i++) {
      const unit = foldUnit(this.text.charCodeAt(i));
      if (unit !== 0) this.units[this.length++] = unit;
    }
  }

  private put(kind: Kind, start: number, end: number, column: number, marked: boolean): void {
    let at = this.count++ * STRIDE;
    if (at === this.data.length) this.data = doubled(this.data, new Int32Array(2 * at + STRIDE));
    this.data[at++] = start;
    this.data[at++] = end;
    this.data[at++] = this.length;
    this.data[at] = kind | (marked ? MARKED : 0) | ((column + 1) << COLUMN_SHIFT);
  }

  /** The folded words of all tokens, in which labels are looked up; put together when all are there. */
  get folded(): string {
    return (this.joined ??= fromUnits(this.units.subarray(0, this.length)));
  }

  kind(token: number): Kind {
    return this.data[token * STRIDE + 3]! & KIND_BITS;
  }

  start(token: number): number {
    return this.data[token * STRIDE]!;
  }

  end(token: number): number {
    return this.data[token * STRIDE + 1]!;
  }

  /** Column within a line of several cells, counted from 0; -1 where the line holds one. */
  column(token: number): number {
    return (this.data[token * STRIDE + 3]! >> COLUMN_SHIFT) - 1;
  }

  /** Whether tabs or bars mark the cell, so that what stands in it is a cell whatever it says. */
  isMarked(token: number): boolean {
    return (this.data[token * STRIDE + 3]! & MARKED) !== 0;
  }

  /** Where the token's words begin in the folded words. */
  place(token: number): number {
    return this.data[token * STRIDE + 2]!;
  }

  /** Where they end. */
  placeEnd(token: number): number {
    return token + 1 < this.count ? this.place(token + 1) : this.length;
  }

  words(token: number): string {
    return this.folded.slice(this.place(token), this.placeEnd(token));
  }

  /**
   * The first value or end of a row behind a token, or the count where there is none. It is remembered for the tokens
   * up to it.
   */
  nextValueOrRowEnd(token: number): number {
    if (token >= this.ahead.from && token < this.ahead.to) return this.ahead.to;
    let to = token + 1;
    while (to < this.count && this.kind(to) !== Kind.Value && this.kind(to) !== Kind.RowEnd) to++;
    this.ahead = { from: token, to };
    return to;
  }

  /** The token that holds a place of the folded words. */
  at(place: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.place(middle) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function doubled<Numbers extends Int32Array | Uint16Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
