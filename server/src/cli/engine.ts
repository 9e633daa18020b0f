import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/**
 * The engine's room for young objects grows the longer a program runs, and its memory with it. Almost all that a file
 * needs dies with it: a room of this many bytes is enough for any number of files.
 */
const ENOUGH = 8_000_000;
const EVERY = 25;

/**
 * A run takes seconds, in which a third of all time went into machine code for what was about to end: functions have to
 * prove themselves longer, in bytes of what they execute, several times what the engine asks.
 */
const PROOF = 500_000;

/** Old objects are collected when they have grown by so many hundredths: few live longer than their file. */
const GROWTH = 30;

/** Sets the engine for work on many files. The room stays as it is while they are found: all of that stays anyway. */
export function setEngine(): void {
  setFlagsFromString(`--interrupt-budget=${PROOF}`);
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  grow(1);
}

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
