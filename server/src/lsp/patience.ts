import type { Files } from '../folder/files';
import type { Runtime } from './runtime';

/** What a promise gives; rejects where that takes longer than so many milliseconds. */
export function inTime<Result>(
  promise: Promise<Result>,
  later: Runtime['later'],
  milliseconds: number,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const cancel = later(() => reject(new Error(`nothing after ${milliseconds} ms`)), milliseconds);
    promise.then(resolve, reject).finally(cancel);
  });
}

/** Files of which none keeps anybody waiting: disks and servers that are gone do not always say so. */
export const patientFiles = (files: Files, later: Runtime['later']): Files => ({
  ...files,
  read: (uri, mayMatter) => inTime(files.read(uri, mayMatter), later, LONGEST_READING),
});

const LONGEST_READING = 30_000;
