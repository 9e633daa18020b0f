import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/**
 * The engine's room for young objects grows the longer a program runs, and its memory with it. Almost all that a file
 * needs dies with it: a room of this many bytes is enough for any number of files.
 */
const ENOUGH = 8_000_000;
const EVERY = 25;

/** Lets the room stay as it is; for work of which all stays anyway. */
export const keepYoungRoom = (): void => grow(1);

/** To be called before each file: lets the room grow until it is large enough, and no further. */
export function youngRoom(): () => void {
  let files = 0;
  let isEnough = false;
  return () => {
    if (isEnough || files++ % EVERY !== 0) return;
    isEnough = sizeOfRoom() >= ENOUGH;
    grow(isEnough ? 1 : 4);
  };
}

const sizeOfRoom = (): number =>
  getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? ENOUGH;

const grow = (factor: number): void => setFlagsFromString(`--semi-space-growth-factor=${factor}`);
