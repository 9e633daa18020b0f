import type { Output } from './output';

/** How often what is shown changes, in milliseconds; work that is over sooner shows nothing. */
const EVERY = 250;

/** Shows on a terminal how far the work is, how fast it goes and how long it will take. */
export class Progress {
  private work = '';
  private total = 0;
  private done = 0;
  private began = 0;
  private shown = 0;

  constructor(
    private readonly output: Pick<Output, 'showProgress'>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  begin(work: string, total: number): void {
    this.work = work;
    this.total = total;
    this.done = 0;
    this.began = this.shown = this.now();
  }

  step(): void {
    this.done++;
    const now = this.now();
    if (now - this.shown < EVERY) return;
    this.shown = now;
    const rate = this.done / ((now - this.began) / 1000);
    const left = Math.ceil((this.total - this.done) / rate);
    this.output.showProgress(`${this.work} ${this.done}/${this.total}，每秒 ${Math.round(rate)} 个，还需 ${left} 秒`);
  }

  end(): void {
    this.output.showProgress('');
  }
}
