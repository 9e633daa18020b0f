import { ProgressLocation, window } from 'vscode';

/** Shows that a work goes on which takes its time over many files. */
export const withProgress = <Result>(title: string, work: () => Promise<Result>): Thenable<Result> =>
  window.withProgress({ location: ProgressLocation.Notification, title }, work);
