/** Where one thing stands in two measures, such as an offset of the text and a height of the page. */
export type Point = readonly [x: number, y: number];

/** Keeps those of some points that go up in both measures, in order. */
export function rising(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of [...points].sort(([a], [b]) => a - b)) {
    const last = kept.at(-1);
    if (last === undefined || (point[0] > last[0] && point[1] > last[1])) kept.push(point);
  }
  return kept;
}

/** What belongs to `x` on the line through the points; before the first and behind the last one these. */
export function interpolated(points: readonly Point[], x: number): number | undefined {
  const next = points.findIndex(([other]) => other > x);
  if (next === 0 || points.length === 0) return points[0]?.[1];
  if (next < 0) return points.at(-1)![1];
  const [[x0, y0], [x1, y1]] = [points[next - 1]!, points[next]!];
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}

/** The same points seen from the other measure. */
export const swapped = (points: readonly Point[]): readonly Point[] => points.map(([x, y]) => [y, x]);
