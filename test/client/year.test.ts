import { describe, expect, it } from 'vitest';
import { reportYear } from '../../client/src/common/year';

describe('the year of a report', () => {
  it.each([
    ['2019', 2019],
    [' 2024 ', 2024],
    ['2027', 2027],
    ['2024年', 2024],
    ['２０２４', 2024],
    ['二〇二四', 2024],
    ['二○二四年度', 2024],
    ['二零二四年', 2024],
  ])('is read from %j', (text, year) => expect(reportYear(text, 2026)).toBe(year));

  it.each(['', '2018', '2028', '24', '二四', '二千零二十四', '2024.5', '2024年报'])('is not %j', (text) =>
    expect(reportYear(text, 2026)).toBeUndefined(),
  );
});
