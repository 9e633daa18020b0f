import type { WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Client } from './client';

/** How far a longer piece of work has come. */
export interface Progress {
  readonly report: (done: number) => void;
  readonly done: () => void;
}

/** So many pieces take long enough to be told of. */
const WORTH_SHOWING = 100;

/**
 * Shows it where the client can show it and it is worth showing. The work waits for no answer: what is done before the
 * client is ready is not shown.
 */
export function showProgress(client: Client, total: number, title: string, worth = WORTH_SHOWING): Progress {
  if (total < worth || client.capabilities.window?.workDoneProgress !== true)
    return { report: () => undefined, done: () => undefined };
  let shown: WorkDoneProgressServerReporter | undefined;
  let isDone = false;
  client.inBackground(async () => {
    const created = await client.ask((connection) => connection.window.createWorkDoneProgress());
    if (isDone) return;
    created?.begin(title, 0);
    shown = created;
  });
  return {
    report: (done) => shown?.report(Math.floor((100 * done) / total), `${done}/${total}`),
    done: () => {
      isDone = true;
      shown?.done();
    },
  };
}
