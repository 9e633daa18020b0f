// @ts-check
/** In milliseconds; shorter times say little. */
const MEASURABLE = 3;

/**
 * By which power of its size the time of something grows: the slope of their logarithms, as far as the times can be
 * measured; `undefined` where they cannot.
 */
export function exponent(points) {
  const seen = points.filter(({ time }) => time >= MEASURABLE);
  if (seen.length < 2) return undefined;
  const xs = seen.map(({ size }) => Math.log(size));
  const ys = seen.map(({ time }) => Math.log(time));
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(xs), mean(ys)];
  return (
    xs.reduce((sum, one, i) => sum + (one - x) * (ys[i] - y), 0) / xs.reduce((sum, one) => sum + (one - x) ** 2, 0)
  );
}

export const round = (value) => (value === undefined ? undefined : Number(value.toPrecision(3)));
