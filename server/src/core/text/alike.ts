/** How many units two texts have in common from two places on. */
export function alikeFrom(first: string, from: number, second: string, fromSecond: number): number {
  const longest = Math.min(first.length - from, second.length - fromSecond);
  let same = 0;
  while (
    same < longest &&
    first.slice(from + same, from + same + CHUNK) === second.slice(fromSecond + same, fromSecond + same + CHUNK)
  )
    same = Math.min(longest, same + CHUNK);
  while (same < longest && first.charCodeAt(from + same) === second.charCodeAt(fromSecond + same)) same++;
  return same;
}

/** How many units two texts have in common at their ends, where no more than `most` may be. */
export function alikeAtEnd(first: string, second: string, most: number): number {
  const [end, endOfSecond] = [first.length, second.length];
  let same = 0;
  while (
    same + CHUNK <= most &&
    first.slice(end - same - CHUNK, end - same) === second.slice(endOfSecond - same - CHUNK, endOfSecond - same)
  )
    same += CHUNK;
  while (same < most && first.charCodeAt(end - same - 1) === second.charCodeAt(endOfSecond - same - 1)) same++;
  return same;
}

/** Compared at once: most of two texts is the same. */
const CHUNK = 1024;
