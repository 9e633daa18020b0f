import type { LastYear, ReportIndex } from '../core/index';
import { Serials } from './serials';

interface Stored {
  /** Differs whenever the file was read anew. */
  readonly reading: number;
  /** Last year's reports that its own are compared with, and the state of the index by which they were found. */
  basis: { readonly generation: number; readonly reports: string } | undefined;
}

/** The files of the folders that hold reports, and what their findings hang on. */
export class StoredReports {
  private readonly files = new Map<string, Stored>();
  private readonly serials = new Serials();

  constructor(private readonly index: ReportIndex) {}

  uris(): readonly string[] {
    return [...this.files.keys()];
  }

  has(uri: string): boolean {
    return this.files.has(uri);
  }

  /** The file was read and holds a report. */
  add(uri: string): void {
    this.files.set(uri, { reading: this.serials.next(), basis: undefined });
  }

  delete(uri: string): void {
    this.files.delete(uri);
  }

  /**
   * Stays the same as long as neither the file nor the reports that it is compared with change; worked out anew only
   * after the index changed.
   */
  stateOf(uri: string): string {
    const file = this.files.get(uri);
    if (file === undefined) return '';
    const { generation } = this.index;
    if (file.basis?.generation !== generation) {
      const reports = this.index.reportsIn(uri).map((report) => this.serialOf(this.index.lastYearOf(report, uri)));
      file.basis = { generation, reports: reports.join() };
    }
    return `${file.reading}.${file.basis.reports}`;
  }

  private serialOf(last: LastYear | undefined): number {
    return last === undefined ? 0 : this.serials.of(last.summary);
  }
}
