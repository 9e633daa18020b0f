import type { Span } from './span';

/** Spans that were taken and do not overlap; quick where most are taken in the order of the text, as findings come. */
export class TakenSpans {
  private readonly spans: Span[] = [];

  /** Whether a span overlaps one of them or meets one at its end. */
  touch({ start, end }: Span): boolean {
    const next = this.spans[this.first((span) => span.end >= start)];
    return next !== undefined && next.start <= end;
  }

  take(taken: Span): void {
    this.spans.splice(
      this.first((span) => span.start > taken.start),
      0,
      taken,
    );
  }

  /** The place of the first span that lies so far behind. */
  private first(isBehind: (span: Span) => boolean): number {
    let low = 0;
    let high = this.spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBehind(this.spans[middle]!)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
