import type { Report } from '../model/report';
import { foldUnit } from '../text/fold';
import { span, type Span } from '../text/span';

/**
 * The running text of a stretch of a report, folded: white space and line breaks are gone, so that a sentence that wraps is whole.
 * Headings and tables within it end a sentence.
 */
export class ProseText {
  readonly folded: string;
  private readonly offsets: readonly number[];

  constructor(report: Report, from: number, to: number) {
    const { text } = report;
    const breaks = [...report.tables.map((table) => table.span), ...report.sections.map((section) => section.heading)].sort((a, b) => a.start - b.start);
    const units: string[] = [];
    const offsets: number[] = [];
    let next = 0;
    for (let i = from; i < to; i++) {
      while (next < breaks.length && breaks[next]!.end <= i) next++;
      const gap = breaks[next];
      if (gap !== undefined && gap.start <= i && i < gap.end) {
        units.push('。');
        offsets.push(i);
        i = gap.end - 1;
        continue;
      }
      const unit = foldUnit(text.charCodeAt(i));
      if (unit === 0) continue;
      units.push(String.fromCharCode(unit));
      offsets.push(i);
    }
    this.folded = units.join('');
    this.offsets = offsets;
  }

  /** Where a stretch of the folded text is printed. */
  printed(start: number, end: number): Span {
    const first = this.offsets[start] ?? 0;
    return span(first, end > start ? this.offsets[end - 1]! + 1 : first);
  }
}

/** All running text of a report below its title. */
export const proseOf = (report: Report): ProseText => new ProseText(report, report.title?.span.end ?? 0, report.text.length);
