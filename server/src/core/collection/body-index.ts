import { canonicalBody, shorterNames } from './body-name';

interface Entry<Item> {
  readonly item: Item;
  /** Grows from entry to entry. */
  readonly serial: number;
}

/**
 * What belongs to a body and a year, found under every name that means the body, as `sameBody` tells; all in the order
 * in which it was added.
 */
export class BodyIndex<Item> {
  /** By year and canonical name. */
  private readonly entries = new Map<string, [Entry<Item>, ...Entry<Item>[]]>();
  /** The keys of longer names, by year and a shorter name that means the same body. */
  private readonly longer = new Map<string, Set<string>>();
  private serial = 0;

  add(body: string, year: number, item: Item): void {
    const name = canonicalBody(body);
    const key = keyOf(name, year);
    const entry = { item, serial: this.serial++ };
    const known = this.entries.get(key);
    if (known === undefined) this.entries.set(key, [entry]);
    else known.push(entry);
    for (const shorter of shorterNames(name)) {
      const keys = this.longer.get(keyOf(shorter, year));
      if (keys === undefined) this.longer.set(keyOf(shorter, year), new Set([key]));
      else keys.add(key);
    }
  }

  /** Takes away what was added under a body's name. */
  remove(body: string, year: number, isMeant: (item: Item) => boolean): void {
    const name = canonicalBody(body);
    const key = keyOf(name, year);
    const [first, ...others] = (this.entries.get(key) ?? []).filter(({ item }) => !isMeant(item));
    if (first !== undefined) {
      this.entries.set(key, [first, ...others]);
      return;
    }
    this.entries.delete(key);
    for (const shorter of shorterNames(name)) this.longer.get(keyOf(shorter, year))?.delete(key);
  }

  find(body: string, year: number): readonly Item[] {
    return this.under(body, year)
      .flat()
      .sort((a, b) => a.serial - b.serial)
      .map(({ item }) => item);
  }

  first(body: string, year: number): Item | undefined {
    return this.under(body, year)
      .map(([first]) => first)
      .sort((a, b) => a.serial - b.serial)[0]?.item;
  }

  private under(body: string, year: number) {
    const name = canonicalBody(body);
    const keys = [name, ...shorterNames(name)].map((each) => keyOf(each, year));
    return [...keys, ...(this.longer.get(keys[0]!) ?? [])]
      .map((key) => this.entries.get(key))
      .filter((entries) => entries !== undefined);
  }
}

const keyOf = (name: string, year: number): string => `${year} ${name}`;
