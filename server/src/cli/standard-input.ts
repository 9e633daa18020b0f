import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { LARGEST_NAMED } from '../files/read';
import { bothOf, NOT_REGULAR, Refusal, refusalFor, tooLarge } from '../files/refusal';
import type { InputFile } from './files';
import type { Output } from './output';

/** Names of standard input. */
const STANDARD_INPUT = new Set(['-', '/dev/stdin', '/dev/fd/0', '/proc/self/fd/0']);

export interface Streams {
  readonly files: readonly InputFile[];
  /** The arguments that name files, folders or patterns. */
  readonly others: readonly string[];
}

/** Reads the arguments that can be read only once: standard input, under the name that it is given, and pipes. */
export async function streamsAmong(
  arguments_: readonly string[],
  stdinFilename: string | undefined,
  output: Output,
): Promise<Streams> {
  const files: InputFile[] = [];
  const others: string[] = [];
  let isRead = false;
  for (const argument of arguments_) {
    const isStandard = STANDARD_INPUT.has(argument);
    if (!isStandard && !(await isPipe(argument))) {
      others.push(argument);
      continue;
    }
    if (isStandard && isRead) continue;
    isRead ||= isStandard;
    const name = isStandard ? (stdinFilename ?? '-') : argument;
    const content = isStandard ? await readStream(process.stdin) : await readPipe(argument);
    if (content instanceof Refusal) output.fail(`${name}: ${bothOf(content.reason)}`);
    else files.push({ path: name, folder: path.dirname(name), named: true, content });
  }
  return { files, others };
}

const isPipe = (argument: string): Promise<boolean> =>
  stat(argument).then(
    (found) => found.isFIFO(),
    () => false,
  );

async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array | Refusal> {
  try {
    return await gathered(stream);
  } catch (error) {
    return refusalFor(error);
  }
}

async function gathered(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array | Refusal> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > LARGEST_NAMED) return tooLarge(LARGEST_NAMED);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** All that is written into a pipe; a refusal where nobody writes into it. */
async function readPipe(name: string): Promise<Uint8Array | Refusal> {
  try {
    // Opening would else wait for a writer for ever.
    const handle = await open(name, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const content = await gathered(chunksOf(handle));
      return content instanceof Refusal || content.length > 0 ? content : NOT_REGULAR;
    } finally {
      await handle.close();
    }
  } catch (error) {
    return refusalFor(error);
  }
}

/** How often a pipe is asked for more, and for how long one into which nobody writes yet; in milliseconds. */
const PAUSE = 10;
const PATIENCE = 500;

async function* chunksOf(handle: FileHandle): AsyncGenerator<Uint8Array> {
  let isBegun = false;
  for (let waited = 0; ; waited += PAUSE) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(1 << 16)).catch(whenEmpty);
    if (bytesRead > 0) {
      isBegun = true;
      yield buffer.subarray(0, bytesRead);
      continue;
    }
    // No writer is left, or none has come; an empty pipe that has one says so.
    if (bytesRead === 0 && (isBegun || waited >= PATIENCE)) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

function whenEmpty(error: NodeJS.ErrnoException): { readonly bytesRead: number; readonly buffer: Buffer } {
  if (error.code !== 'EAGAIN') throw error;
  return { bytesRead: -1, buffer: Buffer.alloc(0) };
}
