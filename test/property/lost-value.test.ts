import fc from 'fast-check';
import { describe } from 'vitest';
import { rowOf, tableOf } from '../../server/src/core/index';
import { readOne } from '../support/findings';
import { buildReport } from '../support/report-builder';
import { holds } from './property';

/** Six counts of a row, a value of the other row that cannot be read, and the place of a value that was lost. */
const rows = fc.record({
  counts: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 6, maxLength: 6 }),
  odd: fc.constantFrom('2O', '若干', '待定'),
  oddAt: fc.nat({ max: 6 }),
  lostAt: fc.nat({ max: 6 }),
  lacking: fc.constantFrom('new' as const, 'carried-out' as const),
  layout: fc.constantFrom('tsv' as const, 'markdown' as const),
});

const LABELS = { new: '本年新收', 'carried-out': '结转下年度' };

const withoutCell = (line: string, layout: 'tsv' | 'markdown', at: number, width: number): string => {
  const mark = layout === 'tsv' ? '\t' : '|';
  const cells = line.split(mark);
  cells.splice(cells.length - (layout === 'tsv' ? width : width + 1) + at, 1);
  return cells.join(mark);
};

describe('a row that lacks a value while one of the row that it balances with cannot be read', () => {
  holds(
    'is never read shifted',
    300,
    fc.property(rows, ({ counts, odd, oddAt, lostAt, lacking, layout }) => {
      const values = [...counts, counts.reduce((sum, count) => sum + count, 0)];
      const text = buildReport({
        edition: '2021',
        layout,
        values: {
          [lacking]: values,
          [lacking === 'new' ? 'carried-out' : 'new']: values.map((value, i) => (i === oddAt ? odd : value)),
        },
      });
      const line = text.split('\n').find((each) => each.includes(LABELS[lacking]))!;
      const report = readOne(text.replace(line, withoutCell(line, layout, lostAt, values.length)));
      const row = rowOf(tableOf(report, 'requests')!, lacking);
      return (row?.cells ?? []).every(
        ({ span: { start, end } }, i) => start === end || report.text.slice(start, end).trim() === String(values[i]),
      );
    }),
  );
});
