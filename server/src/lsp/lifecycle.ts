import {
  ErrorCodes,
  Message,
  type Connection,
  type MessageStrategy,
  type NotificationMessage,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver';

/** What a request is made that comes at the wrong time; its parameters say why. */
const REFUSED = 'nianbao/refused';

/**
 * Keeps to the order that the protocol has: nothing before `initialize`, which comes once, and after `shutdown` nothing
 * but `exit`.
 */
export function inOrder(): MessageStrategy {
  let phase: Phase = 'new';
  return {
    handleMessage(message, next) {
      if (Message.isNotification(message)) return phase === 'running' || isExit(message) ? next(message) : undefined;
      if (!Message.isRequest(message)) return next(message);
      const refusal = refusalOf(phase, message.method);
      if (refusal !== undefined) return next({ ...message, method: REFUSED, params: refusal } as RequestMessage);
      if (message.method === 'initialize') phase = 'running';
      if (message.method === 'shutdown') phase = 'ended';
      return next(message);
    },
  };
}

/** Answers what came at the wrong time. */
export function refuse(connection: Connection): void {
  connection.onRequest(REFUSED, (code: number, reason: string) => {
    throw new ResponseError(code, reason);
  });
}

type Phase = 'new' | 'running' | 'ended';

const isExit = ({ method }: NotificationMessage): boolean => method === 'exit';

function refusalOf(phase: Phase, method: string): [code: number, reason: string] | undefined {
  if (phase === 'new' && method !== 'initialize')
    return [ErrorCodes.ServerNotInitialized, `${method} before initialize`];
  if (phase === 'running' && method === 'initialize') return [ErrorCodes.InvalidRequest, 'initialize comes once'];
  if (phase === 'ended') return [ErrorCodes.InvalidRequest, `${method} after shutdown`];
  return undefined;
}
