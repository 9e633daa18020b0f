import { describe, expect, it } from 'vitest';
import { check, DEFAULT_SETTINGS, readDocument } from '../../server/src/core/index';
import { buildReport } from '../support/report-builder';

const only = (text: string) => readDocument(text).segments[0]!.report;
const values = (text: string) =>
  only(text).tables.map(({ rows }) =>
    rows.map(({ form, cells }) => [form.id, ...cells.map(({ value }) => JSON.stringify(value))]),
  );
const LONG = '（设区的市级以上机关填写，其他机关不填，本年度内没有变动的一并填写）';

describe('a label with a note', () => {
  it.each([
    ['规章', '规章（设区的市）'],
    ['行政规范性文件', `行政规范性文件${LONG}`],
    ['行政处罚', '行政处罚（含简易程序）'],
    ['行政强制', '行政强制*'],
    ['行政许可', '行政许可[1]'],
    ['1.属于国家秘密', `1.属于国家秘密${LONG}`],
    ['3.其他', '3.其他（前两项以外）'],
  ])('is the label: %s in %s', (label, noted) => {
    const plain = buildReport({ edition: '2021' });
    const text = plain.replace(label, noted);
    expect(text).not.toBe(plain);
    expect(values(text)).toEqual(values(plain));
    const found = check(only(text), DEFAULT_SETTINGS).map(({ rule }) => rule.id);
    expect(found).toEqual(check(only(plain), DEFAULT_SETTINGS).map(({ rule }) => rule.id));
  });
});
