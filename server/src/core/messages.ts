import type { Words } from './formats/types';

export type Locale = 'zh-CN' | 'en';

/** What a message is filled with; words are said in the language of the message. */
export type Argument = string | number | Words;
export type Arguments = Readonly<Record<string, Argument>>;

/** A message that has not been said yet: core never chooses a language. */
export interface Message {
  readonly words: Words;
  readonly args: Arguments;
}

export const message = (words: Words, args: Arguments = {}): Message => ({ words, args });

export const wordsIn = (words: Words, locale: Locale): string => (locale === 'en' ? words.en : words.zh);

/** Says a message: `{name}` is replaced by the argument of that name. */
export function say({ words, args }: Message, locale: Locale): string {
  return wordsIn(words, locale).replace(/\{(\w+)\}/g, (slot, name: string) => {
    const value = args[name];
    if (value === undefined) return slot;
    return typeof value === 'object' ? wordsIn(value, locale) : String(value);
  });
}

/** Lists words: 「一」「二」 or “one, two”. */
export function list(items: readonly Words[]): Words {
  return { zh: items.map(({ zh }) => `「${zh}」`).join(''), en: items.map(({ en }) => en).join(', ') };
}
