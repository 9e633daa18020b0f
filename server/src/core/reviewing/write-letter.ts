import type { Words } from '../formats/types';
import { say, wordsIn, type Locale, type Message } from '../messages';
import { chineseNumeral } from '../text/numerals';
import type { Letter, LetterItem } from './letter';

/** A line of a letter and what it is, in one language. */
export interface LetterLine {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'item' | 'detail';
  readonly text: string;
}

const MAY_BE: Words = { zh: '可改为：', en: 'May be changed: ' };
const REASON: Words = { zh: '说明：', en: 'Why: ' };

/** A letter line by line; what writes it as text, Markdown or a Word file goes by these. */
export function letterLines({ title, to, opening, groups, closing }: Letter, locale: Locale): readonly LetterLine[] {
  const said = (one: Message): string => say(one, locale).replace(/\s+/g, ' ');
  const colon = locale === 'en' ? ': ' : '：';
  const itemLines = ({ number, line, what, weight, repair, basis }: LetterItem): readonly LetterLine[] => [
    {
      kind: 'item',
      text: `${number}. ${said(line)}${colon}${said(what)}${locale === 'en' ? ` (${weight.en})` : `（${weight.zh}）`}`,
    },
    ...(repair === undefined ? [] : [{ kind: 'detail' as const, text: wordsIn(MAY_BE, locale) + said(repair) }]),
    ...(basis === undefined
      ? []
      : [{ kind: 'detail' as const, text: wordsIn(REASON, locale) + wordsIn(basis, locale) }]),
  ];
  return [
    { kind: 'title', text: said(title) },
    { kind: 'paragraph', text: said(to) },
    { kind: 'paragraph', text: said(opening) },
    ...groups.flatMap(({ heading, items }, i): readonly LetterLine[] => [
      { kind: 'heading', text: locale === 'en' ? heading.en : `${chineseNumeral(i + 1)}、${heading.zh}` },
      ...items.flatMap(itemLines),
    ]),
    ...closing.map((words): LetterLine => ({ kind: 'paragraph', text: wordsIn(words, locale) })),
  ];
}

/** For a message or a printer: no marks, details set in. */
export const letterAsText = (lines: readonly LetterLine[]): string =>
  lines
    .map(({ kind, text }) => {
      if (kind === 'title') return `${text}\n\n`;
      if (kind === 'heading') return `\n${text}\n`;
      return `${kind === 'detail' ? '   ' : ''}${text}\n`;
    })
    .join('');

export const letterAsMarkdown = (lines: readonly LetterLine[]): string =>
  lines
    .map(({ kind, text }) => {
      const written =
        kind === 'item'
          ? text.replace(/^(\d+\. )(.*)$/, (_, number: string, rest: string) => number + plain(rest))
          : plain(text);
      if (kind === 'title') return `# ${written}\n`;
      if (kind === 'heading') return `\n## ${written}\n\n`;
      if (kind === 'item') return `${written}\n`;
      return kind === 'detail' ? `   - ${written}\n` : `\n${written}\n`;
    })
    .join('');

/** What others wrote is text in Markdown, and no mark of it. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>#|~&!]/g, '\\$&');
