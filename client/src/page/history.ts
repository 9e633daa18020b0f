/** What can be undone: a text and where its caret stood. */
export interface Snapshot {
  readonly text: string;
  readonly caret: number;
}

/**
 * The undo history of a text that is changed both by hand and by the page: the browser's own forgets all as soon as a
 * script changes the text. What is typed in one go is one step.
 */
export class History {
  private readonly past: Snapshot[] = [];
  private readonly future: Snapshot[] = [];
  private typedAt = -Infinity;

  /** `now` in milliseconds. */
  constructor(private present: Snapshot) {}

  get current(): Snapshot {
    return this.present;
  }

  /** A key was pressed in the text. */
  typed(next: Snapshot, now: number): void {
    if (now - this.typedAt > ONE_GO || this.past.length === 0) this.remember();
    this.typedAt = now;
    this.present = next;
    this.future.length = 0;
  }

  /** The text was changed by a repair and the like: a step of its own. */
  changed(next: Snapshot): void {
    this.remember();
    this.typedAt = -Infinity;
    this.present = next;
    this.future.length = 0;
  }

  undo(): Snapshot | undefined {
    return this.step(this.past, this.future);
  }

  redo(): Snapshot | undefined {
    return this.step(this.future, this.past);
  }

  private step(from: Snapshot[], to: Snapshot[]): Snapshot | undefined {
    const next = from.pop();
    if (next === undefined) return undefined;
    to.push(this.present);
    this.typedAt = -Infinity;
    this.present = next;
    return next;
  }

  private remember(): void {
    this.past.push(this.present);
    if (this.past.length > MOST) this.past.shift();
  }
}

/** Keys with less time between them are one step, in milliseconds. */
const ONE_GO = 800;
const MOST = 200;
