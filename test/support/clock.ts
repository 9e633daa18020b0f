import type { Runtime } from '../../server/src/lsp/runtime';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** Time that passes when a test says so, and not before. */
export class Clock {
  private now = 0;
  private readonly timers = new Set<Timer>();

  readonly later: Runtime['later'] = (callback, milliseconds) => {
    const timer = { at: this.now + milliseconds, callback };
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  };

  /** How many wait for just so long from now. */
  waiting(milliseconds: number): number {
    return [...this.timers].filter(({ at }) => at === this.now + milliseconds).length;
  }

  pass(milliseconds: number): void {
    const end = this.now + milliseconds;
    for (let next = this.nextUntil(end); next !== undefined; next = this.nextUntil(end)) {
      this.timers.delete(next);
      this.now = next.at;
      next.callback();
    }
    this.now = end;
  }

  private nextUntil(end: number): Timer | undefined {
    return [...this.timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}
