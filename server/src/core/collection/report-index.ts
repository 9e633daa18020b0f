import { equal } from '../text/decimal';
import { BodyIndex } from './body-index';
import { canonicalBody } from './body-name';
import { agreedOn, type LastYear } from './last-year';
import type { Indexed, ReportSummary } from './summary';

/** Reports by body and year, over all files that are known. */
export class ReportIndex {
  /** Grows whenever a value, a body or a year changed. */
  generation = 0;
  /** Grows whenever a file is read anew, be its values the same or not. */
  changes = 0;
  private readonly files = new Map<string, readonly ReportSummary[]>();
  private readonly byBody = new BodyIndex<Indexed>();
  /** What `lastYearOf` found since a file last changed. */
  private readonly lastYears = new Map<string, LastYear | undefined>();

  set(file: string, summaries: readonly ReportSummary[]): void {
    const known = this.files.get(file) ?? [];
    if (known.length === 0 && summaries.length === 0) return;
    if (!sameSummaries(known, summaries)) this.generation++;
    this.remove(file);
    if (summaries.length > 0) this.files.set(file, summaries);
    for (const summary of summaries) this.byBody.add(summary.body, summary.year, { file, summary });
  }

  delete(file: string): void {
    if (!this.files.has(file)) return;
    this.generation++;
    this.remove(file);
  }

  has(file: string): boolean {
    return this.files.has(file);
  }

  reportsIn(file: string): readonly ReportSummary[] {
    return this.files.get(file) ?? [];
  }

  /** All reports of some files. */
  reports(of: (file: string) => boolean): readonly ReportSummary[] {
    return [...this.files].flatMap(([file, summaries]) => (of(file) ? summaries : []));
  }

  /** All reports of a body about a year. */
  find(body: string, year: number): readonly Indexed[] {
    return this.byBody.find(body, year);
  }

  /** The report about the year before as the other files have it. */
  lastYearOf(
    { body, year }: { readonly body: string; readonly year: number },
    exceptFile?: string,
  ): LastYear | undefined {
    const found = this.find(body, year - 1);
    if (found.length === 0) return undefined;
    // All files that are none of those share what they are compared with.
    const except = found.some(({ file }) => file === exceptFile) ? exceptFile : undefined;
    const key = `${year} ${canonicalBody(body)} ${except ?? ''}`;
    if (!this.lastYears.has(key)) this.lastYears.set(key, agreedOn(found.filter(({ file }) => file !== except)));
    return this.lastYears.get(key);
  }

  private remove(file: string): void {
    this.changes++;
    this.lastYears.clear();
    const names = new Map((this.files.get(file) ?? []).map((summary) => [`${summary.year} ${summary.body}`, summary]));
    for (const { body, year } of names.values()) this.byBody.remove(body, year, (entry) => entry.file === file);
    this.files.delete(file);
  }
}

function sameSummaries(a: readonly ReportSummary[], b: readonly ReportSummary[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      (one, i) =>
        one.body === b[i]!.body && one.year === b[i]!.year && one.prose === b[i]!.prose && sameCells(one, b[i]!),
    )
  );
}

function sameCells(a: ReportSummary, b: ReportSummary): boolean {
  if (a.cells.size !== b.cells.size) return false;
  for (const [key, { amount }] of a.cells) {
    const other = b.cells.get(key);
    if (other === undefined || !equal(other.amount, amount)) return false;
  }
  return true;
}
