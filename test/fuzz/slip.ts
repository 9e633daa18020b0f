import { pick, type Choices } from '../generator/choices';

/** One thing that goes wrong when people, or the programs that they copy from, write a report. */
export interface SlipKind {
  readonly id: string;
  /** The text after the slip; as it was where it has no place for it. */
  readonly apply: (text: string, choices: Choices) => string;
}

/** A slip that happened: the same seed makes the same slip in the same text. */
export interface Slip {
  readonly kind: SlipKind;
  readonly seed: number;
}

/** A stretch of a text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

export const put = (text: string, { start, end }: Stretch, words: string): string =>
  text.slice(0, start) + words + text.slice(end);

/** Rewrites one of the places that a pattern finds. */
export function rewriting(id: string, pattern: RegExp, words: (found: string, choices: Choices) => string): SlipKind {
  return {
    id,
    apply(text, choices) {
      const found = [...text.matchAll(pattern)];
      if (found.length === 0) return text;
      const { 0: printed, index } = pick(choices, found);
      return put(text, { start: index, end: index + printed.length }, words(printed, choices));
    },
  };
}

/** Puts one of some characters anywhere. */
export const inserting = (id: string, pieces: readonly string[]): SlipKind => ({
  id,
  apply(text, choices) {
    const start = choices.below(text.length + 1);
    return put(text, { start, end: start }, pick(choices, pieces));
  },
});

/** Rewrites the list of lines; their ends go with them. */
export const relining = (
  id: string,
  rewrite: (lines: readonly string[], choices: Choices) => readonly string[],
): SlipKind => ({
  id,
  apply: (text, choices) => rewrite(text.match(LINES) ?? [], choices).join(''),
});
const LINES = /[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g;

/** Rewrites some lines that follow each other. */
export const onLines = (
  id: string,
  most: number,
  rewrite: (lines: readonly string[], choices: Choices) => string,
): SlipKind =>
  relining(id, (lines, choices) => {
    const at = choices.below(lines.length);
    const some = lines.slice(at, at + 1 + choices.below(most));
    return lines.toSpliced(at, some.length, rewrite(some, choices));
  });

export const withoutEnd = (line: string): string => line.replace(/[\r\n]+$/, '');
export const swapped = (word: string, at: number): string =>
  word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
export const doubled = (word: string, at: number): string => word.slice(0, at + 1) + word.slice(at);
export const lost = (word: string, at: number): string => word.slice(0, at) + word.slice(at + 1);
export const wide = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
