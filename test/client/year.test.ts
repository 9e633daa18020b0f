import { describe, expect, it } from 'vitest';
import { reportYear } from '../../client/src/common/year';

describe('the year of a report', () => {
  it.each([
    ['2019', 2019],
    [' 2024 ', 2024],
    ['2099', 2099],
  ])('is read from %j', (text, year) => expect(reportYear(text)).toBe(year));

  it.each(['', '2018', '2100', '24', '二〇二四', '2024年', '2024.5', '１２３４'])('is not %j', (text) =>
    expect(reportYear(text)).toBeUndefined(),
  );
});
