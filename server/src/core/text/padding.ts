/**
 * Whether a UTF-16 unit only makes room around what is printed: spaces of any width, and tabs where tabs divide
 * nothing. It alone may be removed unseen. Characters without width, soft hyphens, page breaks and line separators mean
 * something to whoever put them there.
 */
export const isPadding = (code: number): boolean =>
  code === SPACE ||
  code === TAB ||
  code === WIDE_SPACE ||
  code === NO_BREAK_SPACE ||
  (code >= FIRST_WIDTH && code <= LAST_WIDTH) ||
  OTHERS.has(code);

const TAB = 0x09;
const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;
const WIDE_SPACE = 0x3000;
/** From en quad to hair space. */
const FIRST_WIDTH = 0x2000;
const LAST_WIDTH = 0x200a;
/** Ogham space mark, narrow no-break space, mathematical space. */
const OTHERS: ReadonlySet<number> = new Set([0x1680, 0x202f, 0x205f]);
