import { eastAsianWidth } from 'get-east-asian-width';

/** Columns that a text takes in a fixed-width font; ambiguous characters are as wide as Chinese ones. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += eastAsianWidth(character.codePointAt(0)!, { ambiguousAsWide: true });
  return width;
}
