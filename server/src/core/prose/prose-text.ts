import type { Report } from '../model/report';
import { fold, foldUnit, fromUnits } from '../text/fold';
import { span, type Span } from '../text/span';

/**
 * The running text of a stretch of a report, folded: white space and line breaks are gone, so that a sentence that wraps is whole.
 * Headings and tables within it end a sentence.
 */
export class ProseText {
  readonly folded: string;
  /** Whose prose it is: the report's year, and the folded name of its body. */
  readonly year: number | undefined;
  readonly body: string;
  private readonly offsets: Int32Array;

  constructor(report: Report, from: number, to: number) {
    const { text } = report;
    const breaks = [...report.tables.map((table) => table.span), ...report.sections.map((section) => section.heading)].sort((a, b) => a.start - b.start);
    const units = new Uint16Array(to - from);
    const offsets = new Int32Array(to - from);
    let length = 0;
    let at = from;
    for (const { start, end } of [...breaks, span(to, to)]) {
      for (const stop = Math.min(start, to); at < stop; at++) {
        const unit = foldUnit(text.charCodeAt(at));
        if (unit === 0) continue;
        units[length] = unit;
        offsets[length++] = at;
      }
      if (start < from || start >= to || at >= end) continue;
      units[length] = FULL_STOP;
      offsets[length++] = start;
      at = end;
    }
    this.folded = fromUnits(units.subarray(0, length));
    this.offsets = offsets;
    this.year = report.title?.year?.value;
    this.body = fold(report.title?.body?.text ?? '');
  }

  /** Where a stretch of the folded text is printed. */
  printed(start: number, end: number): Span {
    const first = this.offsets[start] ?? 0;
    return span(first, end > start ? this.offsets[end - 1]! + 1 : first);
  }
}

const FULL_STOP = '。'.charCodeAt(0);

/** All running text of a report below its title. */
export const proseOf = (report: Report): ProseText => new ProseText(report, report.title?.span.end ?? 0, report.text.length);
