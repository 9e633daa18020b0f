/**
 * GB18030 written with the table by which it is read: the platform's decoder read backwards, so that every character
 * that was read can be written and reads again as itself. Tables of others differ from it in some twenty characters.
 */

/** How many bytes the code that begins at `at` has, and how many UTF-16 units it stands for. */
export function codeAt(bytes: Uint8Array, at: number): { readonly bytes: number; readonly units: number } {
  const first = bytes[at]!;
  const second = bytes[at + 1];
  if (first <= SINGLE || second === undefined) return ONE;
  if (second < 0x30 || second > 0x39) return TWO;
  return first < FIRST_ABOVE ? FOUR : FOUR_FOR_PAIR;
}

const SINGLE = 0x80;
const FIRST_ABOVE = 0x90;
const ONE = { bytes: 1, units: 1 };
const TWO = { bytes: 2, units: 1 };
const FOUR = { bytes: 4, units: 1 };
const FOUR_FOR_PAIR = { bytes: 4, units: 2 };

/** The codes of a text; `undefined` where a character of it has none. */
export function encodeGb18030(text: string): Uint8Array | undefined {
  const codes = (table ??= codesByUnit());
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (point < 0x80) bytes.push(point);
    else if (point >= 0x10000) bytes.push(...fourBytes(point - 0x10000 + ABOVE));
    else {
      const code = codes[point]!;
      if (code === 0) return undefined;
      if (code > 0xffff) bytes.push(code >>> 24, (code >>> 16) & 0xff);
      bytes.push((code >>> 8) & 0xff, code & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}

/** Codes of four bytes are numbered without gaps: those of the first plane from 0, those above it from here. */
const ABOVE = 189_000;
const IN_FIRST_PLANE = 39_420;

const fourBytes = (number: number): [number, number, number, number] => [
  0x81 + Math.floor(number / 12_600),
  0x30 + (Math.floor(number / 1260) % 10),
  0x81 + (Math.floor(number / 10) % 126),
  0x30 + (number % 10),
];

let table: Uint32Array | undefined;

/** The code of each UTF-16 unit, 0 for none; of several the shortest and first. */
function codesByUnit(): Uint32Array {
  const codes = new Uint32Array(0x10000);
  const learn = (all: readonly (readonly number[])[]): void => {
    const text = new TextDecoder('gb18030').decode(Uint8Array.from(all.flat()));
    for (let i = all.length - 1; i >= 0; i--)
      codes[text.charCodeAt(i)] = all[i]!.reduce((code, byte) => code * 256 + byte, 0);
  };
  learn(Array.from({ length: IN_FIRST_PLANE }, (_, number) => fourBytes(number)));
  learn(twoBytes());
  return codes;
}

function twoBytes(): [number, number][] {
  const codes: [number, number][] = [];
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) if (second !== 0x7f) codes.push([first, second]);
  return codes;
}
