import type { Words } from './formats/types';

export type Locale = 'zh-CN' | 'en';

/**
 * What a message is filled with; words are said in the language of the message. An aside is for people: a guess, the
 * number of a line. It may become another although what the message states is the same.
 */
export type Argument = string | number | Words | Aside;
export interface Aside extends Words {
  readonly isAside: true;
}
export const aside = (words: Words): Aside => ({ ...words, isAside: true });
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
  const parts = partsOf(words, locale);
  let said = parts[0]!;
  for (let i = 1; i < parts.length; i += 2) {
    const name = parts[i]!;
    const value = args[name];
    if (value === undefined) said += `{${name}}`;
    else said += typeof value === 'object' ? wordsIn(value, locale) : String(value);
    said += parts[i + 1]!;
  }
  return said;
}

/** The words with the names of their arguments at every second place: the same are said with each edit. */
function partsOf(words: Words, locale: Locale): readonly string[] {
  const known = locale === 'en' ? ENGLISH : CHINESE;
  let parts = known.get(words);
  if (parts === undefined) known.set(words, (parts = wordsIn(words, locale).split(/\{(\w+)\}/)));
  return parts;
}

const ENGLISH = new WeakMap<Words, readonly string[]>();
const CHINESE = new WeakMap<Words, readonly string[]>();

/** What a message states, in one language and without asides: the same as long as every value that it names is. */
export function stated({ words, args }: Message): string {
  const isAside = (value: Argument): boolean => typeof value === 'object' && 'isAside' in value;
  const without = Object.entries(args).map(([name, value]) => [name, isAside(value) ? '' : value] as const);
  return say({ words, args: Object.fromEntries(without) }, 'zh-CN');
}

/** Lists words: 「一」「二」 or “one, two”. */
export function list(items: readonly Words[]): Words {
  return { zh: items.map(({ zh }) => `「${zh}」`).join(''), en: items.map(({ en }) => en).join(', ') };
}
