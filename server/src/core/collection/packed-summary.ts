import { columnsOf, rowsOf, TABLE_FORMS } from '../formats/editions';
import { detached } from '../text/detached';
import { cellKey, type ReportSummary, type SummaryCell } from './summary';

/**
 * A summary in a tenth of the room, to be kept and sent by the thousand: its cells are unpacked whenever they are asked
 * for.
 */
export interface PackedSummary {
  readonly body: string;
  readonly year: number;
  /** A cell after the other by its place in the forms, in small numbers that follow one another; see `pack`. */
  readonly cells: string;
  readonly prose: string;
}

/** All cells of all forms, so that one is named by a number. */
const KEYS: readonly string[] = [
  ...new Set(
    TABLE_FORMS.flatMap((form) =>
      rowsOf(form).flatMap((row) => columnsOf(form, row.id).map((column) => cellKey(form.id, row.id, column.id))),
    ),
  ),
];
/** Tells packings apart: the same cells have the same numbers where it is the same. */
export const PACKING = `${KEYS.length}-${KEYS.join().length}`;
const INDEX_OF: ReadonlyMap<string, number> = new Map(KEYS.map((key, i) => [key, i]));

export function pack({ body, year, cells, prose }: ReportSummary): PackedSummary {
  const codes: number[] = [];
  let [index, line, character] = [0, 0, 0];
  for (const [key, { amount, start, end }] of [...cells].sort(([a], [b]) => INDEX_OF.get(a)! - INDEX_OF.get(b)!)) {
    const place = INDEX_OF.get(key)!;
    put(codes, place - index);
    // Twice the digits need not be a safe number: the sign stands with the scale.
    put(codes, Math.abs(amount.digits));
    put(codes, 2 * amount.scale + (amount.digits < 0 ? 1 : 0));
    put(codes, zigzag(start.line - line));
    put(codes, zigzag(start.character - character));
    put(codes, end.line - start.line);
    put(codes, zigzag(end.character - start.character));
    [index, line, character] = [place, start.line, start.character];
  }
  return { body: detached(body), year, cells: String.fromCharCode(...codes), prose };
}

/** The summary that was packed. */
export function unpack({ body, year, cells: packed, prose }: PackedSummary): ReportSummary {
  const cells = new Map<string, SummaryCell>();
  let [index, line, character] = [0, 0, 0];
  let at = 0;
  const take = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= RADIX) {
      const code = packed.charCodeAt(at++);
      value += (code % RADIX) * factor;
      if (code < RADIX) return value;
    }
  };
  while (at < packed.length) {
    index += take();
    const digits = take();
    const scale = take();
    const amount = { digits: scale % 2 === 0 ? digits : -digits, scale: Math.floor(scale / 2) };
    line += unzigzag(take());
    character += unzigzag(take());
    const end = { line: line + take(), character: character + unzigzag(take()) };
    cells.set(KEYS[index]!, { amount, start: { line, character }, end });
  }
  return { body, year, cells, prose };
}

/** The same summary, its cells kept packed and unpacked where they are asked for; these last as long as they may. */
export function compact(packed: PackedSummary): ReportSummary {
  let known: WeakRef<ReportSummary['cells']> | undefined;
  return {
    body: packed.body,
    year: packed.year,
    get cells() {
      let cells = known?.deref();
      if (cells === undefined) known = new WeakRef((cells = unpack(packed).cells));
      return cells;
    },
    prose: packed.prose,
  };
}

/**
 * Digits of base 128 in characters below 256, the lowest first; all but the last are marked. Amounts have more bits
 * than bitwise operators take.
 */
const RADIX = 128;

function put(codes: number[], value: number): void {
  let rest = value;
  for (; rest >= RADIX; rest = Math.floor(rest / RADIX)) codes.push(RADIX + (rest % RADIX));
  codes.push(rest);
}

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const unzigzag = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);
