/** The line ends that part what is inserted at a place by one blank line from the text above it. */
export function blankLineAbove(text: string, at: number): '' | '\n' | '\n\n' {
  const above = text.slice(Math.max(0, at - LONGEST_BLANK), at);
  if (at === 0 || /(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*(?:\r\n|\r(?!\n)|\n)$/.test(above)) return '';
  return /[\r\n]$/.test(above) ? '\n' : '\n\n';
}

/** No blank line is longer. */
const LONGEST_BLANK = 200;
