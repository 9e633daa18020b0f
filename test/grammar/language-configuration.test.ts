import { describe, expect, it } from 'vitest';
import { readProjectFile } from './tokenizer';

interface LanguageConfiguration {
  readonly brackets: readonly (readonly [string, string])[];
  readonly autoClosingPairs: readonly (readonly [string, string])[];
  readonly surroundingPairs: readonly (readonly [string, string])[];
  readonly autoCloseBefore: string;
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly onEnterRules: readonly {
    readonly beforeText: string;
    readonly action: { readonly indent: string; readonly appendText?: string };
  }[];
}

const configuration = JSON.parse(readProjectFile('language-configuration.json')) as LanguageConfiguration;

describe('pairs', () => {
  it.each(['《》', '（）', '〔〕', '【】', '“”'])('%s match, close and surround', (pair) => {
    const expected = [...pair];
    expect(configuration.brackets).toContainEqual(expected);
    expect(configuration.autoClosingPairs).toContainEqual(expected);
    expect(configuration.surroundingPairs).toContainEqual(expected);
    expect(configuration.autoCloseBefore).toContain(expected[1]);
  });
});

describe('words', () => {
  it.each([
    ['全年收到申请13件', ['全年收到申请', '13', '件']],
    ['（一）予以公开', ['一', '予以公开']],
    ['增27\t8280702元', ['增', '27', '8280702', '元']],
    ['96,171.6万元。', ['96,171.6', '万元']],
    ['１２ report_2024.txt', ['１２', 'report_2024', 'txt']],
    ['《条例》、〔〕——', ['条例']],
  ])('%s', (text, words) => {
    const { pattern, flags } = configuration.wordPattern;
    expect(text.match(new RegExp(pattern, `${flags}g`))).toEqual(words);
  });
});

describe('Enter', () => {
  // With `indent: none` the editor copies the indentation, which is the tab; text appended to it would make two cells.
  const [rule] = configuration.onEnterRules;

  it('keeps the tab of a cell and adds nothing', () => {
    expect(rule?.action).toEqual({ indent: 'none' });
  });

  it.each([
    ['\t12', true],
    ['\t（一）予以公开', true],
    ['\t', true],
    ['规章\t0\t0', false],
    ['一、总体情况', false],
  ])('after %j: %s', (line, applies) => {
    expect(new RegExp(rule!.beforeText).test(line)).toBe(applies);
  });
});
