import { type CancellationToken, CancellationError, type Disposable, l10n } from 'vscode';
import type { Order, Outcome, Works } from '../../../server/src/exchange/works';
import { Notice } from './tell';

/** A thread that does one work at a time. */
export interface Thread {
  readonly order: (order: Order) => void;
  readonly end: () => void;
}

/** Starts a thread of the host's kind; `ended` hears where it broke down. */
export type StartThread = (heard: (outcome: Outcome) => void, ended: (error: unknown) => void) => Promise<Thread>;

/** In milliseconds: a report takes a second. */
const PATIENCE = 60_000;

/**
 * Reads and writes other programs' files, in a thread that is ended where that is cancelled or takes too long. Neither
 * the editor nor the server waits for what a strange file asks of a library.
 */
export class Exchange {
  constructor(private readonly startThread: StartThread) {}

  /** Has a work done in a thread of its own: no strange file leaves anything for the next one. */
  async have<Name extends keyof Works>(
    work: Name,
    args: Parameters<Works[Name]>,
    token: CancellationToken,
    patience = PATIENCE,
  ): Promise<Awaited<ReturnType<Works[Name]>>> {
    const sequence = this.sequence();
    try {
      return await sequence.have(work, args, token, patience);
    } finally {
      sequence.end();
    }
  }

  /** For many works on what is our own: to start a thread takes longer than each of them. It has to be ended. */
  sequence(): Sequence {
    return new Sequence(this.startThread);
  }
}

/** Works that are done one after the other in one thread; after one that did not come to its end, in a new one. */
export class Sequence {
  private starting: Promise<Thread> | undefined;
  private hear: (outcome: Outcome) => void = () => undefined;
  private fail: (error: unknown) => void = () => undefined;

  constructor(private readonly startThread: StartThread) {}

  async have<Name extends keyof Works>(
    work: Name,
    args: Parameters<Works[Name]>,
    token: CancellationToken,
    patience = PATIENCE,
  ): Promise<Awaited<ReturnType<Works[Name]>>> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let listener: Disposable | undefined;
    let isOver = false;
    try {
      const outcome = await new Promise<Outcome>((resolve, reject) => {
        if (token.isCancellationRequested) throw new CancellationError();
        listener = token.onCancellationRequested(() => reject(new CancellationError()));
        timer = setTimeout(() => reject(tooLong()), patience);
        this.hear = resolve;
        this.fail = reject;
        this.starting ??= this.startThread(
          (outcome) => this.hear(outcome),
          (error) => this.fail(error),
        );
        this.starting.then((thread) => {
          // Where it was given up meanwhile, the thread ends with nothing to do.
          if (!isOver) thread.order({ work, args });
        }, reject);
      });
      if ('failed' in outcome) throw new Error(outcome.failed);
      return outcome.result as Awaited<ReturnType<Works[Name]>>;
    } catch (error) {
      this.end();
      throw error;
    } finally {
      isOver = true;
      clearTimeout(timer);
      listener?.dispose();
    }
  }

  end(): void {
    // One that did not start is told of where it was asked for.
    void this.starting?.then((thread) => thread.end()).catch(() => undefined);
    this.starting = undefined;
  }
}

const tooLong = (): Notice =>
  new Notice(l10n.t('This takes far longer than a report would, and was stopped. Nothing was changed.'));
