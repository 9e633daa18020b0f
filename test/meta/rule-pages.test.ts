import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../server/src/core/index';

const docs = path.join(import.meta.dirname, '../../docs/rules');
const page = (file: string): string => readFileSync(path.join(docs, file), 'utf8');

describe.each(RULES)('the page of $id', ({ id, name, messages }) => {
  it('speaks one language, and shows messages as they are read', () => {
    const [chinese, english] = [page(`${id}.md`), page(`en/${id}.md`)];
    for (const text of [chinese, english]) {
      expect(text).not.toMatch(/\{[A-Za-z]+\}/);
      expect(text.split('\n').filter((line) => line.startsWith('- ')).length).toBeGreaterThanOrEqual(
        Math.min(1, Object.keys(messages).length),
      );
    }
    expect(chinese.startsWith(`# ${name.zh} `)).toBe(true);
    expect(chinese).not.toContain(name.en);
    expect(english.startsWith(`# ${name.en} `)).toBe(true);
    expect(english).not.toContain(name.zh);
  });
});
