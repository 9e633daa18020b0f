import { eastAsianWidth } from 'get-east-asian-width';

/**
 * Columns that a text takes in a fixed-width font; ambiguous characters are as wide as Chinese ones, which are as wide
 * as two Latin ones, or as many as the font makes it.
 */
export function displayWidth(text: string, cjkWidth = 2): number {
  let width = 0;
  for (const character of text) {
    const columns = eastAsianWidth(character.codePointAt(0)!, { ambiguousAsWide: true });
    width += columns === 2 ? cjkWidth : columns;
  }
  return width;
}
