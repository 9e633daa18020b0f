import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf, DEFAULT_SETTINGS, hover } from '../../server/src/core/index';
import { escapeMarkdown } from '../../server/src/core/text/markdown';
import { readOne } from '../support/findings';
import { SOUND } from '../lsp/texts';
import { holds } from './property';

const MARK = /[!-/:-@[-`{-~]/g;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        '[x](command:run)',
        '<img src=x>',
        '![](https://x.example/p)',
        '`',
        '**',
        '|',
        '\n# ',
        '\n\n- ',
        '&lt;',
        '\\',
        'www.x.example',
        'a@b.cn',
        '水务局',
        ' ',
      ),
      {
        maxLength: 8,
      },
    )
    .map((parts) => parts.join('')),
);

describe('text that others wrote, in Markdown', () => {
  holds(
    'stands there as it is, on one line, and nothing in it is a mark',
    300,
    fc.property(nasty, (text) => {
      const markdown = escapeMarkdown(text);
      expect(markdown.replace(ESCAPED, '')).not.toMatch(MARK);
      expect(markdown).not.toMatch(/[\s\p{Cc}]{2}|[^\S ]|\p{Cc}|^ | $/u);
      expect(markdown.replace(ESCAPED, '$1').replace(/\s/g, '')).toBe(text.replace(/[\s\p{Cc}]/gu, ''));
    }),
  );

  holds(
    'is escaped where a title is told about',
    200,
    fc.property(nasty, (text) => {
      const body = `${text.replace(/[\r\n\u2028\u2029]/g, '')}水务局`;
      const report = readOne(SOUND.replace('青禾县水务局', () => body));
      const about = hover(contextOf(report, DEFAULT_SETTINGS), report.title?.span.start ?? 0);
      fc.pre(about !== undefined);
      const [name] = about!.paragraphs;
      for (const words of [name!.zh, name!.en])
        expect(words.replace(ESCAPED, '').replace(/^\*\*(.*)\*\*$/s, '$1')).not.toMatch(MARK);
    }),
  );

  it.each([
    ['<img src=x>水务局', '\\<imgsrc\\=x\\>水务局'],
    ['青禾县[点此][x]水务局', '青禾县\\[点此\\]\\[x\\]水务局'],
    ['青禾县`*_x_*`水务局', '青禾县\\`\\*\\_x\\_\\*\\`水务局'],
  ])('is escaped in the name of a body: %s', (body, escaped) => {
    const report = readOne(SOUND.replace('青禾县水务局', body));
    expect(hover(contextOf(report, DEFAULT_SETTINGS), 0)!.paragraphs[0]).toEqual({
      zh: `**${escaped} · 2024年度**`,
      en: `**${escaped} · 2024**`,
    });
  });
});
