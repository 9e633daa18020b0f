import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { RECOGNITION_LENGTH } from '../core/index';
import { decode, decodeBeginning, type Decoded } from './decode';
import { refusalOf } from './read';
import { noTextIn, refusalFor, tooLarge, type Refusal } from './refusal';

/**
 * The text that `readText` gives, at once: for programs that have nothing else to do, and thousands of files. Of a
 * large file of which the beginning tells that it is no report, it is the beginning alone.
 */
export function readTextNow(
  file: string,
  limit: number,
  mayHoldReport: (beginning: string) => boolean = () => true,
): Decoded | Refusal {
  try {
    // Never waits for the other end of a pipe; what was opened is looked at before it is read.
    const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = fstatSync(handle);
      const refused = refusalOf(stats, limit);
      if (refused !== undefined) return refused;
      if (stats.size > RECOGNITION_LENGTH) {
        const length = readSync(handle, room, 0, RECOGNITION_LENGTH, 0);
        const beginning = decodeBeginning(room.subarray(0, length));
        if (beginning !== undefined && !mayHoldReport(beginning.text)) return beginning;
      }
      const bytes = readAll(handle, stats.size, limit);
      return bytes.length > limit ? tooLarge(limit) : (decode(bytes) ?? noTextIn(file));
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return refusalFor(error);
  }
}

/** Most files fit in here, one after the other. */
const room = Buffer.allocUnsafeSlow(RECOGNITION_LENGTH);

/** All of a file, which may have grown since its size was asked, but not more than one byte above the limit. */
function readAll(handle: number, size: number, limit: number): Uint8Array {
  let bytes = size < room.length ? room : Buffer.allocUnsafeSlow(size + 1);
  let length = 0;
  for (;;) {
    const read = readSync(handle, bytes, length, bytes.length - length, length);
    length += read;
    // Less than there is room for is all that is left.
    if (read === 0 || (size > 0 && length === size) || length > limit) return bytes.subarray(0, length);
    if (length === bytes.length) bytes = Buffer.concat([bytes], Math.min(2 * length, limit + 1));
  }
}
