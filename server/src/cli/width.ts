import { eastAsianWidth } from 'get-east-asian-width';

const TAB_STOP = 4;

/** Columns that a text takes on a terminal; ambiguous characters are as wide as Chinese ones. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += eastAsianWidth(character.codePointAt(0)!, { ambiguousAsWide: true });
  return width;
}

/** The text with tabs as the spaces that they stand for, so that marks below it stand where they should. */
export function expandTabs(text: string): string {
  let shown = '';
  for (const character of text) shown += character === '\t' ? ' '.repeat(TAB_STOP - (displayWidth(shown) % TAB_STOP)) : character;
  return shown;
}
