import { describe, expect, it } from 'vitest';
import { chineseNumeral, numeralValue } from '../../server/src/core/text/numerals';

describe('a Chinese numeral', () => {
  it.each([
    [1, '一'],
    [6, '六'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [99, '九十九'],
  ])('of %i is written %s', (value, written) => {
    expect(chineseNumeral(value)).toBe(written);
  });

  it('is read as it is written', () => {
    for (let value = 1; value <= 99; value++) expect(numeralValue(chineseNumeral(value))).toBe(value);
  });

  it.each([
    ['十二', 12],
    ['三百零五', 305],
    ['两千', 2000],
    ['二〇二〇', 2020],
    ['二零二三', 2023],
    ['三万五千', 35_000],
    ['一百万', 1_000_000],
    ['12', 12],
    ['〇', 0],
  ])('is read: %s', (written, value) => {
    expect(numeralValue(written)).toBe(value);
  });

  it.each(['', '1.2万', '十二件', '第一', '三五百', '一万二万', '1234567890123456', '一2'])(
    'is none: %j',
    (written) => {
      expect(numeralValue(written)).toBeUndefined();
    },
  );
});
