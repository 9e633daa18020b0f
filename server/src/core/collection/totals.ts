import { editionById, type Edition } from '../formats/editions';
import { TABLE_IDS } from '../formats/table-names';
import { add, ZERO, type Decimal } from '../text/decimal';
import { cellsOfForm, counterpartIn, partsOf, type FormCell } from './counterparts';
import type { TotalPart } from './total-part';

/** A value of a part that has no place in the form of the total. */
export interface LostValue {
  readonly key: string;
  readonly cell: FormCell;
  readonly amount: Decimal;
}

/** The cells of many reports, added up on the forms of one edition as exact decimals. */
export class Totals {
  private readonly sums = new Map<string, Decimal>();
  private readonly unsafe = new Set<string>();

  constructor(readonly edition: Edition) {}

  /** All cells of the total, in the form's order. */
  cells(): readonly FormCell[] {
    return TABLE_IDS.flatMap((id) => cellsOfForm(this.edition.tables[id]));
  }

  /** Adds a part; what it states and the total's form has no place for is given back. */
  add(part: TotalPart): readonly LostValue[] {
    const { values, lost } = valuesOn(this.edition, part);
    for (const [key, amount] of values) {
      const sum = add(this.of(key), amount);
      if (!Number.isSafeInteger(sum.digits)) this.unsafe.add(key);
      this.sums.set(key, sum);
    }
    return lost;
  }

  /** The sum in a cell; `undefined` where it has more digits than stay exact. */
  at(key: string): Decimal | undefined {
    return this.unsafe.has(key) ? undefined : this.of(key);
  }

  private of(key: string): Decimal {
    return this.sums.get(key) ?? ZERO;
  }
}

/** The values of a part on the forms of an edition, those that are not 0. */
export function valuesOn(
  edition: Edition,
  { values: stated, editions }: TotalPart,
): { readonly values: ReadonlyMap<string, Decimal>; readonly lost: readonly LostValue[] } {
  const values = new Map<string, Decimal>();
  const lost: LostValue[] = [];
  for (const [key, written] of Object.entries(stated)) {
    const amount = decimalIn(written);
    const [table, row, column] = partsOf(key);
    const target = counterpartIn(edition.tables[table], key);
    if (target !== undefined) values.set(target, add(values.get(target) ?? ZERO, amount));
    else {
      const form = editionById(editions[table] ?? edition.id).tables[table];
      const cell = cellsOfForm(form).find((one) => one.row.id === row && one.column.id === column);
      if (cell !== undefined) lost.push({ key, cell, amount });
    }
  }
  return { values, lost };
}

/** The cells of an edition for which a part's own forms have no counterpart: it cannot state anything there. */
export const unstatedBy = (edition: Edition, { editions }: TotalPart): readonly FormCell[] =>
  TABLE_IDS.flatMap((id) => {
    const own = editionById(editions[id] ?? edition.id).tables[id];
    const target = edition.tables[id];
    if (own === target) return [];
    return cellsOfForm(target).filter(({ key }) => counterpartIn(own, key) === undefined);
  });

/** What `format` wrote. */
function decimalIn(written: string): Decimal {
  const [whole = '', fraction = ''] = written.split('.');
  return { digits: Number(whole + fraction), scale: fraction.length };
}
