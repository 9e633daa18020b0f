/**
 * Whether a text was decoded wrongly, as when a GB18030 file is opened as UTF-8: replacement characters throughout.
 * Nothing in such a text can be judged.
 */
export function isGarbled(text: string): boolean {
  const head = text.slice(0, LOOKED_AT);
  let replaced = 0;
  for (let at = head.indexOf(REPLACEMENT); at >= 0; at = head.indexOf(REPLACEMENT, at + 1)) replaced++;
  return replaced >= LEAST && replaced > head.length / 20;
}

const REPLACEMENT = '\uFFFD';
const LOOKED_AT = 20_000;
const LEAST = 8;
