import { constants, type Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { decode, decodeBeginning, type Decoded } from './decode';
import { FOLDER, MB, NOT_REGULAR, noTextIn, Refusal, refusalFor, tooLarge } from './refusal';

/** How large a file may be that someone names. */
export const LARGEST_NAMED = 200 * MB;

export interface TextFile extends Decoded {
  readonly bytes: Uint8Array;
  /** The file's state when it was read; none where what was read is no file. */
  readonly stats?: Stats;
}

/** The text of a regular file that is not too large. */
export async function readText(file: string, limit: number): Promise<TextFile | Refusal> {
  const read = await readBytes(file, limit);
  if (read instanceof Refusal) return read;
  const decoded = decode(read.bytes);
  return decoded === undefined ? noTextIn(file) : { ...decoded, ...read };
}

/**
 * All of a regular file that is not too large. Pipes and devices are not opened: reading them need not end, and can
 * change them.
 */
export async function readBytes(
  file: string,
  limit: number,
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
      const chunks: Uint8Array[] = [];
      // The stream's end is the last byte that is read: one more than is allowed.
      for await (const chunk of handle.createReadStream({ end: limit, autoClose: false }))
        chunks.push(chunk as Uint8Array);
      const bytes = Buffer.concat(chunks);
      return bytes.length > limit ? tooLarge(limit) : { bytes, stats };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return refusalFor(error);
  }
}

/** The first bytes of a large file as text, by which most that are no reports are told; `undefined` for others. */
export async function readBeginning(file: string, length: number): Promise<string | undefined> {
  const { size } = await stat(file);
  if (size <= length) return undefined;
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!(await handle.stat()).isFile()) return undefined;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return decodeBeginning(buffer.subarray(0, bytesRead))?.text;
  } finally {
    await handle.close();
  }
}

export function refusalOf(stats: Stats, limit: number): Refusal | undefined {
  if (stats.isDirectory()) return FOLDER;
  if (!stats.isFile()) return NOT_REGULAR;
  return stats.size > limit ? tooLarge(limit) : undefined;
}
