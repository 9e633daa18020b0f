import { describe, expect, it } from 'vitest';
import { EDITIONS, TEMPLATE_LAYOUTS, tableOf, rowOf, toNumber } from '../../server/src/core/index';
import { findingsIn, readOne } from './findings';
import { buildReport } from './report-builder';

describe('the report builder', () => {
  for (const { id } of EDITIONS)
    for (const layout of TEMPLATE_LAYOUTS) {
      it(`builds a report of ${id} as ${layout} in which nothing is found`, () => {
        const text = buildReport({ edition: id, layout });
        expect(findingsIn(text)).toEqual([]);
        const report = readOne(text);
        expect(report).toMatchObject({ edition: { id }, layout });
        expect(report.tables.map((table) => table.missing)).toEqual([[], [], []]);
      });

      it(`sets values of ${id} as ${layout}`, () => {
        const values = {
          new: [3, 0, 0, 0, 0, 0, 3],
          granted: { 'natural-person': 3, total: 3 },
          'results-total': { 'natural-person': 3, total: 3 },
        };
        const text = buildReport({ edition: id, layout, values });
        expect(findingsIn(text)).toEqual([]);
        const row = rowOf(tableOf(readOne(text), 'requests')!, 'granted')!;
        expect(row.cells.map(({ value }) => value.kind === 'number' && toNumber(value.amount))).toEqual([
          3, 0, 0, 0, 0, 0, 3,
        ]);
      });

      it(`leaves out rows of ${id} as ${layout}`, () => {
        expect(buildReport({ edition: id, layout, replace: { requests: '…' } })).toBe(
          buildReport({ edition: id, layout }),
        );
      });
    }

  it('replaces a row and keeps the others', () => {
    const row = '二、上年结转政府信息公开申请数量\t\t\t1\t0\t0\t0\t0\t0\t1';
    const text = buildReport({ edition: '2021', replace: { requests: `…\n${row}\n…` } });
    const usual = buildReport({ edition: '2021' });
    expect(text).toContain(row);
    expect(text.split('\n')).toHaveLength(usual.split('\n').length);
  });

  it('refuses what it does not know', () => {
    expect(() => buildReport({ edition: '2021', values: { procurement: [1] } })).toThrow('no row');
    expect(() => buildReport({ edition: '2021', replace: { requests: '…\n未知\t1\n…' } })).toThrow('No usual row');
  });
});
