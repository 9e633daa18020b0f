import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/core/text/span';
import { parseConfig } from '../../server/src/core/config/config';
import { setBodies } from '../../server/src/core/config/set-bodies';

const BODIES = ['青禾县水务局', '青禾县司法局'];
const after = (text: string): string | undefined => {
  const edits = setBodies(text, BODIES);
  return edits && applyEdits(text, edits);
};

describe('the bodies that should report', () => {
  it.each([
    ['no text', ''],
    ['an empty configuration', '{}'],
    ['one that has others', '{\n  // 本县\n  "bodies": "名单.txt",\n  "edition": "2021",\n}\n'],
  ])('are written into %s, and nothing else is', (_, text) => {
    const before = text === '' ? {} : parseConfig(text).config;
    expect(parseConfig(after(text)!).config).toEqual({ ...before, bodies: BODIES });
    if (text.includes('//')) expect(after(text)).toContain('// 本县');
  });

  it.each(['{ "bodies": [', '[]', '尚未配置'])('are not written into what is no configuration', (text) => {
    expect(after(text)).toBeUndefined();
  });
});
