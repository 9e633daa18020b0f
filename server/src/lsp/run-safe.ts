import { type CancellationToken, ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Check } from './params';
import { throwIfCancelled, type Session } from './session';

/**
 * Makes handlers of requests: stale requests are dropped before any work, parameters that do not fit are refused, and a
 * handler that fails is logged and answered with `otherwise`, so that no one is shown an error window for it.
 */
export const answering =
  (session: Session) =>
  <Params, Result, More extends unknown[]>(
    fits: Check,
    otherwise: (params: Params) => Result,
    handle: (session: Session, params: Params, token: CancellationToken, ...more: More) => Result | Promise<Result>,
  ) =>
  async (params: Params, token: CancellationToken, ...more: More): Promise<Result> => {
    if (!fits(params))
      throw new ResponseError(ErrorCodes.InvalidParams, 'these are not the parameters of this request');
    throwIfCancelled(token);
    try {
      return await handle(session, params, token, ...more);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      session.client.logFailure(error);
      return otherwise(params);
    }
  };
