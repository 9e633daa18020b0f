/**
 * Characters that steer a terminal, reorder what stands beside them or begin a line, and the marks by which build
 * servers take commands out of the middle of a line.
 */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|#(?=#(?:vso)?\[)/gu;

/**
 * A text that others wrote, as it may stand in one line of output: what would steer the terminal is shown by its code.
 * Valid within JSON too.
 */
export const shown = (text: string): string =>
  text.replace(UNSEEN, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
