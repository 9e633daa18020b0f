import { type CancellationToken, ResponseError } from 'vscode-languageserver';
import { throwIfCancelled, type Session } from './session';

/**
 * Wraps a request handler: stale requests are dropped before any work, and a handler that fails is logged and answered with
 * `otherwise`, so that no one is shown an error window for it.
 */
export function safely<Params, Result>(
  session: Session,
  otherwise: Result,
  handle: (params: Params, token: CancellationToken) => Promise<Result>,
): (params: Params, token: CancellationToken) => Promise<Result> {
  return async (params, token) => {
    throwIfCancelled(token);
    try {
      return await handle(params, token);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      session.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return otherwise;
    }
  };
}
