/** File systems may hold names equal that differ in case or in how their characters are composed. */
const comparable = (name: string): string => name.normalize('NFC').toLowerCase();

/** Names of files that are not taken: of equal ones all but the first are numbered. */
export class FreeNames {
  private readonly taken: Set<string>;
  /** The next number to try, by name. */
  private readonly numbers = new Map<string, number>();

  constructor(taken: readonly string[]) {
    this.taken = new Set(taken.map(comparable));
  }

  isTaken(name: string): boolean {
    return this.taken.has(comparable(name));
  }

  next(stem: string, extension: string): string {
    let name = `${stem}.${extension}`;
    const key = comparable(name);
    let number = this.numbers.get(key) ?? 2;
    while (this.isTaken(name)) name = `${stem} ${number++}.${extension}`;
    this.numbers.set(key, number);
    this.taken.add(comparable(name));
    return name;
  }
}
