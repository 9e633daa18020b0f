import { describe, expect, it } from 'vitest';
import { tableOf } from '../../server/src/core/index';
import { Amounts } from '../../server/src/core/sums/amounts';
import type { Fault } from '../../server/src/core/sums/diagnosis';
import type { Identity } from '../../server/src/core/sums/identities';
import { localise } from '../../server/src/core/sums/localise';
import { repairsOf } from '../../server/src/core/sums/repairs';
import { sumsOf } from '../../server/src/core/sums/sums';
import { integer } from '../../server/src/core/text/decimal';
import { buildReport, type Values } from '../support/report-builder';
import { readOne } from '../support/findings';
import { smallTable } from './small-table';

const NONE = [0, 0, 0];
const rowTotal = (identities: readonly Identity[], row: string): Identity =>
  identities.find(({ form, target }) => form.rule === 'row-total-mismatch' && target.row.form.id === row)!;

describe('the repairs of a broken relation', () => {
  const identities = smallTable([[5, 3, 6], NONE, NONE, NONE, NONE, NONE]);
  const amounts = new Amounts(identities);
  const broken = rowTotal(identities, 'new');
  const [total] = broken.left;
  const [first, second] = broken.right;
  const shown = (fault: Fault | undefined, identity = broken) =>
    repairsOf(identity, fault, amounts).map(({ changes, mends, unique }) => [
      ...changes.map(({ place, value }) => `${place.row.form.id}/${place.cell.column.id}=${value.digits}`),
      mends,
      unique,
    ]);
  const fault = (repairs: Fault['repairs'], unique = false): Fault => ({
    identities: [broken],
    repairs,
    unique,
    clear: false,
    confirming: [],
  });

  it('are its total, then each part, that alone would make it hold and is a count', () => {
    expect(shown(undefined)).toEqual([
      ['new/total=8', 'part', false],
      ['new/natural-person=3', 'part', false],
      ['new/enterprise=1', 'part', false],
    ]);
    const below = smallTable([[5, 3, 1], NONE, NONE, NONE, NONE, NONE]);
    expect(
      repairsOf(rowTotal(below, 'new'), undefined, new Amounts(below)).map(({ changes }) => changes[0]!.value),
    ).toEqual([integer(8)]);
  });

  it('are first those of the whole fault, none of them twice', () => {
    const whole = fault(
      [
        [{ place: first!, from: 5, to: 3 }],
        [
          { place: total!, from: 6, to: 7 },
          { place: second!, from: 3, to: 2 },
        ],
      ],
      true,
    );
    expect(shown(whole)).toEqual([
      ['new/natural-person=3', 'fault', true],
      ['new/total=7', 'new/enterprise=2', 'fault', true],
      ['new/total=8', 'part', false],
      ['new/enterprise=1', 'part', false],
    ]);
    expect(shown(fault([[{ place: first!, from: 5, to: 4 }]]))).toEqual([
      ['new/natural-person=4', 'fault', false],
      ['new/total=8', 'part', false],
      ['new/natural-person=3', 'part', false],
      ['new/enterprise=1', 'part', false],
    ]);
  });

  it('of the whole fault are at most 25', () => {
    const many = fault(Array.from({ length: 30 }, (_, i) => [{ place: first!, from: 5, to: 100 + i }]));
    expect(shown(many).filter(([, mends]) => mends === 'fault')).toHaveLength(25);
  });
});

describe('the search for what is wrong', () => {
  it('gives no guess about values that are no whole numbers', () => {
    const identities = smallTable([[5, 3, 6], NONE, NONE, NONE, NONE, NONE]);
    for (const side of ['left', 'right'] as const) {
      const amounts = new Amounts(identities);
      const [{ cell: odd }] = rowTotal(identities, 'carried-in')[side] as [Identity['target']];
      const of = amounts.of.bind(amounts);
      amounts.of = (place) => (place.cell === odd ? { digits: 5, scale: 1 } : of(place));
      expect(localise(identities, amounts)).toEqual({ solutions: [], complete: false });
    }
  });

  it('gives no guess where more than six values would have to change', () => {
    const rows = ['granted', 'refused.1', 'refused.2', 'refused.3', 'refused.4', 'refused.5', 'refused.6', 'refused.7'];
    const wrong = (count: number): Values =>
      Object.fromEntries(rows.slice(0, count).map((row, i) => [row, [0, 0, 0, 0, 0, 0, 10 ** i]]));
    const sums = (count: number) => sumsOf(readOne(buildReport({ edition: '2021', values: wrong(count) })), []);
    const explained = (count: number): boolean => {
      const { identities, amounts, faultOf } = sums(count);
      return identities.filter((one) => !amounts.holds(one)).every((one) => faultOf(one) !== undefined);
    };
    expect(explained(2)).toBe(true);
    expect(explained(8)).toBe(false);
  });
});

describe('relations of a table', () => {
  it('leave out those of which a cell cannot be read, also where the same table was read before', () => {
    const report = (value: string | number) =>
      readOne(buildReport({ edition: '2021', values: { new: [3, value, 0, 0, 0, 0, 4] } }));
    const about = (value: string | number): readonly string[] =>
      sumsOf(report(value), [])
        .identities.filter(({ form, target }) => form.rule === 'row-total-mismatch' && target.row.form.id === 'new')
        .map(({ target }) => target.cell.column.id);
    expect(about(1)).toEqual(['total']);
    expect(about('1?')).toEqual([]);
    expect(about(1)).toEqual(['total']);
  });

  it('are found by the cells that take part in them, and doubtful where one is broken', () => {
    const report = readOne(
      buildReport({ edition: '2021', values: { new: [3, 1, 0, 0, 0, 0, 5], 'carried-out': [3, 1, 0, 0, 0, 0, 5] } }),
    );
    const { relationsOf, isDoubtful } = sumsOf(report, []);
    const row = (id: string) => tableOf(report, 'requests')!.rows.find(({ form }) => form.id === id)!;
    const [natural, total] = [row('new').cells[0]!, row('new').cells[6]!];
    expect(relationsOf(natural).map(({ form }) => form.rule)).toEqual(['row-total-mismatch', 'balance-mismatch']);
    expect([isDoubtful(natural), isDoubtful(total), isDoubtful(row('granted').cells[0]!)]).toEqual([true, true, false]);
    expect(relationsOf(tableOf(report, 'disclosure')!.rows[0]!.cells[0]!)).toEqual([]);
  });
});
