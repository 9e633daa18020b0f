import { isWordClass, wordsOf, type WordClassName } from './words';

/**
 * A stretch of a sentence as words and classes of words: `{receive}` one of them, `{did*}` any number, `{did?}` one or
 * none. What stands outside braces stands so in the text. `<` begins a part of a sentence, right behind the number
 * before or what that counted; `>` ends a part.
 */
export type Template = string;

/** What a class of words stands for in a template: its name, and how often a word of it may stand there. */
export type Slot = (name: WordClassName, times: '' | '*' | '?') => string;

/** The template with something else for each class of words. */
export const fillTemplate = (template: Template, slot: Slot): string =>
  template.replace(/\{([A-Za-z-]+)([*?]?)\}/g, (_, name: string, times: string) => {
    if (!isWordClass(name)) throw new Error(`There is no class of words called ${name}`);
    return slot(name, times as '' | '*' | '?');
  });

/** The source of a pattern for the texts that a template says. */
export const patternOf = (template: Template): string =>
  fillTemplate(template, (name, times) => `(?:${alternatives(wordsOf(name))})${times}`)
    .replace(/^</, '^(?:[^,.;:。]{0,24}[,.;(])?')
    .replace(/>$/, '(?=[,.;:。!()]|$)');

/** Of two words one of which begins with the other, the longer comes first. */
const alternatives = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.()]/g, '\\$&'))
    .join('|');
