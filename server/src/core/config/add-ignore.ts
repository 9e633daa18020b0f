import { applyEdits, modify } from 'jsonc-parser';
import type { Ignore } from './ignores';

/** The text of a configuration with one more ignore; comments and layout of the rest stay as they are. */
export function addIgnore(text: string, ignore: Ignore): string {
  const own = text.trim() === '' ? '{}\n' : text;
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: own.includes('\r\n') ? '\r\n' : '\n' };
  return applyEdits(own, modify(own, ['ignores', -1], ignore, { formattingOptions, isArrayInsertion: true }));
}
