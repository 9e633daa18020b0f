import { equal } from '../text/decimal';
import { nameOf, unescaped } from '../text/uri';
import type { Indexed, ReportSummary, SummaryCell } from './summary';

/** What is known of the report about the year before. */
export interface LastYear extends Indexed {
  /**
   * What rules compare and several files that claim to be this report do not agree about, by the keys of the cells,
   * with what each file states, or only so many where they are many. No cell about which they differ is among those
   * of `summary`.
   */
  readonly differing?: ReadonlyMap<string, readonly StatedCell[]>;
}

export interface StatedCell {
  readonly file: string;
  readonly cell: SummaryCell;
}

/**
 * One report out of all that claim to be it: what they agree on. Files that a name marks as copies do not count beside
 * their original.
 */
export function agreedOn(found: readonly Indexed[]): LastYear | undefined {
  const originals = found.filter(({ file }) => !isCopy(file));
  const rivals = originals.length > 0 ? originals : found;
  const [first, ...others] = rivals.toSorted((a, b) => compareText(unescaped(a.file), unescaped(b.file)));
  if (first === undefined || others.length === 0) return first;
  const known = agreements.get(first.summary);
  if (
    known !== undefined &&
    known.others.length === others.length &&
    known.others.every(({ summary }, i) => summary === others[i]!.summary)
  )
    return known.agreed;
  const agreed = compare(first, others);
  agreements.set(first.summary, { others, agreed });
  return agreed;
}

/** The same object as long as the same reports are compared: what hangs on it is known by it. */
const agreements = new WeakMap<
  Indexed['summary'],
  { readonly others: readonly Indexed[]; readonly agreed: LastYear }
>();

function compare(first: Indexed, others: readonly Indexed[]): LastYear {
  const differing = new Set<string>();
  const compared = new Map<string, readonly StatedCell[]>();
  // Cells may be packed: each report's are asked for once.
  const all = [first, ...others].map(({ file, summary }) => ({ file, stated: summary.cells }));
  for (const [key, cell] of all[0]!.stated) {
    const stated = all.flatMap(({ file, stated: values }) => {
      const value = values.get(key);
      return value === undefined ? [] : [{ file, cell: value }];
    });
    if (stated.every((each) => equal(each.cell.amount, cell.amount))) continue;
    differing.add(key);
    if (COMPARED.test(key)) compared.set(key, shortened(stated));
  }
  // What one of them says alone is not surely last year's.
  const prose = others.every(({ summary }) => summary.prose === first.summary.prose) ? first.summary.prose : '';
  return { file: first.file, summary: without(first.summary, differing, prose), differing: compared };
}

/** The cells that rules compare with this year's. */
const COMPARED = /^requests\/carried-out\/|^disclosure\/.*\/in-force$/;

/** The first that state a value come before those that repeat it. */
function shortened(stated: readonly StatedCell[]): readonly StatedCell[] {
  if (stated.length <= MOST_STATED) return stated;
  const isFirst = ({ cell: { amount } }: StatedCell, i: number): boolean =>
    stated.findIndex((each) => equal(each.cell.amount, amount)) === i;
  const repeats = stated.filter((each, i) => !isFirst(each, i));
  return [...stated.filter(isFirst), ...repeats].slice(0, MOST_STATED);
}

/** A cell that hundreds of files state is told by so many of them. */
const MOST_STATED = 10;

/** Cells are left out when they are asked for: thousands of these are kept. */
const without = (summary: ReportSummary, differing: ReadonlySet<string>, prose: string): ReportSummary => ({
  body: summary.body,
  year: summary.year,
  get cells() {
    return new Map([...summary.cells].filter(([key]) => !differing.has(key)));
  },
  prose,
});

/**
 * Whether the name of a file says that it is a copy of another: “… - 副本 (2).txt”, “… 备份.txt”, “… - Copy.txt”,
 * “…(1).txt”.
 */
export const isCopy = (file: string): boolean => COPY.test(nameOf(file));

const COPY = /(?:副本|备份|\bcopy|\bbackup|[（(]\d{1,2}[）)])[\s\d（）()]*(?:\.[^.]*)?$|^(?:副本|备份|copy of)[\s_-]/i;

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
