import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const table = (file: string): Record<string, string> => JSON.parse(read(file)) as Record<string, string>;

/** The arguments {0}, {1}, … of a text, sorted. */
const slots = (text: string): string[] => (text.match(/\{\d+\}/g) ?? []).sort();

describe("the client's own words", () => {
  const sources = readdirSync(path.join(root, 'client/src'), { recursive: true, encoding: 'utf8' })
    // The page for browsers has its words in a table of its own.
    .filter((file) => file.endsWith('.ts') && !file.startsWith('page'))
    .map((file) => read(path.join('client/src', file)));
  const said = new Set(
    sources.flatMap((source) => [...source.matchAll(/\bt\(\s*'([^']*)'/g)].map(([, text]) => text!)),
  );
  const chinese = table('l10n/bundle.l10n.zh-cn.json');

  it('are all translated, and no more than they', () => {
    expect([...said].sort()).toEqual(Object.keys(chinese).sort());
  });

  it('keep their arguments in translation', () => {
    for (const [english, translation] of Object.entries(chinese))
      expect(slots(translation), english).toEqual(slots(english));
  });
});

describe("the manifest's words", () => {
  const used = new Set([...read('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key!));

  it.each(['package.nls.json', 'package.nls.zh-cn.json'])('are all in %s, and no more than they', (file) => {
    expect(Object.keys(table(file)).sort()).toEqual([...used].sort());
  });
});
