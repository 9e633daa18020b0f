import { constants, type Stats } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { RECOGNITION_LENGTH } from '../core/index';
import { decode, decodeBeginning, type Decoded } from './decode';
import { FOLDER, MB, NOT_REGULAR, noTextIn, Refusal, refusalFor, tooLarge } from './refusal';

/** How large a file may be that someone names. */
export const LARGEST_NAMED = 200 * MB;

export interface TextFile extends Decoded {
  readonly bytes: Uint8Array;
  /** The file's state when it was read; none where what was read is no file. */
  readonly stats?: Stats;
}

/**
 * The text of a regular file that is not too large; of a large one only the beginning, where that is told not to
 * matter.
 */
export async function readText(
  file: string,
  limit: number,
  mayMatter?: (beginning: string) => boolean,
): Promise<TextFile | Refusal> {
  let isAll = true;
  const read = await readBytes(file, limit, (beginning) => {
    const text = mayMatter && decodeBeginning(beginning)?.text;
    return (isAll = text === undefined || mayMatter!(text));
  });
  if (read instanceof Refusal) return read;
  const decoded = (isAll ? decode : decodeBeginning)(read.bytes);
  return decoded === undefined ? noTextIn(file) : { ...decoded, ...read };
}

/**
 * All of a regular file that is not too large; of a large one only the beginning, where that is told not to matter.
 * Pipes and devices are not opened: reading them need not end, and can change them.
 */
export async function readBytes(
  file: string,
  limit: number,
  mayMatter: (beginning: Uint8Array) => boolean = () => true,
): Promise<{ readonly bytes: Uint8Array; readonly stats: Stats } | Refusal> {
  try {
    const refused = refusalOf(await stat(file), limit);
    if (refused !== undefined) return refused;
    // It may have become something else by now: opening never waits for the other end of a pipe, and what was opened is
    // looked at again.
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = await handle.stat();
      const refusedNow = refusalOf(stats, limit);
      if (refusedNow !== undefined) return refusedNow;
      const bytes = await readAll(handle, stats.size, limit, mayMatter);
      return bytes.length > limit ? tooLarge(limit) : { bytes, stats };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return refusalFor(error);
  }
}

/** All of a file, which may have grown since its size was asked, but not more than one byte above the limit. */
async function readAll(
  handle: FileHandle,
  size: number,
  limit: number,
  mayMatter: (beginning: Uint8Array) => boolean,
): Promise<Uint8Array> {
  let bytes = Buffer.allocUnsafe(Math.min(Math.max(size, LEAST), limit) + 1);
  let length = 0;
  for (;;) {
    const isBeginning = length === 0 && size > RECOGNITION_LENGTH;
    const room = isBeginning ? RECOGNITION_LENGTH : bytes.length - length;
    const { bytesRead } = await handle.read(bytes, length, room, length);
    length += bytesRead;
    const read = bytes.subarray(0, length);
    // The system does not tell the size of every file.
    if (bytesRead === 0 || (size > 0 && length === size) || length > limit) return read;
    if (isBeginning && !mayMatter(read)) return read;
    if (length === bytes.length) bytes = Buffer.concat([bytes], Math.min(2 * length, limit + 1));
  }
}

/** Room for a file of which the system does not tell the size. */
const LEAST = 4096;

export function refusalOf(stats: Stats, limit: number): Refusal | undefined {
  if (stats.isDirectory()) return FOLDER;
  if (!stats.isFile()) return NOT_REGULAR;
  return stats.size > limit ? tooLarge(limit) : undefined;
}
