import { type CancellationToken, CancellationError, type Disposable, l10n } from 'vscode';
import type { Order, Outcome, Works } from '../../../server/src/exchange/works';
import { Notice } from './tell';

/** A thread that does one work. */
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

  async have<Name extends keyof Works>(
    work: Name,
    args: Parameters<Works[Name]>,
    token: CancellationToken,
    patience = PATIENCE,
  ): Promise<Awaited<ReturnType<Works[Name]>>> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let listener: Disposable | undefined;
    let starting: Promise<Thread> | undefined;
    let isOver = false;
    try {
      const outcome = await new Promise<Outcome>((resolve, reject) => {
        if (token.isCancellationRequested) throw new CancellationError();
        listener = token.onCancellationRequested(() => reject(new CancellationError()));
        timer = setTimeout(() => reject(tooLong()), patience);
        starting = this.startThread(resolve, reject);
        starting.then((thread) => {
          // Where it was given up meanwhile, the thread ends with nothing to do.
          if (!isOver) thread.order({ work, args });
        }, reject);
      });
      if ('failed' in outcome) throw new Error(outcome.failed);
      return outcome.result as Awaited<ReturnType<Works[Name]>>;
    } finally {
      isOver = true;
      clearTimeout(timer);
      listener?.dispose();
      // One that did not start is told of above.
      void starting?.then((thread) => thread.end()).catch(() => undefined);
    }
  }
}

const tooLong = (): Notice =>
  new Notice(l10n.t('This takes far longer than a report would, and was stopped. Nothing was changed.'));
