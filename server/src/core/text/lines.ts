import { alikeAtEnd, alikeFrom } from './alike';
import { span, type Span } from './span';

export interface Position {
  /** Zero-based. */
  readonly line: number;
  /** UTF-16 code units from the start of the line. */
  readonly character: number;
}

/** Lines and UTF-16 characters, as in the Language Server Protocol. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

interface WholeText {
  readonly starts: ArrayLike<number>;
  /** Where lines end; needed only where carriage returns do, since else each ends right before the next begins. */
  readonly ends: readonly number[] | undefined;
  readonly length: number;
}

/** The lines of a text as the Language Server Protocol counts them: LF, CR and CRLF end a line, nothing else does. */
export class Lines {
  /** A view on the lines of a whole text: `first` is its line 0, `base` the offset at which it begins. */
  private constructor(
    private readonly whole: WholeText,
    private readonly first: number,
    readonly count: number,
    private readonly base: number,
    /** The text goes on behind the view: its last line is then empty. */
    private readonly cut: boolean,
  ) {}

  static of(text: string): Lines {
    if (text.includes('\r')) return Lines.withCarriageReturns(text);
    let starts = new Int32Array((text.length >> 4) + 16);
    let count = 1;
    for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
      if (count === starts.length) {
        const grown = new Int32Array(2 * count);
        grown.set(starts);
        starts = grown;
      }
      starts[count++] = feed + 1;
    }
    const whole = { starts: starts.subarray(0, count), ends: undefined, length: text.length };
    return new Lines(whole, 0, count, 0, false);
  }

  /**
   * The same as `of`, by the lines of the text as it was before: only what differs is searched. Both are lines of whole
   * texts.
   */
  static afterEdit(text: string, before: string, linesBefore: Lines): Lines {
    const { starts: known, ends } = linesBefore.whole;
    const from = alikeFrom(before, 0, text, 0);
    const tail = alikeAtEnd(before, text, Math.min(before.length, text.length) - from);
    const edited = text.slice(from, text.length - tail);
    if (ends !== undefined || edited.includes('\r')) return Lines.of(text);
    const starts: number[] = [];
    for (let feed = edited.indexOf('\n'); feed >= 0; feed = edited.indexOf('\n', feed + 1))
      starts.push(from + feed + 1);
    // A line begins behind its line feed: the first that is kept begins behind what was edited.
    const kept = linesBefore.lineAt(from) + 1;
    const behind = linesBefore.lineAt(before.length - tail) + 1;
    const moved = text.length - before.length;
    const count = kept + starts.length + linesBefore.count - behind;
    const all = new Int32Array(count);
    for (let line = 0; line < kept; line++) all[line] = known[line]!;
    all.set(starts, kept);
    for (let line = kept + starts.length, was = behind; line < count; line++, was++) all[line] = known[was]! + moved;
    return new Lines({ starts: all, ends: undefined, length: text.length }, 0, count, 0, false);
  }

  /** One pass, whatever ends the lines: a search for one mark runs past the others. */
  private static withCarriageReturns(text: string): Lines {
    const starts = [0];
    const ends: number[] = [];
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code !== LINE_FEED && code !== CARRIAGE_RETURN) continue;
      ends.push(at);
      if (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED) at++;
      starts.push(at + 1);
    }
    ends.push(text.length);
    return new Lines({ starts, ends, length: text.length }, 0, starts.length, 0, false);
  }

  /**
   * The lines from `first` up to where line `last` begins: with the line end before it they have an empty last line.
   */
  slice(first: number, last: number): Lines {
    const cut = last < this.count;
    return new Lines(this.whole, this.first + first, last - first + Number(cut), this.base + this.start(first), cut);
  }

  /** Offset of the first character of a line. */
  start(line: number): number {
    return (this.whole.starts[this.first + line] ?? this.base) - this.base;
  }

  /** Offset behind the last character of a line, its line end not counted. */
  end(line: number): number {
    if (this.cut && line === this.count - 1) return this.start(line);
    const index = this.first + line;
    const { starts, ends, length } = this.whole;
    if (line < 0 || index >= starts.length) return 0;
    const end = ends === undefined ? (starts[index + 1] ?? length + 1) - 1 : ends[index]!;
    return end - this.base;
  }

  span(line: number): Span {
    return span(this.start(line), this.end(line));
  }

  /** The line that holds an offset; what lies beyond the text belongs to the last line. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  position(offset: number): Position {
    const line = this.lineAt(offset);
    return { line, character: Math.max(0, offset - this.start(line)) };
  }

  /** Where a span stands, in a file in which these lines begin at another. */
  range({ start, end }: Span, firstLine = 0): Range {
    const place = (offset: number): Position => {
      const { line, character } = this.position(offset);
      return { line: firstLine + line, character };
    };
    const from = place(start);
    return { start: from, end: start === end ? from : place(end) };
  }

  /** The offset of a position; one beyond the line or the text is drawn back to its end. */
  offset({ line, character }: Position): number {
    if (line >= this.count) return this.end(this.count - 1);
    return Math.min(this.start(Math.max(0, line)) + Math.max(0, character), this.end(line));
  }
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** The line end of a text's first line. */
export const lineEndOf = (text: string): string => /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
