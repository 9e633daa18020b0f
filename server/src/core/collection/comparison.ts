import { TABLE_IDS } from '../formats/table-names';
import type { TableForm } from '../formats/types';
import { tableOf, type Report } from '../model/report';
import { resembles } from '../text/similarity';
import { add, equal, ZERO, type Decimal } from '../text/decimal';
import { cellsOfForm, counterpartIn, type FormCell } from './counterparts';
import { isJump } from './jumps';
import { printsOf, repetition, sentencesIn, type Sentence } from './sentence-prints';
import { valuesOf } from './values';

/** What two reports state differently. */
export interface Comparison {
  readonly cells: readonly ChangedCell[];
  readonly sentences: readonly ChangedSentence[];
  /** The share of the later one's own prose that stands in sentences of the earlier one, from 0 to 1. */
  readonly repeatedProse: number;
}

export interface ChangedCell {
  readonly cell: FormCell;
  /** `undefined` where the report has no such cell, or it cannot be read. */
  readonly before: Decimal | undefined;
  readonly after: Decimal | undefined;
  /** The values are further apart than they usually are. */
  readonly jump: boolean;
}

/** A sentence that one of them has alone, or one that was changed. */
export interface ChangedSentence {
  readonly section: Sentence['section'];
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface ComparisonOptions {
  /** From how many times as large on a value is a jump. */
  readonly factor?: number | undefined;
}

export const compareReports = (before: Report, after: Report, options: ComparisonOptions = {}): Comparison => ({
  cells: changedCells(before, after, options),
  sentences: changedSentences(sentencesIn(before), sentencesIn(after)),
  repeatedProse: repetition(after, printsOf(before)).share,
});

/**
 * Cells on the later report's forms, in their order, each beside its counterpart; then what the earlier one states and
 * these have no place for.
 */
function changedCells(before: Report, after: Report, { factor }: ComparisonOptions): readonly ChangedCell[] {
  const [old, young] = [valuesOf(before), valuesOf(after)];
  const changed: ChangedCell[] = [];
  for (const id of TABLE_IDS) {
    const [oldForm, youngForm] = [before, after].map(
      (report) => tableOf(report, id)?.form ?? report.edition.tables[id],
    ) as [TableForm, TableForm];
    const sums = new Map<string, Decimal>();
    const placeless: FormCell[] = [];
    const unread = new Set<string>();
    for (const cell of cellsOfForm(oldForm)) {
      const value = old.get(cell.key);
      const target = counterpartIn(youngForm, cell.key);
      if (target === undefined) {
        if (value !== undefined && value.digits !== 0) placeless.push(cell);
      } else if (value === undefined) unread.add(target);
      else sums.set(target, sums.has(target) ? add(sums.get(target)!, value) : value);
    }
    for (const cell of cellsOfForm(youngForm)) {
      const last = unread.has(cell.key) ? undefined : sums.get(cell.key);
      const now = young.get(cell.key);
      // A cell that the earlier form does not have says something where it is not 0.
      const isNew = last === undefined && !unread.has(cell.key) && (now ?? ZERO).digits === 0;
      if (isNew || (last === undefined && now === undefined)) continue;
      if (last !== undefined && now !== undefined && equal(last, now)) continue;
      const jump =
        last !== undefined && now !== undefined && cell.column.unit !== 'change' && isJump(now, last, factor);
      changed.push({ cell, before: last, after: now, jump });
    }
    for (const cell of placeless) changed.push({ cell, before: old.get(cell.key), after: undefined, jump: false });
  }
  return changed;
}

/** Sentences in order, those that both have left out; one that resembles what stood in its place is a changed one. */
function changedSentences(before: readonly Sentence[], after: readonly Sentence[]): readonly ChangedSentence[] {
  const changed: ChangedSentence[] = [];
  for (const { removed, added: put } of hunks(before, after)) {
    const rest = [...put];
    for (const { section, key, text } of removed) {
      const at = rest.findIndex(
        (other) => other.section === section && resembles(key.slice(0, LONGEST), other.key.slice(0, LONGEST), ALIKE),
      );
      for (const other of rest.splice(0, Math.max(0, at)))
        changed.push({ section: other.section, before: undefined, after: other.text });
      changed.push({ section, before: text, after: at < 0 ? undefined : rest.shift()!.text });
    }
    for (const other of rest) changed.push({ section: other.section, before: undefined, after: other.text });
  }
  return changed;
}

const ALIKE = 0.6;
const LONGEST = 200;

interface Hunk {
  readonly removed: readonly Sentence[];
  readonly added: readonly Sentence[];
}

/** The stretches in which two lists differ, by the longest run of sentences that both have in one order. */
function hunks(before: readonly Sentence[], after: readonly Sentence[]): readonly Hunk[] {
  const lengths = commonLengths(before, after);
  const found: { removed: Sentence[]; added: Sentence[] }[] = [];
  let open: (typeof found)[number] | undefined;
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && isSame(before[i]!, after[j]!)) {
      open = undefined;
      i++;
      j++;
      continue;
    }
    if (open === undefined) found.push((open = { removed: [], added: [] }));
    if (j >= after.length || (i < before.length && lengths(i + 1, j) >= lengths(i, j + 1)))
      open.removed.push(before[i++]!);
    else open.added.push(after[j++]!);
  }
  return found;
}

const isSame = (a: Sentence, b: Sentence): boolean => a.section === b.section && a.key === b.key;

/** How many sentences from two places on stand in both lists in one order; of very long lists only the first count. */
function commonLengths(before: readonly Sentence[], after: readonly Sentence[]): (i: number, j: number) => number {
  const [height, width] = [Math.min(before.length, MOST_SENTENCES) + 1, Math.min(after.length, MOST_SENTENCES) + 1];
  const lengths = new Uint16Array(height * width);
  for (let i = height - 2; i >= 0; i--) {
    for (let j = width - 2; j >= 0; j--)
      lengths[i * width + j] = isSame(before[i]!, after[j]!)
        ? lengths[(i + 1) * width + j + 1]! + 1
        : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  }
  return (i, j) => (i < height && j < width ? lengths[i * width + j]! : 0);
}

const MOST_SENTENCES = 2000;
