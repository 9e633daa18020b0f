import { describe, expect, it } from 'vitest';
import { sumsOf } from '../../server/src/core/sums/sums';
import { buildReport, type Values } from '../support/report-builder';
import { readOne } from '../support/findings';

/** The totals that were left out, each with the values that its relations give it. */
const omitted = (values: Values): readonly (readonly string[])[] =>
  sumsOf(readOne(buildReport({ edition: '2021', values })), []).omissions.map(
    ({ total: { row, cell }, ways, certain }) => [
      `${row.form.id}/${cell.column.id}${certain ? '' : ' ?'}`,
      ...ways.map(({ identity, value }) => `${identity.form.rule} ${value.digits}`),
    ],
  );

describe('a total that was left out', () => {
  it('has the value on which all its relations agree', () => {
    expect(
      omitted({ new: [3, 0, 0, 0, 0, 0, ''], granted: [3, 0, 0, 0, 0, 0, 3], 'results-total': [3, 0, 0, 0, 0, 0, 3] }),
    ).toEqual([['new/total', 'row-total-mismatch 3']]);
  });

  it('has each value that one of them gives it, its own sums before others', () => {
    expect(
      omitted({ new: [3, 0, 0, 0, 0, 0, ''], granted: [3, 0, 0, 0, 0, 0, 3], 'results-total': [3, 0, 0, 0, 0, 0, 5] }),
    ).toEqual([['new/total ?', 'row-total-mismatch 3', 'balance-mismatch 5']]);
    expect(omitted({ 'results-total': [0, 0, 0, 0, 0, 0, ''], granted: [0, 0, 0, 0, 0, 0, 4] })).toEqual([
      ['results-total/total ?', 'row-total-mismatch 0', 'results-total-mismatch 4'],
    ]);
  });

  it('has the value of other relations where its own sum cannot be read', () => {
    expect(
      omitted({
        new: [3, 0, 0, 0, 0, 0, 3],
        granted: ['3?', 0, 0, 0, 0, 0, 3],
        'results-total': ['', 0, 0, 0, 0, 0, 3],
      }),
    ).toEqual([['results-total/natural-person', 'row-total-mismatch 3']]);
  });

  it('is none where its own sum is 0, whatever others say', () => {
    expect(omitted({ new: [0, 0, 0, 0, 0, 0, ''], 'results-total': [0, 0, 0, 0, 0, 0, 5] })).toEqual([]);
    expect(omitted({ new: [0, 0, 0, 0, 0, 0, ''] })).toEqual([]);
  });

  it('is none in a row of which another value cannot be read', () => {
    expect(omitted({ new: [3, '1?', 0, 0, 0, 0, ''] })).toEqual([]);
    expect(
      omitted({ new: [3, '1?', 0, 0, 0, 0, ''], 'carried-in': [2, 0, 0, 0, 0, 0, ''] }).map(([total]) => total),
    ).toEqual(['carried-in/total ?']);
  });
});
