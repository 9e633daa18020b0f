import { describe, expect, it } from 'vitest';
import type { Fault } from '../../server/src/core/sums/diagnosis';
import { Evidence, type Statement } from '../../server/src/core/sums/evidence';
import { recalled } from '../../server/src/core/sums/recall';
import { smallTable } from './small-table';

const VALUES = [
  [2, 1, 4],
  [0, 0, 0],
  [2, 1, 3],
  [0, 0, 0],
  [2, 1, 3],
  [0, 0, 0],
];

/** Asks for the faults of tables of one shape in turn; `searches` counts how often they were looked for. */
function asking() {
  const shape = {};
  let searches = 0;
  const ask = (values: Parameters<typeof smallTable>[0], stated: readonly Omit<Statement, 'cell'>[] = [], row = 0) => {
    const identities = smallTable(values);
    const { table } = identities[0]!;
    Object.assign(table, { shape });
    const place = { row: table.rows[row]!, cell: table.rows[row]!.cells[2]! };
    const evidence = new Evidence(stated.map((one) => ({ ...one, cell: place.cell })));
    const fault: Fault = {
      identities: [identities[0]!],
      repairs: [[{ place, from: 4, to: 3 }]],
      unique: true,
      clear: false,
      confirming: evidence.statements,
    };
    const faults = recalled(table, identities, evidence, () => {
      searches++;
      return [fault];
    });
    return { faults, fault };
  };
  return { ask, searches: () => searches };
}

describe('faults', () => {
  it('are looked for once in tables that say the same, and are then about the cells of each', () => {
    const { ask, searches } = asking();
    ask(VALUES, [{ value: 3, source: 'prose' }]);
    const { faults, fault } = ask(VALUES, [{ value: 3, source: 'prose' }]);
    expect(searches()).toBe(1);
    expect(faults).toEqual([fault]);
    expect(faults[0]!.identities[0]).toBe(fault.identities[0]);
    expect(faults[0]!.repairs[0]![0]!.place.cell).toBe(fault.repairs[0]![0]!.place.cell);
    expect(faults[0]!.confirming[0]).toBe(fault.confirming[0]);
  });

  it.each([
    ['a value', VALUES.with(3, [0, 1, 0]), []],
    ['a blank in place of a zero', VALUES.with(3, [0, undefined as unknown as number, 0]), []],
    ['two values that stand the other way round', VALUES.with(3, [0, 0, 0]).with(2, [1, 2, 3]), []],
    ['a statement', VALUES, [{ value: 3, source: 'prose' }]],
  ] as const)('are looked for again where %s is new', (_, values, stated) => {
    const { ask, searches } = asking();
    ask(VALUES);
    ask(values, stated);
    expect(searches()).toBe(2);
  });

  it.each([
    ['value', { value: 4, source: 'prose' }, 0],
    ['source', { value: 3, source: 'last-year' }, 0],
    ['cell', { value: 3, source: 'prose' }, 1],
  ] as const)('are looked for again where a statement has another %s', (_, statement, row) => {
    const { ask, searches } = asking();
    ask(VALUES, [{ value: 3, source: 'prose' }]);
    ask(VALUES, [statement], row);
    expect(searches()).toBe(2);
  });

  it('are not looked for again for what is stated of other tables', () => {
    const identities = smallTable(VALUES);
    const { table } = identities[0]!;
    Object.assign(table, { shape: {} });
    const elsewhere = smallTable(VALUES)[0]!.table.rows[0]!.cells[0]!;
    let searches = 0;
    for (const statements of [[], [{ cell: elsewhere, value: 3, source: 'prose' as const }]])
      recalled(table, identities, new Evidence(statements), () => {
        searches++;
        return [];
      });
    expect(searches).toBe(1);
  });
});
