import { ProgressLocation, window } from 'vscode';
import { untilCancelled } from '../cancelling';

/** Shows that a work goes on which takes its time over many files, and lets the user stop it. */
export const withProgress = <Result>(title: string, work: (signal: AbortSignal) => Promise<Result>): Thenable<Result> =>
  window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, (_, token) =>
    untilCancelled(token, work),
  );
