import { type CancellationToken, CancellationError } from 'vscode';

/** What a work gives whose requests are cancelled by a signal; with the token it is given up at once. */
export async function untilCancelled<Result>(
  token: CancellationToken,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  if (token.isCancellationRequested) throw new CancellationError();
  const giving = new AbortController();
  const given = new Promise<never>((_, reject) => {
    giving.signal.addEventListener('abort', () => reject(new CancellationError()));
  });
  const listener = token.onCancellationRequested(() => giving.abort());
  try {
    return await Promise.race([given, work(giving.signal)]);
  } finally {
    listener.dispose();
  }
}
