import { describe, expect, it } from 'vitest';
import { contextOf, DEFAULT_SETTINGS, tableOf, type TableId } from '../../server/src/core/index';
import { buildReport, type Values } from '../support/report-builder';
import { readOne } from '../support/findings';

/** A report of which only the rows down to one are typed, their own blanks apart; the others are blank. */
function begun(
  values: Values,
  last: string | undefined,
  table: TableId = 'requests',
  text = buildReport({ edition: '2021', values }),
) {
  const { rows } = tableOf(readOne(text), table)!;
  const from = rows.findIndex(({ form }) => form.id === last) + 1;
  let blanked = text;
  for (const { cells } of rows.slice(from).toReversed())
    for (const { span } of cells.toReversed()) blanked = blanked.slice(0, span.start) + blanked.slice(span.end);
  const report = readOne(blanked);
  const { filling, sums } = contextOf(report, DEFAULT_SETTINGS);
  const own = tableOf(report, table)!;
  const rowOf = (id: string) => own.rows.find(({ form }) => form.id === id)!;
  return {
    isFilled: filling.tables.has(own),
    isUntyped: (row: string) => filling.isUntyped(own, rowOf(row)),
    isPending: (row: string, column: number) => filling.isPending(rowOf(row).cells[column]!),
    /** The relations that wait, as the rule and the row or column that they are about. */
    open: sums.identities
      .filter((one) => one.table === own && filling.isOpen(one))
      .map(({ form, target }) => `${form.rule} ${target.row.form.id}/${target.cell.column.id}`),
  };
}

const NEW = { new: [5, 1, 0, 0, 0, 0, 6] };
const DONE = { ...NEW, granted: NEW.new, 'results-total': NEW.new };

describe('a table that is still being filled in', () => {
  it('is one of which the first rows alone are typed and whose sums wait for the others', () => {
    const { isFilled, isUntyped, isPending, open } = begun(NEW, 'new');
    expect(isFilled).toBe(true);
    expect([isUntyped('new'), isUntyped('carried-in'), isUntyped('results-total')]).toEqual([true, true, true]);
    expect([isPending('new', 0), isPending('new', 6), isPending('carried-in', 0)]).toEqual([false, false, true]);
    expect(open).not.toContain('row-total-mismatch new/total');
    expect(open).toContain('row-total-mismatch granted/total');
    expect(open).toContain('results-total-mismatch results-total/natural-person');
    expect(open).toContain('balance-mismatch carried-out/natural-person');
  });

  it('has rows above the last typed one that are no longer being typed', () => {
    const { isFilled, isUntyped } = begun(NEW, 'granted');
    expect(isFilled).toBe(true);
    expect([isUntyped('new'), isUntyped('carried-in')]).toEqual([false, false]);
    expect([isUntyped('granted'), isUntyped('partly-granted')]).toEqual([true, true]);
  });

  it('is none where all is typed, be it wrong or right', () => {
    for (const values of [DONE, { ...DONE, new: [5, 1, 0, 0, 0, 0, 7] }]) {
      const { isFilled, isUntyped, isPending, open } = begun(values, 'carried-out');
      expect(isFilled).toBe(false);
      expect([isUntyped('new'), isUntyped('carried-out'), isPending('new', 0)]).toEqual([false, false, false]);
      expect(open).toEqual([]);
    }
  });

  it('is none where half of the values are written', () => {
    const { form } = tableOf(readOne(buildReport({ edition: '2021' })), 'requests')!;
    const rows = form.blocks.flatMap((block) => block.rows).map(({ id }) => id);
    const half = Math.ceil(rows.length / 2);
    expect(begun(NEW, rows[half - 2]).isFilled).toBe(true);
    expect(begun(NEW, rows[half - 1]).isFilled).toBe(false);
  });

  it('is none where nothing is missing but zeros', () => {
    const { isFilled, isPending } = begun({}, 'new');
    expect(isFilled).toBe(false);
    expect(isPending('granted', 0)).toBe(false);
  });

  it('is told table by table', () => {
    const { isFilled, open } = begun(NEW, 'new', 'review');
    expect(isFilled).toBe(false);
    expect(open).toEqual([]);
  });
});

describe('a report that has slots of the template left', () => {
  const slots = (values: Values, last: string) =>
    begun(
      values,
      last,
      'requests',
      buildReport({ edition: '2021', values }).replace('专人登记来件', '〔填写依申请公开情况〕'),
    );

  it('waits for totals that are still 0 in a table of which any part is typed', () => {
    const { isFilled, isPending, open } = slots(NEW, 'carried-out');
    expect(isFilled).toBe(true);
    expect([isPending('new', 0), isPending('granted', 0)]).toEqual([false, true]);
    expect(open).toContain('balance-mismatch carried-out/natural-person');
    expect(open).not.toContain('row-total-mismatch new/total');
  });

  it('waits for nothing where all sums hold', () => {
    expect(slots(DONE, 'carried-out').isFilled).toBe(false);
    expect(slots({}, 'carried-out').isFilled).toBe(false);
  });

  it('waits for nothing where a written total is wrong', () => {
    const wrong = slots({ ...DONE, new: [5, 1, 0, 0, 0, 0, 7] }, 'carried-out');
    expect(wrong.open).not.toContain('row-total-mismatch new/total');
  });
});
