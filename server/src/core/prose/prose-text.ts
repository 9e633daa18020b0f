import type { Report } from '../model/report';
import { fold, foldUnit, fromUnits } from '../text/fold';
import { span, type Span } from '../text/span';

/**
 * The running text of a report, folded: white space and line breaks are gone, so that a sentence that wraps is whole.
 * Headings and tables within it end a sentence, and so do sub-headings on lines of their own.
 */
export class ProseText {
  private constructor(
    readonly folded: string,
    private readonly offsets: Int32Array,
    /** Whose prose it is: the report's year, and the folded name of its body. */
    readonly year: number | undefined,
    readonly body: string,
  ) {}

  /** All running text of a report below its title. */
  static of(report: Report): ProseText {
    const { legible: text, title, year, body } = report;
    const from = title?.span.end ?? 0;
    const headings = report.sections.flatMap(({ heading, subheadings }) => [
      heading,
      ...subheadings.flatMap((each) => lineEndBehind(report, each.span.end)),
    ]);
    const breaks = [...report.tables.map((table) => table.span), ...headings].sort((a, b) => a.start - b.start);
    const units = new Uint16Array(text.length - from);
    const offsets = new Int32Array(text.length - from);
    let length = 0;
    let at = from;
    for (const { start, end } of [...breaks, span(text.length, text.length)]) {
      for (; at < start; at++) {
        const unit = foldUnit(text.charCodeAt(at));
        if (unit === 0) continue;
        units[length] = unit;
        offsets[length++] = at;
      }
      if (start < from || start >= text.length || at >= end) continue;
      units[length] = FULL_STOP;
      offsets[length++] = start;
      at = end;
    }
    return new ProseText(
      fromUnits(units.subarray(0, length)),
      offsets.subarray(0, length),
      year?.value,
      fold(body?.text ?? ''),
    );
  }

  /** The part of it that is printed between two offsets. */
  within(from: number, to: number): ProseText {
    const start = this.foldedAt(from);
    const end = this.foldedAt(to);
    return new ProseText(this.folded.slice(start, end), this.offsets.subarray(start, end), this.year, this.body);
  }

  /** The words of a sentence in front of a place of the folded text; of a long one the last. */
  sentenceBefore(at: number, longest: number): string {
    const above = this.folded.slice(Math.max(0, at - longest), at);
    return above.slice(above.lastIndexOf('。') + 1);
  }

  /** Where the folded text goes on from a place of the print. */
  foldedAt(offset: number): number {
    let low = 0;
    let high = this.offsets.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.offsets[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Where a stretch of the folded text is printed. */
  printed(start: number, end: number): Span {
    const first = this.offsets[start] ?? 0;
    return span(first, end > start ? this.offsets[end - 1]! + 1 : first);
  }
}

/** The line end behind an offset, where only white space stands before it. */
function lineEndBehind({ text, lines }: Report, offset: number): readonly Span[] {
  const end = lines.end(lines.lineAt(offset));
  return end < text.length && text.slice(offset, end).trim() === '' ? [span(end, end + 1)] : [];
}

const FULL_STOP = '。'.charCodeAt(0);
