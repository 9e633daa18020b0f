/**
 * How two states of a file differ, line by line, as `diff -U0` shows it: stretches of lines that were replaced, with
 * the numbers of their first lines. Both states have the same lines at the start and at the end of such a stretch's
 * neighbours, for edits are few and apart.
 */
export function lineDifference(file: string, before: string, after: string): string {
  const [old, young] = [linesOf(before), linesOf(after)];
  const hunks: string[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < young.length) {
    if (old[i] === young[j]) {
      i++;
      j++;
      continue;
    }
    const [removed, added] = nextCommon(old.slice(i, i + FURTHEST), young.slice(j, j + FURTHEST));
    hunks.push(
      `@@ -${i + 1},${removed} +${j + 1},${added} @@`,
      ...old.slice(i, i + removed).map((line) => `-${line}`),
      ...young.slice(j, j + added).map((line) => `+${line}`),
    );
    i += removed;
    j += added;
  }
  return hunks.length === 0 ? '' : `--- ${file}\n+++ ${file}\n${hunks.join('\n')}\n`;
}

/** How far the next line that both have is looked for. */
const FURTHEST = 200;

const linesOf = (text: string): readonly string[] => text.split(/\r\n|\r|\n/);

/** How many lines of each lie before the nearest line that both have. */
function nextCommon(old: readonly string[], young: readonly string[]): readonly [number, number] {
  for (let distance = 1; distance < old.length + young.length; distance++)
    for (
      let removed = Math.max(0, distance - young.length + 1);
      removed <= Math.min(distance, old.length - 1);
      removed++
    )
      if (old[removed] === young[distance - removed]) return [removed, distance - removed];
  return [old.length, young.length];
}
