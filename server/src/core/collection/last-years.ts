import type { Document, Segment } from '../reading/document';
import { BodyIndex } from './body-index';
import { agreedOn, type LastYear } from './last-year';
import { ReportIndex } from './report-index';
import { summarise, type ReportSummary } from './summary';

/** By which a report is told from others. */
export interface ReportName {
  readonly body: string;
  readonly year: number;
}

/** What the title of a report names; `undefined` where it leaves out the body or the year. */
export function reportName({ report: { title } }: Segment): ReportName | undefined {
  return title?.body === undefined || title.year === undefined
    ? undefined
    : { body: title.body.text, year: title.year.value };
}

/** The one choice of last year's report: out of the same file first, as that stands now, then out of the others. */
export class LastYears {
  private readonly summaries = new WeakMap<Segment, ReportSummary | undefined>();
  private readonly beside = new WeakMap<Document, BodyIndex<Segment>>();

  constructor(readonly index = new ReportIndex()) {}

  /** The summaries of a document's reports, each worked out once. */
  summariesOf({ segments }: Document): readonly ReportSummary[] {
    return segments.map((segment) => this.summaryOf(segment)).filter((summary) => summary !== undefined);
  }

  of(file: string, document: Document, segment: Segment): LastYear | undefined {
    const name = reportName(segment);
    if (name === undefined) return undefined;
    const beside = document.segments.length > 1 ? this.besideIn(document).find(name.body, name.year - 1) : [];
    const summaries = beside.map((each) => this.summaryOf(each)).filter((summary) => summary !== undefined);
    return agreedOn(summaries.map((summary) => ({ file, summary }))) ?? this.index.lastYearOf(name, file);
  }

  private summaryOf(segment: Segment): ReportSummary | undefined {
    if (!this.summaries.has(segment)) this.summaries.set(segment, summarise(segment));
    return this.summaries.get(segment);
  }

  /** The reports of one document by their names. */
  private besideIn(document: Document): BodyIndex<Segment> {
    let index = this.beside.get(document);
    if (index !== undefined) return index;
    index = new BodyIndex();
    for (const segment of document.segments) {
      const name = reportName(segment);
      if (name !== undefined) index.add(name.body, name.year, segment);
    }
    this.beside.set(document, index);
    return index;
  }
}
