import { equal } from '../text/decimal';
import { canonicalBody, sameBody } from './body-name';
import type { ReportSummary } from './summary';

/** A report of another file. */
export interface Indexed {
  readonly file: string;
  readonly summary: ReportSummary;
}

/** Reports by body and year, over all files that are known. */
export class ReportIndex {
  /** Grows whenever a value, a body or a year changed. */
  generation = 0;
  private readonly files = new Map<string, readonly ReportSummary[]>();
  /** Entries by the end of their canonical body name, which all spellings of one body share. */
  private readonly byEnding = new Map<string, { readonly body: string; readonly entry: Indexed }[]>();

  set(file: string, summaries: readonly ReportSummary[]): void {
    const known = this.files.get(file) ?? [];
    if (known.length === 0 && summaries.length === 0) return;
    if (!sameSummaries(known, summaries)) this.generation++;
    this.remove(file);
    if (summaries.length > 0) this.files.set(file, summaries);
    for (const summary of summaries) {
      const body = canonicalBody(summary.body);
      const key = body.slice(-ENDING);
      this.byEnding.set(key, [...(this.byEnding.get(key) ?? []), { body, entry: { file, summary } }]);
    }
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
    const own = canonicalBody(body);
    return (this.byEnding.get(own.slice(-ENDING)) ?? [])
      .filter((other) => other.entry.summary.year === year && sameBody(own, other.body))
      .map(({ entry }) => entry);
  }

  /** The report about the year before; several that differ are no basis for a comparison. */
  lastYearOf({ body, year }: { readonly body: string; readonly year: number }, exceptFile?: string): Indexed | undefined {
    return agreed(this.find(body, year - 1).filter(({ file }) => file !== exceptFile));
  }

  private remove(file: string): void {
    for (const summary of this.files.get(file) ?? []) {
      const key = canonicalBody(summary.body).slice(-ENDING);
      const left = (this.byEnding.get(key) ?? []).filter(({ entry }) => entry.file !== file);
      if (left.length > 0) this.byEnding.set(key, left);
      else this.byEnding.delete(key);
    }
    this.files.delete(file);
  }
}

const ENDING = 4;

/** The one that all agree on. */
function agreed(found: readonly Indexed[]): Indexed | undefined {
  const [first, ...others] = found;
  return first !== undefined && others.every(({ summary }) => sameCells(first.summary, summary)) ? first : undefined;
}

function sameSummaries(a: readonly ReportSummary[], b: readonly ReportSummary[]): boolean {
  return a.length === b.length && a.every((one, i) => one.body === b[i]!.body && one.year === b[i]!.year && sameCells(one, b[i]!));
}

function sameCells(a: ReportSummary, b: ReportSummary): boolean {
  if (a.cells.size !== b.cells.size) return false;
  for (const [key, { amount }] of a.cells) {
    const other = b.cells.get(key);
    if (other === undefined || !equal(other.amount, amount)) return false;
  }
  return true;
}
