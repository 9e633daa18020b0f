import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { decode, type Decoded } from './decode';
import { refusalOf } from './read';
import { NO_TEXT, refusalFor, tooLarge, type Refusal } from './refusal';

/** The text that `readText` gives, at once: for programs that have nothing else to do, and thousands of files. */
export function readTextNow(file: string, limit: number): Decoded | Refusal {
  try {
    // Never waits for the other end of a pipe; what was opened is looked at before it is read.
    const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = fstatSync(handle);
      const refused = refusalOf(stats, limit);
      if (refused !== undefined) return refused;
      const bytes = readAll(handle, stats.size, limit);
      return bytes.length > limit ? tooLarge(limit) : (decode(bytes) ?? NO_TEXT);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return refusalFor(error);
  }
}

/** Most files fit in here, one after the other. */
const room = Buffer.allocUnsafeSlow(1 << 16);

/** All of a file, which may have grown since its size was asked, but not more than one byte above the limit. */
function readAll(handle: number, size: number, limit: number): Uint8Array {
  let bytes = size < room.length ? room : Buffer.allocUnsafeSlow(size + 1);
  let length = 0;
  for (;;) {
    const read = readSync(handle, bytes, length, bytes.length - length, null);
    length += read;
    // Less than there is room for is all that is left.
    if (read === 0 || (size > 0 && length === size) || length > limit) return bytes.subarray(0, length);
    if (length === bytes.length) bytes = Buffer.concat([bytes], Math.min(2 * length, limit + 1));
  }
}
