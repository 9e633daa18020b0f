/** An exact decimal number, `digits` ÷ 10^`scale`: sums of money and counts are never added as binary fractions. */
export interface Decimal {
  /** A safe integer; the sign stands here. */
  readonly digits: number;
  /** How many of the digits stand behind the point; 0 or more, with no trailing zeros kept. */
  readonly scale: number;
}

export const ZERO: Decimal = { digits: 0, scale: 0 };

export const integer = (value: number): Decimal => (value === 0 ? ZERO : { digits: value, scale: 0 });

/** The most digits that stay exact in a safe integer. */
const MOST_DIGITS = 15;

/** Reads `whole.fraction` moved by `shift` places; `undefined` where it has more digits than stay exact. */
export function decimalOf(whole: string, fraction: string, shift = 0): Decimal | undefined {
  let digits = (whole + fraction).replace(/^0+(?=\d)/, '');
  let scale = fraction.length - shift;
  while (scale > 0 && digits.length > 1 && digits.endsWith('0')) {
    digits = digits.slice(0, -1);
    scale--;
  }
  if (digits === '0') return ZERO;
  if (scale < 0) {
    digits += '0'.repeat(-scale);
    scale = 0;
  }
  return digits.length > MOST_DIGITS ? undefined : { digits: Number(digits), scale };
}

export const negate = (a: Decimal): Decimal => (a.digits === 0 ? ZERO : { digits: -a.digits, scale: a.scale });

export const isInteger = (a: Decimal): boolean => a.scale === 0;

export const toNumber = (a: Decimal): number => (a.scale === 0 ? a.digits : Number(format(a)));

export function add(a: Decimal, b: Decimal): Decimal {
  if (b.digits === 0) return a;
  if (a.scale === 0 && b.scale === 0) return integer(a.digits + b.digits);
  const scale = Math.max(a.scale, b.scale);
  let digits = aligned(a, scale) + aligned(b, scale);
  let left = scale;
  while (left > 0 && digits % 10n === 0n) {
    digits /= 10n;
    left--;
  }
  return { digits: Number(digits), scale: left };
}

export const subtract = (a: Decimal, b: Decimal): Decimal => add(a, negate(b));

export const sum = (terms: readonly Decimal[]): Decimal => terms.reduce(add, ZERO);

export const equal = (a: Decimal, b: Decimal): boolean => a.digits === b.digits && a.scale === b.scale;

export const isNegative = (a: Decimal): boolean => a.digits < 0;

/** Whether it is what a cell of counts can hold: whole and not below zero. */
export const isCount = (a: Decimal): boolean => isInteger(a) && !isNegative(a);

/** The plain notation: ASCII digits, a point, no grouping. */
export function format(a: Decimal): string {
  if (a.scale === 0) return String(a.digits);
  const digits = String(Math.abs(a.digits)).padStart(a.scale + 1, '0');
  return `${a.digits < 0 ? '-' : ''}${digits.slice(0, -a.scale)}.${digits.slice(-a.scale)}`;
}

const aligned = (a: Decimal, scale: number): bigint => BigInt(a.digits) * 10n ** BigInt(scale - a.scale);
