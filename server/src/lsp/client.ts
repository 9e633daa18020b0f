import {
  type CancellationToken,
  CancellationTokenSource,
  type ClientCapabilities,
  type Connection,
} from 'vscode-languageserver';
import type { Runtime } from './runtime';

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 10_000;

/** What may be said about a question besides the question. */
interface Manner<Answer> {
  /** How long its answer is waited for, in milliseconds. */
  readonly patience?: number;
  /** Hears an answer that came after that. */
  readonly late?: (answer: Answer) => void;
  /** Whoever waits for it may give up. */
  readonly token?: CancellationToken;
}

/**
 * The client as the server turns to it, and the only place that does. An error instead of an answer, or none at all, is
 * no exception here but `undefined`: no client can end the server or keep it waiting. The token of a question is
 * cancelled where nobody waits for its answer any more.
 */
export class Client {
  capabilities: ClientCapabilities = {};
  private readonly logged = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly runtime: Runtime,
  ) {}

  ask<Answer>(
    question: (connection: Connection, token: CancellationToken) => Promise<Answer>,
    { patience = PATIENCE, late, token }: Manner<Answer> = {},
  ): Promise<Answer | undefined> {
    return new Promise((resolve) => {
      let isLate = false;
      const asking = new CancellationTokenSource();
      const giveUp = (): void => {
        isLate = true;
        asking.cancel();
        resolve(undefined);
      };
      const cancel = this.runtime.later(giveUp, patience);
      const listener = token?.onCancellationRequested(giveUp);
      this.inBackground(async () => {
        try {
          const answer = await question(this.connection, asking.token);
          if (isLate) late?.(answer);
          resolve(answer);
        } catch (error) {
          // What was given up may well end with an error.
          if (!isLate) throw error;
        } finally {
          cancel();
          listener?.dispose();
          resolve(undefined);
        }
      });
    });
  }

  tell(news: (connection: Connection) => Promise<void>): void {
    this.inBackground(() => news(this.connection));
  }

  /** Work that nobody waits for. */
  inBackground(work: () => Promise<unknown>): void {
    const done = async (): Promise<unknown> => work();
    done().catch((error: unknown) => this.logFailure(error));
  }

  /** Whatever went wrong, each failure once: what fails for one key press fails for the next. */
  logFailure(error: unknown, what = ''): void {
    const account = what + (error instanceof Error ? (error.stack ?? error.message) : String(error));
    // Where it was thrown, without how the engine got there: that differs from request to request.
    const key = account.split('\n', 2).join('\n');
    if (this.logged.has(key)) return;
    this.logged.add(key);
    this.log(account);
  }

  log(line: string): void {
    try {
      this.connection.console.warn(line);
    } catch {
      // The connection is closed: nobody reads the log.
    }
  }
}
