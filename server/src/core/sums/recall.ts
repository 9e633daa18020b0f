import type { Cell, Table } from '../model/report';
import type { Fault } from './diagnosis';
import type { Evidence } from './evidence';
import { placesIn, type Identity } from './identities';
import type { Change } from './localise';

/** What a diagnosis found in a table, by places instead of cells, so that it holds for others that say the same. */
interface KnownFaults {
  /** All that the diagnosis went by. */
  readonly grounds: string;
  readonly faults: readonly PackedFault[];
}

interface PackedFault extends Pick<Fault, 'unique' | 'clear'> {
  readonly identities: readonly number[];
  readonly repairs: readonly (readonly (Pick<Change, 'from' | 'to'> & { readonly place: number })[])[];
  readonly confirming: readonly number[];
}

/** The last diagnosis of the tables of one shape. */
const known = new WeakMap<Table['shape'], KnownFaults>();

/**
 * The faults of a table as they were found before in one with the same relations, values and evidence, else as
 * `diagnose` finds them: most edits are elsewhere, and a search for faults takes long.
 */
export function recalled(
  table: Table,
  identities: readonly Identity[],
  evidence: Evidence,
  diagnose: () => readonly Fault[],
): readonly Fault[] {
  // A diagnosis is about the relations' own cells, of which each is one object.
  const placed = new Map(identities.flatMap(placesIn).map((place) => [place.cell, place]));
  const places = [...placed.values()];
  const order = new Map([...placed.keys()].map((cell, i) => [cell, i]));
  const statements = evidence.statements.filter(({ cell }) => order.has(cell));
  const grounds = [
    ...table.rows.map(({ cells }) => cells.map(said).join()),
    ...statements.map(({ cell, value, source }) => `${order.get(cell)}=${value}${source}`),
  ].join(';');
  const before = known.get(table.shape);
  if (before?.grounds === grounds)
    return before.faults.map((fault) => ({
      ...fault,
      identities: fault.identities.map((i) => identities[i]!),
      repairs: fault.repairs.map((changes) => changes.map((change) => ({ ...change, place: places[change.place]! }))),
      confirming: fault.confirming.map((i) => statements[i]!),
    }));
  const faults = diagnose();
  known.set(table.shape, {
    grounds,
    faults: faults.map((fault) => ({
      ...fault,
      identities: fault.identities.map((identity) => identities.indexOf(identity)),
      repairs: fault.repairs.map((changes) =>
        changes.map((change) => ({ ...change, place: order.get(change.place.cell)! })),
      ),
      confirming: fault.confirming.map((statement) => statements.indexOf(statement)),
    })),
  });
  return faults;
}

const said = ({ value }: Cell): string =>
  value.kind === 'unreadable' ? value.kind : `${value.kind}${value.amount.digits}e${value.amount.scale}`;
