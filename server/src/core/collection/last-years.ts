import type { Report } from '../model/report';
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

interface Summarised {
  readonly firstLine: number;
  readonly summary: ReportSummary | undefined;
}

/** What was found for the reports of a document while the other files were as they were after so many changes. */
interface Found {
  readonly file: string;
  readonly changes: number;
  readonly bySegment: Map<Segment, LastYear | undefined>;
}

/** The one choice of last year's report: out of the same file first, as that stands now, then out of the others. */
export class LastYears {
  private readonly summaries = new WeakMap<Report, Summarised>();
  private readonly found = new WeakMap<Document, Found>();
  private readonly beside = new WeakMap<Document, BodyIndex<Segment>>();

  constructor(readonly index = new ReportIndex()) {}

  /** The summaries of a document's reports, each worked out once. */
  summariesOf({ segments }: Document): readonly ReportSummary[] {
    return segments.map((segment) => this.summaryOf(segment)).filter((summary) => summary !== undefined);
  }

  of(file: string, document: Document, segment: Segment): LastYear | undefined {
    const { changes } = this.index;
    let known = this.found.get(document);
    if (known?.file !== file || known.changes !== changes)
      this.found.set(document, (known = { file, changes, bySegment: new Map() }));
    const { bySegment } = known;
    if (!bySegment.has(segment)) bySegment.set(segment, this.find(file, document, segment));
    return bySegment.get(segment);
  }

  private find(file: string, document: Document, segment: Segment): LastYear | undefined {
    const name = reportName(segment);
    if (name === undefined) return undefined;
    const beside = document.segments.length > 1 ? this.besideIn(document).find(name.body, name.year - 1) : [];
    const summaries = beside.map((each) => this.summaryOf(each)).filter((summary) => summary !== undefined);
    return agreedOn(summaries.map((summary) => ({ file, summary }))) ?? this.index.lastYearOf(name, file);
  }

  /** The same as long as the report stands on the same lines, whatever is typed above it. */
  private summaryOf(segment: Segment): ReportSummary | undefined {
    const { report, firstLine } = segment;
    let known = this.summaries.get(report);
    if (known?.firstLine !== firstLine)
      this.summaries.set(report, (known = { firstLine, summary: summarise(segment) }));
    return known.summary;
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
