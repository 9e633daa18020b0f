/**
 * Text of a report, a file name or a configuration as Markdown that shows it and does nothing else: no link, picture,
 * HTML, emphasis, heading or table.
 */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, '\\$&');
