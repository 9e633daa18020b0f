import { toNumber, type Decimal } from '../text/decimal';

/** How many times as large is unusual, and above which number it matters. */
const USUAL_FACTOR = 5;
const SMALL = 20;

/** Whether two values of one cell are further apart than they usually are, or one of them is 0 and the other large. */
export function isJump(one: Decimal, other: Decimal, factor = USUAL_FACTOR): boolean {
  const [a, b] = [toNumber(one), toNumber(other)];
  const [less, more] = [Math.min(a, b), Math.max(a, b)];
  return more > SMALL && (less === 0 || (less > 0 && more >= factor * less));
}
