/** How alike two words are: 1 for the same, 0 for nothing in common (edit distance over the longer length). */
export function similarity(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 1;
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++)
      row.push(Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    above = row;
  }
  return 1 - above[b.length]! / longer;
}

/**
 * Whether two words are at least so alike. Words that cannot be, by their length or their letters, cost next to
 * nothing.
 */
export function resembles(a: string, b: string, least: number): boolean {
  const needed = least * Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) < needed) return false;
  let common = 0;
  for (const unit of a) if (b.includes(unit)) common++;
  return common >= needed && similarity(a, b) >= least;
}
