import { RADICALS, TRADITIONAL } from './variants';

/**
 * Folding makes spellings of the same label equal: white space and quotation marks go, full-width forms, brackets,
 * dashes, enumeration marks, radicals and Traditional characters become their plain forms. One UTF-16 unit gives one or
 * none, so that offsets can be carried through.
 */
export function fold(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (FOLDED[code] !== code || code === 0) return foldFrom(text, i);
  }
  return text;
}

/** Copies what folding leaves alone in stretches: most of a text. */
function foldFrom(text: string, first: number): string {
  let result = '';
  let copied = 0;
  for (let i = first; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const folded = FOLDED[code]!;
    if (folded === code && code !== 0) continue;
    if (i > copied) result += text.slice(copied, i);
    if (folded !== 0) result += String.fromCharCode(folded);
    copied = i + 1;
  }
  return copied < text.length ? result + text.slice(copied) : result;
}

/** The folded unit, 0 where folding drops it. */
export const foldUnit = (code: number): number => FOLDED[code] ?? 0;

/** A name in the characters that are meant where PDF text has radicals, which look the same and are found by nobody. */
export const withoutRadicals = (name: string): string =>
  name.replace(/[\u2e80-\u2fd5\uf900-\ufad9]/g, (radical) => String.fromCharCode(foldUnit(radical.charCodeAt(0))));

/** The text of UTF-16 units. */
export function fromUnits(units: Uint16Array): string {
  let text = '';
  for (let i = 0; i < units.length; i += CHUNK)
    text += String.fromCharCode.apply(null, units.subarray(i, i + CHUNK) as unknown as number[]);
  return text;
}

/** Function calls take only so many arguments. */
const CHUNK = 8192;

/** Whether folding treats this UTF-16 unit as white space (zero-width characters included). */
export const isSpace = (code: number): boolean => SPACE[code] === 1;

const SPACE = new Uint8Array(0x10000);
for (const code of [
  9, 10, 11, 12, 13, 32, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff, 0xad, 0x2060, 0x180e,
])
  SPACE[code] = 1;
for (let code = 0x2000; code <= 0x200f; code++) SPACE[code] = 1;

const FOLDED = foldingTable();

function foldingTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let code = 0; code < table.length; code++) table[code] = SPACE[code] === 1 ? 0 : code;
  const map = (from: string, to: string): void => {
    for (const unit of from) table[unit.charCodeAt(0)] = to === '' ? 0 : to.charCodeAt(0);
  };
  for (let code = 0xff01; code <= 0xff5e; code++) table[code] = code - 0xfee0;
  // Compatibility ideographs and Kangxi radicals are spelt as their unified characters.
  for (const [from, to] of [
    [0x2f00, 0x2fd5],
    [0xf900, 0xfad9],
  ] as const) {
    for (let code = from; code <= to; code++) {
      const plain = String.fromCharCode(code).normalize('NFKC');
      if (plain.length === 1) table[code] = plain.charCodeAt(0);
    }
  }
  for (const [from, to] of pairs(RADICALS)) map(from, to);
  for (const [from, to] of pairs(TRADITIONAL)) map(from, to);
  map('“”‘’"\'「」『』＂＇`*', '');
  map('、．·•', '.');
  map('，､', ',');
  map('：', ':');
  map('；', ';');
  map('｡', '。');
  map('（【〔［﹙', '(');
  map('）】〕］﹚', ')');
  map('[', '(');
  map(']', ')');
  map('—–―−－─━‐‑‒﹣', '-');
  map('○◯', '〇');
  // A radical may stand for a Traditional character, which stands for its Simplified form.
  for (let code = 0; code < table.length; code++) table[code] = table[table[code]!]!;
  return table;
}

function* pairs(text: string): Generator<[string, string]> {
  const units = [...text.replace(/\s/g, '')];
  for (let i = 0; i + 1 < units.length; i += 2) yield [units[i]!, units[i + 1]!];
}
