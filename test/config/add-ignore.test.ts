import { applyEdits } from '../../server/src/core/index';
import { addIgnore, removeIgnore, removeIgnores } from '../../server/src/core/config/add-ignore';
import { parseConfig } from '../../server/src/core/config/config';
import { describe, expect, it } from 'vitest';

const IGNORE = { rule: 'row-total-mismatch', body: '青禾县水务局', year: 2024, reason: '不适用' };
const added = (text: string): string | undefined => {
  const edits = addIgnore(text, IGNORE);
  return edits && applyEdits(text, edits);
};

describe('one more ignore', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \n'],
    ['an empty object', '{}'],
    ['an object', '{\n  "rules": { "dash-for-zero": "off" }\n}\n'],
    ['a trailing comma', '{ "edition": "2021", }'],
    ['an empty list', '{ "ignores": [] }'],
    ['a list', '{ "ignores": [{ "rule": "dash-for-zero", "reason": "惯例" }] }'],
    [
      'a list with a trailing comma',
      '{\n  "ignores": [\n    { "rule": "dash-for-zero", "reason": "惯例" }, // 见通知\n  ],\n}\n',
    ],
    ['comments', '// 本县\n{ /* 无 */\n}\n'],
  ])('is written behind %s, which loses nothing', (_, text) => {
    const result = added(text)!;
    const { config, problems } = parseConfig(result);
    const before = text.trim() === '' ? {} : parseConfig(text).config;
    expect(problems).toEqual([]);
    expect(config).toEqual({ ...before, ignores: [...(before.ignores ?? []), IGNORE] });
    for (const comment of text.match(/\/\/.*|\/\*.*?\*\//g) ?? []) expect(result).toContain(comment);
  });

  it('keeps line ends', () => {
    expect(added('{\r\n  "edition": "2021"\r\n}\r\n')).not.toMatch(/(?<!\r)\n/);
  });

  it('is written a second time behind the first', () => {
    expect(parseConfig(added(added('{}')!)!).config.ignores).toEqual([IGNORE, IGNORE]);
  });

  it.each([
    ['what is no JSON', '{ "ignores": ['],
    ['words', '尚未配置'],
    ['a list in the place of an object', '[]'],
    ['ignores that are no list', '{ "ignores": {} }'],
    ['ignores that stand twice', '{ "ignores": [], "ignores": [{ "rule": "dash-for-zero", "reason": "" }] }'],
    ['what is nested too deep', '['.repeat(20_000)],
  ])('is not written into %s', (_, text) => {
    expect(addIgnore(text, IGNORE)).toBeUndefined();
  });
});

describe('an ignore that is taken back', () => {
  it.each([
    '',
    '{}',
    '{\n  // 本县\n  "ignores": [\n    { "rule": "dash-for-zero", "reason": "惯例" } // 见通知\n  ],\n  "edition": "2021"\n}\n',
  ])('leaves what was there before', (text) => {
    const written = added(text)!;
    const after = applyEdits(written, removeIgnore(written, IGNORE)!);
    const before = text === '' ? {} : parseConfig(text).config;
    expect({ ignores: [], ...parseConfig(after).config }).toEqual({ ignores: [], ...before });
    for (const comment of text.match(/\/\/ .+/g) ?? []) expect(after).toContain(comment);
  });

  it('keeps the other entries, wherever comments stand and commas trail', () => {
    const [first, second, third] = ['一', '二', '三'].map((reason) => ({ rule: 'dash-for-zero', reason }));
    const entries = [first, second, third].map((one) => JSON.stringify(one));
    const texts = [
      `{\n  // 全县\n  "ignores": [\n    ${entries.join(', // 见通知\n    ')}, // 完\n  ],\n}\n`,
      `{ /* 全县 */ "ignores": [${entries.join(',')}] }`,
      `{\r\n  // 全县\r\n  "ignores": [\r\n    ${entries.join(' /* 甲, 乙 */,\r\n    ')} // 完\r\n  ]\r\n}\r\n`,
      `{ "ignores": [ // 全县\n ${entries.join(' // 见\n , ')}, ] }`,
    ];
    for (const text of texts)
      for (const one of [first!, second!, third!]) {
        const after = applyEdits(text, removeIgnore(text, one)!);
        const { config, problems } = parseConfig(after);
        expect([problems, config.ignores]).toEqual([[], [first, second, third].filter((other) => other !== one)]);
        for (const comment of text.match(/\/\/ .+|\/\*.*?\*\//g) ?? []) expect(after).toContain(comment);
        expect(after.replaceAll('\r\n', '')).not.toContain('\r');
      }
  });

  it('can be many in one change, which touches nothing before the first and behind the last', () => {
    const [first, second, third] = ['一', '二', '三'].map((reason) => ({ rule: 'dash-for-zero', reason }));
    const text = `{ // 全县\n  "ignores": [\n    ${[first, second, third].map((one) => JSON.stringify(one)).join(',\n    ')}\n  ]\n}\n`;
    const edits = removeIgnores(text, [second!, third!, { rule: 'dash-for-zero', reason: '没有' }])!;
    expect(edits).toHaveLength(1);
    expect(applyEdits(text, edits)).toBe(`{ // 全县\n  "ignores": [\n    ${JSON.stringify(first)}\n  ]\n}\n`);
    expect(removeIgnores(text, [{ rule: 'dash-for-zero', reason: '没有' }])).toBeUndefined();
  });

  it('is one that is there, in a text that can be changed', () => {
    expect(removeIgnore('{ "ignores": [] }', IGNORE)).toBeUndefined();
    expect(removeIgnore('{ "ignores": [', IGNORE)).toBeUndefined();
  });
});
