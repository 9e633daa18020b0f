import { describe, expect, it } from 'vitest';
import { tableOf } from '../../server/src/core/index';
import { cellOf, isOnLine, rowOf, rowsOnLine, sectionAt, withRows } from '../../server/src/core/model/report';
import { buildReport } from '../support/report-builder';
import { readOne } from '../support/findings';

const text = buildReport({ edition: '2021', values: { new: [3, 1, 0, 0, 0, 0, 4] } });
const report = readOne(text);
const table = tableOf(report, 'requests')!;

describe('a report', () => {
  it('finds tables, rows and cells by their names', () => {
    expect(tableOf({ ...report, tables: [] }, 'requests')).toBeUndefined();
    expect(rowOf(table, 'carried-in')!.form.id).toBe('carried-in');
    expect(rowOf(table, 'no-such-row')).toBeUndefined();
    expect(cellOf(rowOf(table, 'new')!, 'total')!.column.id).toBe('total');
    expect(cellOf(rowOf(table, 'new')!, 'no-such-column')).toBeUndefined();
  });

  it('finds the section at a place, the heading and the end of its text being its own', () => {
    for (const section of report.sections) {
      expect(sectionAt(report, section.heading.start)?.number).toBe(section.number);
      expect(sectionAt(report, section.span.end - 1)?.number).toBe(section.number);
    }
    expect(sectionAt(report, 0)).toBeUndefined();
  });

  it('finds the rows of a line', () => {
    const line = report.lines.lineAt(rowOf(table, 'carried-in')!.label.start);
    expect(rowsOnLine(report, line).map(({ row }) => row.form.id)).toEqual(['carried-in']);
    expect(rowsOnLine(report, 0)).toEqual([]);
    const { span } = rowOf(table, 'new')!;
    const own = report.lines.lineAt(span.start);
    expect([own - 1, own, own + 1].map((other) => isOnLine(report, span, other))).toEqual([false, true, false]);
  });

  it('with other rows in a table has a table of another shape', () => {
    const other = withRows(table, table.rows.slice(1));
    expect(other.rows).toHaveLength(table.rows.length - 1);
    expect(other.shape).not.toBe(table.shape);
    expect(other.form).toBe(table.form);
  });
});
