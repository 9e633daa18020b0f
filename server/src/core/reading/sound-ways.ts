import type { Value } from '../text/value';
import type { CellPlace, Relation } from './relations';

/** The ways in which a row may be read, each by its values; none where nothing is known of it. */
export type RowWays = readonly (readonly Value[])[];

/** So many readings of a table are tried at most; where there are more, each row is judged by itself. */
const MOST_READINGS = 64;
/** Sums of larger counts are not exact, and nobody reports such. */
const LARGEST = 1e12;

/** What a cell may count for. */
interface Bounds {
  readonly low: number;
  readonly high: number;
}

const ANYTHING: Bounds = { low: -Infinity, high: Infinity };
/** A blank cell may have been meant to say something. */
const NOTHING_OR_MORE: Bounds = { low: 0, high: Infinity };

function boundsOf(value: Value): Bounds {
  if (value.kind === 'blank') return NOTHING_OR_MORE;
  if (value.kind === 'unreadable' || value.amount.scale > 0 || Math.abs(value.amount.digits) > LARGEST) return ANYTHING;
  return { low: value.amount.digits, high: value.amount.digits };
}

/**
 * Which ways of reading its rows break no relation of a table. What is broken however its rows are read says nothing.
 */
export class SoundWays {
  private readonly bounds: readonly (readonly (readonly Bounds[])[])[];
  /** By row, the ways that are left. */
  private readonly left: (readonly number[])[];
  /** By row, what its cells may count for in any of these ways. */
  private readonly reach: (readonly Bounds[])[];
  /** By row, the relations that bind it. */
  private readonly binding: readonly (readonly Relation[])[];

  constructor(rows: readonly RowWays[], relations: readonly Relation[]) {
    this.bounds = rows.map((ways) => ways.map((values) => values.map(boundsOf)));
    this.left = rows.map((ways) => ways.map((_, way) => way));
    this.reach = rows.map((_, row) => this.reachOf(row));
    const sane = relations.filter((relation) => this.judge(relation) !== 'broken');
    this.binding = rows.map((ways, row) =>
      ways.length < 2 ? [] : sane.filter(({ left, right }) => hasRow(left, row) || hasRow(right, row)),
    );
    while (this.narrowEach());
    this.narrowTogether();
  }

  /** The ways of a row that some reading of the table has in which no relation is broken. */
  of(row: number): readonly number[] {
    return this.left[row]!;
  }

  /** Whether a relation of a row holds and leaves nothing open. */
  isProved(row: number): boolean {
    return this.binding[row]!.some((relation) => this.judge(relation) === 'holds');
  }

  private judge({ left, right }: Relation): 'broken' | 'open' | 'holds' {
    const [a, b] = [this.total(left), this.total(right)];
    if (a.low > b.high || b.low > a.high) return 'broken';
    return a.low === a.high && b.low === b.high ? 'holds' : 'open';
  }

  private total(places: readonly CellPlace[]): Bounds {
    let low = 0;
    let high = 0;
    for (const { row, cell } of places) {
      const bounds = this.reach[row]![cell] ?? ANYTHING;
      low += bounds.low;
      high += bounds.high;
    }
    return { low, high };
  }

  private reachOf(row: number): readonly Bounds[] {
    const [first, ...others] = this.left[row]!.map((way) => this.bounds[row]![way]!);
    if (first === undefined || others.length === 0) return first ?? [];
    return first.map((bounds, cell) => ({
      low: others.reduce((low, other) => Math.min(low, other[cell]!.low), bounds.low),
      high: others.reduce((high, other) => Math.max(high, other[cell]!.high), bounds.high),
    }));
  }

  private keep(row: number, ways: readonly number[]): void {
    this.left[row] = ways;
    this.reach[row] = this.reachOf(row);
  }

  private breaks(row: number, way: number): boolean {
    const reach = this.reach[row]!;
    this.reach[row] = this.bounds[row]![way]!;
    const broken = this.binding[row]!.some((relation) => this.judge(relation) === 'broken');
    this.reach[row] = reach;
    return broken;
  }

  /** Drops the ways of each row that break a relation however the others are read; `true` where that left fewer. */
  private narrowEach(): boolean {
    let narrowed = false;
    this.left.forEach((ways, row) => {
      if (ways.length < 2) return;
      const sound = ways.filter((way) => !this.breaks(row, way));
      if (sound.length === ways.length) return;
      this.keep(row, sound);
      narrowed = true;
    });
    return narrowed;
  }

  /** Tries the readings of all rows together. */
  private narrowTogether(): void {
    const open = this.left.flatMap((ways, row) => (ways.length > 1 ? [row] : []));
    if (open.length < 2 || open.reduce((all, row) => all * this.left[row]!.length, 1) > MOST_READINGS) return;
    const found = open.map(() => new Set<number>());
    const tried: number[] = [];
    const visit = (): void => {
      const at = tried.length;
      const row = open[at];
      if (row === undefined) {
        tried.forEach((way, i) => found[i]!.add(way));
        return;
      }
      const reach = this.reach[row]!;
      for (const way of this.left[row]!) {
        if (this.breaks(row, way)) continue;
        this.reach[row] = this.bounds[row]![way]!;
        tried.push(way);
        visit();
        tried.pop();
        this.reach[row] = reach;
      }
    };
    visit();
    open.forEach((row, i) =>
      this.keep(
        row,
        this.left[row]!.filter((way) => found[i]!.has(way)),
      ),
    );
  }
}

const hasRow = (places: readonly CellPlace[], row: number): boolean => places.some((place) => place.row === row);
