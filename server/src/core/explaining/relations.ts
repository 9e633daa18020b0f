import type { Cell, PlacedCell } from '../model/report';
import type { Amounts } from '../sums/amounts';
import { hasTotal, isTotalIn, type Identity } from '../sums/identities';
import type { Sums } from '../sums/sums';
import { format } from '../text/decimal';

/** The relations that a cell takes part in, those first in which it is the total. */
export const relationsOf = (sums: Sums, cell: Cell): readonly Identity[] =>
  [...sums.relationsOf(cell)].sort((a, b) => Number(isTotalIn(b, cell)) - Number(isTotalIn(a, cell)));

/** Written out: 自然人 + … = 333 + 0 = 333. Zeros among many parts are left out. */
export function formulaOf(identity: Identity, amounts: Amounts, language: 'zh' | 'en'): string {
  const name = (place: PlacedCell): string =>
    (identity.form.direction === 'across' ? place.cell.column.name : place.row.form.name)[language];
  const side = (places: readonly PlacedCell[]): string => {
    const shown = places.length > MOST_SHOWN ? places.filter((place) => amounts.of(place).digits !== 0) : places;
    const names = (shown.length === 0 ? places.slice(0, 2) : shown).map(name).join(' + ');
    const rest = shown.length < places.length ? ' + …' : '';
    const values = shown.length > 1 ? ` = ${shown.map((place) => format(amounts.of(place))).join(' + ')}` : '';
    return `${names}${rest}${values} = ${format(amounts.sum(places))}`;
  };
  const equals = amounts.holds(identity) ? '✓' : '✗';
  return hasTotal(identity)
    ? `${name(identity.left[0]!)} = ${side(identity.right)} ${equals}`
    : `${side(identity.left)}; ${side(identity.right)} ${equals}`;
}

const MOST_SHOWN = 7;
