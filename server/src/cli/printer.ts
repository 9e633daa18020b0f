import type { Locale } from '../core/index';
import type { Format } from './format';
import type { Verdict } from './judge';
import { NO_COUNTS, type Counts, type Summary } from './result';

export interface Destination {
  write(text: string): Promise<void>;
}

/** Puts what is said of the files together, one after the other, and counts. */
export class Printer {
  counts = NO_COUNTS;
  private printed = 0;
  private leftOut = 0;
  /** What waits to be written, outside of the heap, where it would outlive the files that it is about. */
  private readonly waiting = Buffer.allocUnsafeSlow(ROOM);
  private length = 0;
  /** What is too long to wait. */
  private rest = '';

  constructor(
    private readonly format: Format,
    private readonly locale: Locale,
    private readonly destination: Destination,
  ) {
    this.put(format.start(locale));
  }

  async add({ parts, counts }: Pick<Verdict, 'parts' | 'counts'>): Promise<void> {
    const { most = Infinity, separator } = this.format;
    this.counts = sum(this.counts, counts);
    for (const part of parts) {
      if (this.printed === most) this.leftOut++;
      else this.put(this.printed++ > 0 ? separator + part : part);
    }
    if (this.length > ROOM / 2 || this.rest !== '') await this.flush();
  }

  async end(summary: Summary): Promise<void> {
    this.put(this.format.end(summary, this.locale, this.leftOut));
    await this.flush();
  }

  private put(text: string): void {
    if (this.rest === '' && this.length + 2 * text.length <= ROOM)
      this.length += this.waiting.write(text, this.length, 'utf16le');
    else this.rest += text;
  }

  private async flush(): Promise<void> {
    const text = this.waiting.toString('utf16le', 0, this.length) + this.rest;
    this.length = 0;
    this.rest = '';
    if (text !== '') await this.destination.write(text);
  }
}

/** Bytes: writing little often costs more than the work. */
const ROOM = 1 << 17;

const sum = (a: Counts, b: Counts): Counts =>
  Object.fromEntries(
    Object.entries(a).map(([key, n]) => [key, (n as number) + b[key as keyof Counts]]),
  ) as unknown as Counts;
