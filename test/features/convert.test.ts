import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  convertTable,
  isRefusal,
  tableOf,
  type TableId,
  type TableLayout,
  type TextEdit,
} from '../../server/src/core/index';
import { readOne } from '../support/findings';
import { buildReport } from '../support/report-builder';

const converted = (text: string, id: TableId, layout: TableLayout): TextEdit | string => {
  const report = readOne(text);
  const result = convertTable(report, tableOf(report, id)!, layout, '\n');
  return isRefusal(result) ? result.reason.en : result;
};

describe('a table that would be read otherwise in another layout', () => {
  const OTHERWISE = 'in that layout the report would be read otherwise';

  it('is left alone: a cell with a space in it would be two', () => {
    const text = buildReport({ edition: '2021', layout: 'markdown', values: { licensing: ['1 024'] } });
    expect(converted(text, 'disclosure', 'aligned')).toBe(OTHERWISE);
    expect(converted(text, 'disclosure', 'tsv')).not.toBe(OTHERWISE);
  });

  it('is left alone: a blank total stands for a sum, a dash in its place for nothing', () => {
    const text = buildReport({ edition: '2021', values: { reconsideration: [1, 0, 0, 0, ''] } });
    expect(converted(text, 'review', 'aligned')).toBe(OTHERWISE);
    expect(converted(text, 'review', 'markdown')).not.toBe(OTHERWISE);
  });

  it('is converted where a blank that is no total becomes a dash', () => {
    const text = buildReport({ edition: '2021', values: { reconsideration: ['', 1, 0, 0, 1] } });
    const edit = converted(text, 'review', 'aligned');
    expect(edit).not.toBe(OTHERWISE);
    expect(applyEdits(text, [edit as TextEdit])).toMatch(/^ *- +1 +0 +0 +1 /m);
  });
});
