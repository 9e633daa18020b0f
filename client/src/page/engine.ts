import { BrowserMessageReader, BrowserMessageWriter, createMessageConnection } from 'vscode-jsonrpc/browser';
import type { Order, Outcome, Works } from '../../../server/src/exchange/works';

/** Scripts that the page carries along and runs in workers: a page opened from disk can load no other file. */
const scriptOf = (id: string, then = ''): string =>
  URL.createObjectURL(new Blob([document.getElementById(id)!.textContent ?? '', then], { type: 'text/javascript' }));

/** The language server of the extension, in a worker. */
export interface LanguageServer {
  ask<Result>(method: string, params: object): Promise<Result | null>;
  tell(method: string, params: object): void;
}

export async function startServer(locale: string): Promise<LanguageServer> {
  const worker = new Worker(scriptOf('server'));
  const connection = createMessageConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    locale,
    capabilities: { workspace: { configuration: false } },
    initializationOptions: { settings: { locale } },
  });
  await connection.sendNotification('initialized', {});
  return {
    ask: (method, params) => connection.sendRequest(method, params),
    tell: (method, params) => void connection.sendNotification(method, params),
  };
}

/** Longer than a file of a few megabytes takes, in milliseconds. */
const PATIENCE = 60_000;

/** Has a work done with other programs' files, in a worker of its own that is ended after it. */
export async function exchange<Name extends keyof Works>(
  work: Name,
  ...args: Parameters<Works[Name]>
): Promise<Awaited<ReturnType<Works[Name]>>> {
  const script = scriptOf('exchange', '\nnianbaoExchange.serve(self);');
  const worker = new Worker(script);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const outcome = await new Promise<Outcome>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('it takes too long')), PATIENCE);
      worker.addEventListener('message', ({ data }) => resolve(data as Outcome));
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      worker.postMessage({ work, args } satisfies Order);
    });
    if ('failed' in outcome) throw new Error(outcome.failed);
    return outcome.result as Awaited<ReturnType<Works[Name]>>;
  } finally {
    clearTimeout(timer);
    worker.terminate();
    URL.revokeObjectURL(script);
  }
}
