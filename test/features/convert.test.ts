import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  check,
  convertTable,
  DEFAULT_SETTINGS,
  isRefusal,
  say,
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

  it.each([[['', 1, 0, 0, 1]], [[1, 0, 0, 0, '']]])('is left alone: between spaces a blank cell is lost', (values) => {
    const text = buildReport({ edition: '2021', values: { reconsideration: values } });
    expect(converted(text, 'review', 'aligned')).toContain('blank cells');
    const edit = converted(text, 'review', 'markdown') as TextEdit;
    expect(findingsOf(applyEdits(text, [edit]))).toEqual(findingsOf(text));
  });
});

const findingsOf = (text: string): readonly string[] =>
  check(readOne(text), DEFAULT_SETTINGS).map(({ rule, message }) => `${rule.id} ${say(message, 'zh-CN')}`);
