import { CancellationTokenSource, type Disposable, EventEmitter, type LogOutputChannel, type Uri } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { clientOptions } from './client-options';
import type { Exchange } from './exchange';
import { serveFiles } from './files';
import { OverviewChangedNotification } from '../../../server/src/lsp/protocol';
import { REPORT } from './language';

/**
 * Makes a client of the host's kind that has not been started. The library is loaded here and not before: most text
 * files need no server.
 */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/** The server did not start, or has given up. */
export class ServerUnavailable extends Error {}

/** So many crashes within so many milliseconds, and the server is not started again. */
const CRASHES = 4;
const CRASH_PERIOD = 180_000;

/** The language server, started when it is needed first and started again when it crashes. */
export class Server implements Disposable {
  private client: Promise<BaseLanguageClient> | undefined;
  private crashes: readonly number[] = [];
  private readonly checked = new EventEmitter<Uri>();
  private readonly failed = new EventEmitter<void>();
  private readonly overviewChanged = new EventEmitter<void>();
  /** Findings of a document have arrived, be they the same as before. */
  readonly onDidCheck = this.checked.event;
  /** The server did not start, or has crashed too often. */
  readonly onDidFail = this.failed.event;
  /** What was told of the reports of the folders may have changed. */
  readonly onDidChangeOverview = this.overviewChanged.event;

  constructor(
    private readonly createClient: CreateClient,
    private readonly extensionUri: Uri,
    private readonly exchange: Exchange,
    private readonly log: LogOutputChannel,
  ) {}

  /** Starts the server unless it runs; after a failure only `restart` tries again. */
  start(): Promise<BaseLanguageClient> {
    this.client ??= this.launch();
    return this.client;
  }

  async restart(): Promise<void> {
    this.crashes = [];
    await this.stop();
    await this.start();
  }

  /** What may be answered with nothing. */
  async ask<Result>(method: string, params: object, signal?: AbortSignal): Promise<Result | null> {
    const client = await this.start();
    const cancellation = new CancellationTokenSource();
    const cancel = (): void => cancellation.cancel();
    signal?.addEventListener('abort', cancel);
    if (signal?.aborted === true) cancel();
    try {
      return await client.sendRequest<Result | null>(method, params, cancellation.token);
    } catch (error) {
      // It ended while it was asked.
      if (!client.isRunning()) throw new ServerUnavailable();
      throw error;
    } finally {
      signal?.removeEventListener('abort', cancel);
      cancellation.dispose();
    }
  }

  /** What is no longer waited for is cancelled by its signal; the server may answer it all the same. */
  async request<Result>(method: string, params: object, signal?: AbortSignal): Promise<Result> {
    const result = await this.ask<Result>(method, params, signal);
    // The server answers so where its own code failed, and has written the reason to the log.
    if (result === null) throw new Error(`${method}: no answer`);
    return result;
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    // What does not run cannot be stopped; that is no concern of anybody's.
    await client?.then((running) => running.dispose()).catch(() => undefined);
  }

  dispose(): void {
    this.checked.dispose();
    this.failed.dispose();
    this.overviewChanged.dispose();
  }

  private async launch(): Promise<BaseLanguageClient> {
    try {
      const client = await this.createClient(
        REPORT,
        '年报 Nianbao',
        clientOptions({
          extensionUri: this.extensionUri,
          log: this.log,
          onChecked: (uri) => this.checked.fire(uri),
          onClosed: () => this.crashed(client),
        }),
      );
      toLogAlone(client);
      serveFiles(client, this.exchange);
      client.onNotification(OverviewChangedNotification, () => this.overviewChanged.fire());
      await client.start();
      return client;
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
      this.failed.fire();
      throw new ServerUnavailable();
    }
  }

  /** The connection of a client has ended unasked. While it starts, `launch` fails and tells. */
  private crashed(client: BaseLanguageClient): void {
    if (!client.isRunning()) return;
    const now = Date.now();
    this.crashes = [...this.crashes.filter((time) => now - time < CRASH_PERIOD), now];
    if (this.crashes.length < CRASHES) {
      this.log.warn(`server crashed (${this.crashes.length}), starting it again`);
      this.client = this.launch();
      // Told by `launch`.
      this.client.catch(() => undefined);
      return;
    }
    this.log.error('server crashed too often');
    this.client = Promise.reject(new ServerUnavailable());
    this.client.catch(() => undefined);
    this.failed.fire();
  }
}

/** The library's own windows speak English and offer no way out: its words go to the log, and we tell of failures. */
function toLogAlone(client: BaseLanguageClient): void {
  const error = client.error.bind(client);
  client.error = (message, data) => error(message, data, false);
}
