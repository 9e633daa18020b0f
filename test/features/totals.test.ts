import { describe, expect, it } from 'vitest';
import { applyEdits, changedTotals, contextOf, DEFAULT_SETTINGS, type TextEdit } from '../../server/src/core/index';
import { findingsIn, readOne } from '../support/findings';
import { buildReport, type Values } from '../support/report-builder';

const VALUES: Values = {
  new: [3, 1, 0, 0, 0, 0, 4],
  granted: [2, 1, 0, 0, 0, 0, 3],
  'partly-granted': [1, 0, 0, 0, 0, 0, 1],
  'results-total': [3, 1, 0, 0, 0, 0, 4],
  reconsideration: [1, 0, 0, 2, 3],
};
const written = (values: Values = {}): string => buildReport({ edition: '2021', values: { ...VALUES, ...values } });

const changed = (before: string, after: string): readonly TextEdit[] =>
  changedTotals(readOne(before), contextOf(readOne(after), DEFAULT_SETTINGS));

/** The text after the totals have followed a change. */
const followed = (before: string, after: string): string => applyEdits(after, changed(before, after));

describe('totals', () => {
  it('of the row, the column and their own sum follow a count', () => {
    const after = written({ granted: [7, 1, 0, 0, 0, 0, 3] });
    expect(followed(written(), after)).toBe(
      written({ granted: [7, 1, 0, 0, 0, 0, 8], 'results-total': [8, 1, 0, 0, 0, 0, 9] }),
    );
  });

  it('of table four follow in their own group', () => {
    expect(followed(written(), written({ reconsideration: [1, 5, 0, 2, 3] }))).toBe(
      written({ reconsideration: [1, 5, 0, 2, 8] }),
    );
  });

  it('follow a count that was deleted, and one typed where none was', () => {
    expect(followed(written(), written({ new: ['', 1, 0, 0, 0, 0, 4] }))).toBe(
      written({ new: ['', 1, 0, 0, 0, 0, 1] }),
    );
    expect(followed(written({ new: ['', 1, 0, 0, 0, 0, 1] }), written({ new: [6, 1, 0, 0, 0, 0, 1] }))).toBe(
      written({ new: [6, 1, 0, 0, 0, 0, 7] }),
    );
  });

  it('follow though numbers were typed meanwhile that nobody compared', () => {
    const after = written({ granted: [12, 4, 0, 0, 0, 0, 3] });
    const whole = followed(written(), after);
    expect(whole).toBe(written({ granted: [12, 4, 0, 0, 0, 0, 16], 'results-total': [13, 4, 0, 0, 0, 0, 17] }));
    expect(findingsIn(whole).map(({ rule }) => rule)).not.toContain('row-total-mismatch');
  });

  it('that were wrong before stay as they are', () => {
    const before = written({ granted: [2, 1, 0, 0, 0, 0, 30] });
    const after = written({ granted: [7, 1, 0, 0, 0, 0, 30] });
    const kept = followed(before, after);
    expect(
      readOne(kept)
        .tables[1]!.rows.find((row) => row.form.id === 'granted')!
        .cells.at(-1)!.value,
    ).toMatchObject({ amount: { digits: 30 } });
    expect(kept).toBe(written({ granted: [7, 1, 0, 0, 0, 0, 30], 'results-total': [8, 1, 0, 0, 0, 0, 9] }));
  });

  it('stay where row and column would have different ones', () => {
    const wrong: Values = { granted: [2, 1, 0, 0, 0, 0, 4], 'partly-granted': [1, 0, 0, 0, 0, 0, 0] };
    const after = written({ ...wrong, granted: [7, 1, 0, 0, 0, 0, 4] });
    expect(followed(written(wrong), after)).toBe(
      written({ ...wrong, granted: [7, 1, 0, 0, 0, 0, 4], 'results-total': [8, 1, 0, 0, 0, 0, 4] }),
    );
  });

  it('stay where their rules are off', () => {
    const settings = { ...DEFAULT_SETTINGS, rules: { 'row-total-mismatch': 'off' } } as const;
    const [before, after] = [readOne(written()), contextOf(readOne(written({ new: [5, 1, 0, 0, 0, 0, 4] })), settings)];
    expect(changedTotals(before, after)).toEqual([]);
  });

  it('are never changed where a total was typed, nor blank ones filled in', () => {
    expect(changed(written(), written({ granted: [2, 1, 0, 0, 0, 0, 9] }))).toEqual([]);
    expect(changed(written(), written({ 'results-total': [9, 1, 0, 0, 0, 0, 4] }))).toEqual([]);
    const unread = (total: number) =>
      written({ granted: [2, 1, 0, 0, 0, '3O', total], 'results-total': [3, 1, 0, 0, 0, '3O', 4] });
    expect(changed(unread(3), unread(9))).toEqual([]);
    const blank = { 'partly-granted': [0, 0, 0, 0, 0, 0, ''] } as const;
    const [before, after] = [
      written({ ...blank, 'results-total': [2, 1, 0, 0, 0, 0, 3] }),
      written({ 'partly-granted': [5, 0, 0, 0, 0, 0, ''] }),
    ];
    expect(changed(before, after).every(({ span }) => span.end > span.start)).toBe(true);
  });

  it('do not follow what cannot be read, and no balance is mended', () => {
    expect(changed(written(), written({ granted: ['7O', 1, 0, 0, 0, 0, 3] }))).toEqual([]);
    const after = written({ 'carried-in': [2, 0, 0, 0, 0, 0, 0] });
    expect(followed(written(), after)).toBe(written({ 'carried-in': [2, 0, 0, 0, 0, 0, 2] }));
  });

  it('stay where nothing was changed but words', () => {
    expect(changed(written(), written().replace('按目录', '按新的目录'))).toEqual([]);
  });
});
