/** How many works are under way at once: enough that a disk or a client never waits for us, nor we for it. */
const AT_ONCE = 4;

/**
 * Works on items, in their order, some of them begun before it is their turn; no further ones where they shall not go
 * on. A work that fails does so when its turn comes.
 */
export async function* ahead<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  goesOn: () => boolean = () => true,
): AsyncGenerator<readonly [Item, Promise<Result>]> {
  const begun: (readonly [Item, Promise<Result>])[] = [];
  let next = 0;
  for (;;) {
    while (next < items.length && begun.length < AT_ONCE && goesOn()) {
      const item = items[next++]!;
      const result = work(item);
      // Its turn may come after it failed, or never.
      result.catch(() => undefined);
      begun.push([item, result]);
    }
    const first = begun.shift();
    if (first === undefined) return;
    yield first;
  }
}
