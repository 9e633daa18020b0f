/** Numbers by which objects are told apart where they cannot be sent or kept themselves; none is given twice. */
export class Serials {
  private readonly known = new WeakMap<object, number>();
  private last = 0;

  of(object: object): number {
    const known = this.known.get(object);
    if (known !== undefined) return known;
    const serial = this.next();
    this.known.set(object, serial);
    return serial;
  }

  /** The number of something that is no object. */
  next(): number {
    return ++this.last;
  }
}
