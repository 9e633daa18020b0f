import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  decimalOf,
  equal,
  format,
  integer,
  isInteger,
  isNegative,
  negate,
  subtract,
  sum,
  toNumber,
  ZERO,
} from '../../server/src/core/text/decimal';

const decimal = (text: string) => {
  const [whole = '', fraction = ''] = text.split('.');
  return decimalOf(whole, fraction)!;
};

describe('a decimal', () => {
  it.each([
    ['0', '0'],
    ['007', '7'],
    ['1.50', '1.5'],
    ['0.00', '0'],
    ['0.05', '0.05'],
    ['96171.6', '96171.6'],
  ])('keeps no zeros that say nothing: %s', (text, expected) => {
    expect(format(decimal(text))).toBe(expected);
  });

  it('moves its point to another unit', () => {
    expect(format(decimalOf('160', '5964', 4)!)).toBe('1605964');
    expect(format(decimalOf('210', '', 4)!)).toBe('2100000');
    expect(format(decimalOf('5000', '', -4)!)).toBe('0.5');
  });

  it('is none where its digits would not stay exact', () => {
    expect(decimalOf('1234567890123456', '')).toBeUndefined();
    expect(decimalOf('123456789012345', '')).toEqual(integer(123456789012345));
    expect(decimalOf('12345678901', '', 8)).toBeUndefined();
  });

  it('adds exactly where binary fractions would not', () => {
    expect(format(add(decimal('0.1'), decimal('0.2')))).toBe('0.3');
    expect(add(decimal('0.5'), decimal('0.5'))).toEqual(integer(1));
    expect(sum([])).toEqual(ZERO);
  });

  it('tells sign and wholeness', () => {
    expect(isInteger(decimal('1.0'))).toBe(true);
    expect(isInteger(decimal('1.5'))).toBe(false);
    expect(isNegative(negate(integer(1)))).toBe(true);
    expect(isNegative(negate(ZERO))).toBe(false);
    expect(format(negate(decimal('0.05')))).toBe('-0.05');
  });

  it('keeps the zeros of whole numbers that fractions come to', () => {
    expect(add(decimal('9.5'), decimal('0.5'))).toEqual({ digits: 10, scale: 0 });
    expect(add(decimal('99.75'), decimal('0.25'))).toEqual({ digits: 100, scale: 0 });
    expect(subtract(decimal('1.5'), decimal('1.5'))).toEqual(ZERO);
    expect(sum([decimal('0.1'), decimal('0.2'), decimal('0.7')])).toEqual({ digits: 1, scale: 0 });
    expect(add(decimal('1.25'), decimal('0.05'))).toEqual({ digits: 13, scale: 1 });
  });

  it('computes like whole numbers of its smallest unit', () => {
    const amounts = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const cents = (n: number) => {
      const positive = decimalOf(String(Math.abs(Math.trunc(n / 100))), String(Math.abs(n % 100)).padStart(2, '0'))!;
      return n < 0 ? negate(positive) : positive;
    };
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        expect(equal(add(cents(a), cents(b)), cents(a + b))).toBe(true);
        expect(equal(subtract(cents(a), cents(b)), cents(a - b))).toBe(true);
        expect(toNumber(cents(a))).toBeCloseTo(a / 100, 6);
      }),
      { seed: 1 },
    );
  });
});
