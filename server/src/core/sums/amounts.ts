import type { Cell, PlacedCell, Report } from '../model/report';
import { add, isCount, subtract, ZERO, type Decimal } from '../text/decimal';
import { blankTotalsOf } from './blank-totals';
import { identitiesOf, isTotalIn, placesIn, type Identity } from './identities';

/** A relation with the blank totals among its cells. */
interface Open {
  readonly identity: Identity;
  readonly blanks: readonly PlacedCell[];
}

/**
 * What each cell counts for in sums. A blank total stands for what its parts add up to, so that one omission is one
 * finding; where these cannot be judged, for what another relation leaves for it. Every other blank or dash is zero.
 */
export class Amounts {
  /** Relations of which every value is read or implied; the others cannot be judged. */
  readonly identities: readonly Identity[];
  private readonly blanks: ReadonlySet<Cell>;
  private readonly open: readonly Open[];
  private readonly implied = new Map<Cell, Decimal>();
  /** Blank totals that got their value from a relation in which another blank would have done as well. */
  private readonly either = new Set<Cell>();
  /** What was found out about relations: rules, diagnosis and features all ask. */
  private readonly surpluses = new Map<Identity, Decimal>();
  private certain: ReadonlySet<Cell> | undefined;

  constructor(identities: readonly Identity[], blankTotals: readonly PlacedCell[] = []) {
    this.blanks = new Set(blankTotals.map(({ cell }) => cell));
    const open =
      this.blanks.size === 0 ? [] : identities.map((identity) => ({ identity, blanks: this.blanksIn(identity) }));
    this.solve(open.filter(({ blanks }) => blanks.length > 0));
    const isImplied = ({ blanks }: Open): boolean => blanks.every(({ cell }) => this.implied.has(cell));
    this.open = open.filter((one) => one.blanks.length > 0 && isImplied(one));
    this.identities = open.every(isImplied) ? identities : open.filter(isImplied).map(({ identity }) => identity);
  }

  static of(report: Report): Amounts {
    return new Amounts(identitiesOf(report), blankTotalsOf(report));
  }

  of({ cell }: PlacedCell): Decimal {
    const { value } = cell;
    return value.kind === 'unreadable' ? ZERO : (this.implied.get(cell) ?? value.amount);
  }

  /** Whether a cell is a blank total of which no relation tells what it stands for. */
  isUnknown(cell: Cell): boolean {
    return this.blanks.has(cell) && !this.implied.has(cell);
  }

  isBlankTotal(cell: Cell): boolean {
    return this.blanks.has(cell);
  }

  /** Whether it is beyond doubt what a cell counts for; only of a blank total it may not be. */
  isCertain({ cell }: PlacedCell): boolean {
    return !this.blanks.has(cell) || (this.certain ??= this.certainBlanks()).has(cell);
  }

  areCertain(places: readonly PlacedCell[]): boolean {
    return this.blanks.size === 0 || places.every((place) => this.isCertain(place));
  }

  sum(places: readonly PlacedCell[]): Decimal {
    return places.reduce((total, place) => add(total, this.of(place)), ZERO);
  }

  /** Σ `left` − Σ `right`. */
  surplus(identity: Identity): Decimal {
    let known = this.surpluses.get(identity);
    if (known === undefined) this.surpluses.set(identity, (known = this.difference(identity)));
    return known;
  }

  holds(identity: Identity): boolean {
    return this.surplus(identity).digits === 0;
  }

  /** The value that a cell would need for the relation to hold, all others as they are. */
  needed(identity: Identity, at: PlacedCell): Decimal {
    return this.without(identity, at, this.surplus(identity));
  }

  private difference({ left, right }: Identity): Decimal {
    return subtract(this.sum(left), this.sum(right));
  }

  private without({ left }: Identity, at: PlacedCell, surplus: Decimal): Decimal {
    return left.some(({ cell }) => cell === at.cell) ? subtract(this.of(at), surplus) : add(this.of(at), surplus);
  }

  private blanksIn(identity: Identity): readonly PlacedCell[] {
    return placesIn(identity).filter(({ cell }) => this.blanks.has(cell));
  }

  /**
   * Blank totals are the unknowns of the relations: one with a single unknown gives it its value, first that whose
   * total it is.
   */
  private solve(open: readonly Open[]): void {
    const sums = (): boolean => open.filter((one) => this.gives(one, isTotalIn)).length > 0;
    const another = (): boolean => open.some((one) => this.gives(one, () => true));
    while (sums() || another());
  }

  private gives({ identity, blanks }: Open, isWanted: (identity: Identity, unknown: Cell) => boolean): boolean {
    const [unknown, ...others] = blanks.filter(({ cell }) => !this.implied.has(cell));
    if (unknown === undefined || others.length > 0 || !isWanted(identity, unknown.cell)) return false;
    const isLeftOut = ({ cell }: PlacedCell): boolean => cell.value.kind === 'blank' && !this.blanks.has(cell);
    if (!isTotalIn(identity, unknown.cell) && placesIn(identity).some(isLeftOut)) this.either.add(unknown.cell);
    this.implied.set(unknown.cell, this.without(identity, unknown, this.difference(identity)));
    return true;
  }

  /**
   * Blank totals that share relations lean on each other. They are certain where all these relations hold, so that
   * every way to a value gives the same one, and all are counts.
   */
  private certainBlanks(): ReadonlySet<Cell> {
    let groups: readonly { readonly cells: ReadonlySet<Cell>; readonly agree: boolean }[] = [];
    for (const { identity, blanks } of this.open) {
      const touched = groups.filter(({ cells }) => blanks.some(({ cell }) => cells.has(cell)));
      const cells = new Set([...touched.flatMap((group) => [...group.cells]), ...blanks.map(({ cell }) => cell)]);
      const isGiven = (place: PlacedCell): boolean => isCount(this.of(place)) && !this.either.has(place.cell);
      const agree = touched.every((group) => group.agree) && this.holds(identity) && blanks.every(isGiven);
      groups = [...groups.filter((group) => !touched.includes(group)), { cells, agree }];
    }
    return new Set(groups.filter(({ agree }) => agree).flatMap(({ cells }) => [...cells]));
  }
}
