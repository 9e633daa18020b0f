import { Unzip, UnzipInflate, zipSync } from 'fflate';
import { BROKEN, NotImported, TOO_MUCH } from './refusal';

/** Parts of an archive by their paths. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** The most bytes that the wanted parts may unpack to. A report of a hundred pages takes a tenth of it. */
const MOST = 24_000_000;
const MOST_PARTS = 2_000;
/** A piece of packed bytes unpacks to a thousand times as much at most: the limit is met soon after it is passed. */
const PIECE = 1 << 14;

/**
 * Unpacks the wanted parts of an archive piece by piece, and stops where they become too large, whatever it declares.
 */
export function unpack(bytes: Uint8Array, isWanted: (name: string) => boolean): Parts {
  const chunks = new Map<string, Uint8Array[]>();
  let size = 0;
  let count = 0;
  let finished = 0;
  let refused: NotImported | undefined;
  const unzip = new Unzip((file) => {
    if (++count > MOST_PARTS) throw TOO_MUCH;
    if (!isWanted(file.name)) return;
    const own: Uint8Array[] = [];
    chunks.set(file.name, own);
    file.ondata = (error, chunk, isLast) => {
      // What is thrown here comes back as an error of the archive.
      if (error !== null) throw refused ?? BROKEN;
      size += chunk.length;
      if (size > MOST) throw (refused = TOO_MUCH);
      own.push(chunk);
      if (isLast) finished++;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += PIECE)
      unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
  } catch (error) {
    throw error instanceof NotImported ? error : BROKEN;
  }
  if (count === 0 || finished < chunks.size) throw BROKEN;
  return new Map([...chunks].map(([name, own]) => [name, joined(own)]));
}

/** The parts as an archive again, for libraries that read archives only. */
export const packed = (parts: Parts): Uint8Array => zipSync(Object.fromEntries(parts), { level: 0 });

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
